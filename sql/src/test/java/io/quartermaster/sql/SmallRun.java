package io.quartermaster.sql;

import io.quartermaster.domain.demand.DemandWindow;
import io.quartermaster.domain.event.Behaviour;
import io.quartermaster.domain.event.BehaviourAction;
import io.quartermaster.domain.event.CatalogueItem;
import io.quartermaster.domain.event.Event;
import io.quartermaster.domain.event.EventKind;
import io.quartermaster.domain.event.OrderLine;
import io.quartermaster.domain.event.StockLevel;
import io.quartermaster.domain.event.generator.Flaw;
import io.quartermaster.domain.event.generator.Marketplace;
import io.quartermaster.domain.event.generator.MarketplaceOptions;
import io.quartermaster.domain.event.generator.MarketplaceSink;
import io.quartermaster.domain.event.generator.TrueDemand;
import io.quartermaster.domain.forecast.Forecast;
import io.quartermaster.pipelines.result.ResultSchema;
import io.quartermaster.pipelines.result.ResultTable;
import io.quartermaster.pipelines.result.TableWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The result tables of a small generated marketplace, made by plain loops: clean events as they
 * were generated, demand windows counted from them, and two forecasts of each day. It keeps what it
 * wrote, so that tests can count again.
 */
final class SmallRun {

    static final MarketplaceOptions OPTIONS =
            MarketplaceOptions.defaults().withSize(4, 12, 150).withDirt(0).withCampaigns(false);
    static final int HORIZON = 7;

    private final Map<EventKind, List<Event>> events = new EnumMap<>(EventKind.class);
    private final List<DemandWindow> demand = new ArrayList<>();
    private final List<Forecast> forecasts = new ArrayList<>();

    private SmallRun() {}

    /** Makes the run and writes its tables below a folder. */
    static SmallRun write(Path results) throws IOException {
        SmallRun run = new SmallRun();
        run.generate();
        run.countDemand();
        run.forecast();
        Path folder = Files.createDirectories(results.resolve(ResultSchema.FOLDER));
        for (ResultTable<?, ?> table : ResultSchema.tables()) {
            write(table, run.rows(table.name()), folder);
        }
        return run;
    }

    <T extends Event> List<T> events(EventKind kind, Class<T> type) {
        return events.getOrDefault(kind, List.of()).stream().map(type::cast).toList();
    }

    List<DemandWindow> demand() {
        return demand;
    }

    List<Forecast> forecasts() {
        return forecasts;
    }

    Map<String, CatalogueItem> items() {
        Map<String, CatalogueItem> items = new TreeMap<>();
        events(EventKind.ITEMS, CatalogueItem.class).forEach(i -> items.put(i.item(), i));
        return items;
    }

    static LocalDate day(Event event) {
        return event.time().atZone(ZoneOffset.UTC).toLocalDate();
    }

    private void generate() {
        Marketplace.generate(
                OPTIONS,
                new MarketplaceSink() {
                    @Override
                    public void event(EventKind kind, Event event, Flaw flaw) {
                        events.computeIfAbsent(kind, k -> new ArrayList<>()).add(event);
                    }

                    @Override
                    public void truth(TrueDemand demand) {}
                });
    }

    private void countDemand() {
        Map<String, Long> units = new HashMap<>();
        Map<String, Long> views = new HashMap<>();
        Map<String, Boolean> out = new HashMap<>();
        Map<String, Double> prices = new HashMap<>();
        for (OrderLine line : events(EventKind.ORDERS, OrderLine.class)) {
            String key = key(line.item(), line.place(), day(line));
            units.merge(key, line.units(), Long::sum);
            prices.put(key, line.unitPrice().doubleValue());
        }
        for (Behaviour action : events(EventKind.BEHAVIOUR, Behaviour.class)) {
            if (action.action() == BehaviourAction.VIEW) {
                views.merge(key(action.item(), action.place(), day(action)), 1L, Long::sum);
            }
        }
        for (StockLevel level : events(EventKind.STOCK, StockLevel.class)) {
            out.merge(
                    key(level.item(), level.place(), day(level)),
                    level.onHand() == 0,
                    Boolean::logicalOr);
        }
        items().values()
                .forEach(
                        item -> {
                            for (String place : List.of("place-1", "place-2")) {
                                windows(item, place, units, views, out, prices);
                            }
                        });
    }

    private void windows(
            CatalogueItem item,
            String place,
            Map<String, Long> units,
            Map<String, Long> views,
            Map<String, Boolean> out,
            Map<String, Double> prices) {
        for (LocalDate day = item.launchedOn();
                !day.isAfter(OPTIONS.lastDay());
                day = day.plusDays(1)) {
            String key = key(item.item(), place, day);
            demand.add(
                    new DemandWindow(
                            item.item(),
                            place,
                            day,
                            units.getOrDefault(key, 0L),
                            prices.getOrDefault(key, 0.0),
                            0,
                            out.getOrDefault(key, false),
                            views.getOrDefault(key, 0L),
                            0,
                            0,
                            0,
                            Instant.EPOCH));
        }
    }

    /** Two models, made 14 and 7 days before the end: last week again, and one unit a day. */
    private void forecast() {
        Map<String, Double> units = new HashMap<>();
        demand.forEach(w -> units.put(key(w.item(), w.place(), w.day()), (double) w.units()));
        for (int back : new int[] {14, 7}) {
            LocalDate madeOn = OPTIONS.lastDay().minusDays(back);
            demand.stream()
                    .filter(window -> window.day().equals(madeOn))
                    .forEach(
                            window -> {
                                double[] lastWeek = new double[HORIZON];
                                double[] one = new double[HORIZON];
                                for (int step = 0; step < HORIZON; step++) {
                                    LocalDate before = madeOn.plusDays(step - 6L);
                                    String key = key(window.item(), window.place(), before);
                                    lastWeek[step] = units.getOrDefault(key, 0.0);
                                    one[step] = 1;
                                }
                                add(window, madeOn, "last_week", lastWeek);
                                add(window, madeOn, "one_a_day", one);
                            });
        }
    }

    private void add(DemandWindow window, LocalDate madeOn, String model, double[] mean) {
        double[] low = new double[HORIZON];
        double[] high = new double[HORIZON];
        for (int step = 0; step < HORIZON; step++) {
            low[step] = Math.max(0, mean[step] - 1);
            high[step] = mean[step] + 1.5;
        }
        forecasts.add(
                new Forecast(
                        window.item(),
                        window.place(),
                        madeOn,
                        model,
                        "1",
                        model.equals("last_week"),
                        mean,
                        low,
                        mean,
                        high,
                        mean,
                        high,
                        Instant.EPOCH));
    }

    private List<?> rows(String table) {
        return switch (table) {
            case "demand" -> demand;
            case "forecast" -> forecasts;
            default ->
                    EventKind.ofLabel(table)
                            .<List<?>>map(kind -> events.getOrDefault(kind, List.of()))
                            .orElse(List.of());
        };
    }

    @SuppressWarnings("unchecked")
    private static <T, R> void write(ResultTable<?, ?> table, List<?> rows, Path folder)
            throws IOException {
        TableWriter.write((ResultTable<T, R>) table, (List<T>) rows, folder);
    }

    private static String key(String item, String place, LocalDate day) {
        return item + "|" + place + "|" + day;
    }
}
