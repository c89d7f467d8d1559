package io.quartermaster.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quartermaster.domain.demand.DemandWindow;
import io.quartermaster.domain.event.Behaviour;
import io.quartermaster.domain.event.BehaviourAction;
import io.quartermaster.domain.event.BrandOffer;
import io.quartermaster.domain.event.CatalogueItem;
import io.quartermaster.domain.event.Event;
import io.quartermaster.domain.event.EventKind;
import io.quartermaster.domain.event.OrderLine;
import io.quartermaster.domain.event.ReturnLine;
import io.quartermaster.domain.event.StockLevel;
import io.quartermaster.pipelines.result.ResultSession;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.flink.table.api.TableEnvironment;
import org.apache.flink.types.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The measures of the business, each counted again by plain loops over a small generated run. */
class MeasuresTest {

    @TempDir private static Path results;
    private static SmallRun run;
    private static Map<String, CatalogueItem> items;
    private static List<Row> brandDays;
    private static TableEnvironment session;

    @BeforeAll
    static void makeARun() throws IOException {
        run = SmallRun.write(results);
        items = run.items();
        session = ResultSession.open(results, Map.of());
        brandDays = rows("SELECT * FROM brand_days");
        assertThat(brandDays).hasSizeGreaterThan(300);
    }

    @Test
    void countsWhoViewedAndBought() {
        Map<String, Set<String>> viewers = new TreeMap<>();
        run.events(EventKind.BEHAVIOUR, Behaviour.class).stream()
                .filter(action -> action.action() == BehaviourAction.VIEW)
                .filter(action -> items.containsKey(action.item()))
                .forEach(a -> add(viewers, key(a.item(), a), a.customer()));
        Map<String, Set<String>> buyers = buyers();
        long converted = 0;
        for (Row row : brandDays) {
            Set<String> viewed = viewers.getOrDefault(key(row), Set.of());
            Set<String> bought = new HashSet<>(buyers.getOrDefault(key(row), Set.of()));
            bought.retainAll(viewed);
            converted += bought.size();
            assertThat(row.<Long>getFieldAs("viewers")).isEqualTo(viewed.size());
            if (viewed.isEmpty()) {
                assertThat(row.getField("conversion")).isNull();
            } else {
                assertThat(number(row, "conversion"))
                        .isCloseTo((double) bought.size() / viewed.size(), within(1e-9));
            }
        }
        assertThat(converted).isPositive();
    }

    @Test
    void countsBuyersWhoBoughtTheBrandOnADayBefore() {
        Map<String, Set<String>> buyers = buyers();
        long repeat = 0;
        for (Row row : brandDays) {
            Set<String> bought = buyers.getOrDefault(key(row), Set.of());
            long again =
                    bought.stream()
                            .filter(
                                    customer ->
                                            run.events(EventKind.ORDERS, OrderLine.class).stream()
                                                    .filter(o -> o.customer().equals(customer))
                                                    .filter(o -> brand(o).equals(brand(row)))
                                                    .anyMatch(
                                                            o ->
                                                                    SmallRun.day(o)
                                                                            .isBefore(day(row))))
                            .count();
            repeat += again;
            assertThat(row.<Long>getFieldAs("buyers")).isEqualTo(bought.size());
            assertThat(row.<Number>getFieldAs("repeat_buyers").longValue()).isEqualTo(again);
        }
        assertThat(repeat).isPositive();
    }

    @Test
    void countsBreadthStockOutsAndNewBrands() {
        Map<String, List<DemandWindow>> windows =
                run.demand().stream()
                        .collect(
                                Collectors.groupingBy(
                                        w -> items.get(w.item()).brand() + "|" + w.day()));
        assertThat(brandDays).hasSameSizeAs(windows.keySet());
        for (Row row : brandDays) {
            List<DemandWindow> some = windows.get(key(row));
            long out = some.stream().filter(DemandWindow::stockedOut).count();
            assertThat(row.<Long>getFieldAs("items_on_sale"))
                    .isEqualTo(some.stream().map(DemandWindow::item).distinct().count());
            assertThat(number(row, "stock_out_share"))
                    .isCloseTo((double) out / some.size(), within(1e-9));
            assertThat(row.<Boolean>getFieldAs("is_new"))
                    .isEqualTo(ChronoUnit.DAYS.between(launch(brand(row)), day(row)) < 90);
        }
    }

    @Test
    void measuresTurnsAndOverstockOverFourWeeks() {
        Map<String, Long> held = new TreeMap<>();
        run.events(EventKind.STOCK, StockLevel.class).stream()
                .filter(level -> level.id().endsWith("-end"))
                .forEach(
                        l ->
                                held.put(
                                        l.item() + "|" + l.place() + "|" + SmallRun.day(l),
                                        l.onHand()));
        Map<String, List<DemandWindow>> series =
                run.demand().stream().collect(Collectors.groupingBy(w -> w.item() + w.place()));
        for (Row row : brandDays) {
            double onHand = 0;
            double over = 0;
            double sold = 0;
            double heldDays = 0;
            for (List<DemandWindow> one : series.values()) {
                if (!items.get(one.get(0).item()).brand().equals(brand(row))) {
                    continue;
                }
                List<DemandWindow> recent =
                        one.stream()
                                .filter(w -> !w.day().isAfter(day(row)))
                                .filter(w -> w.day().isAfter(day(row).minusDays(28)))
                                .toList();
                long units = recent.stream().mapToLong(DemandWindow::units).sum();
                sold += units;
                for (DemandWindow window : recent) {
                    heldDays += held.getOrDefault(key(window), 0L);
                }
                DemandWindow last = recent.get(recent.size() - 1);
                long now = held.getOrDefault(key(last), 0L);
                onHand += now;
                over += Math.max(0, now - 56.0 * units / recent.size());
            }
            if (onHand > 0) {
                assertThat(number(row, "overstock_share")).isCloseTo(over / onHand, within(1e-9));
                assertThat(number(row, "stock_turns"))
                        .isCloseTo(365 * sold / heldDays, within(1e-6));
            }
        }
    }

    @Test
    void sumsMarginAndFreight() {
        Map<String, Double> margin = new TreeMap<>();
        Map<String, Double> freight = new TreeMap<>();
        Map<String, Set<String>> orders = new TreeMap<>();
        for (OrderLine line : run.events(EventKind.ORDERS, OrderLine.class)) {
            String key = key(line.item(), line);
            double cost = items.get(line.item()).unitCost().doubleValue();
            double paid = line.unitPrice().doubleValue();
            margin.merge(
                    key, line.units() * (paid - cost) - line.freight().doubleValue(), Double::sum);
            freight.merge(key, line.freight().doubleValue(), Double::sum);
            add(orders, key, line.order());
        }
        for (ReturnLine back : run.events(EventKind.RETURNS, ReturnLine.class)) {
            double cost = items.get(back.item()).unitCost().doubleValue();
            double refund = back.units() * (back.unitPrice().doubleValue() - cost);
            margin.merge(key(back.item(), back), -refund, Double::sum);
        }
        for (Row row : brandDays) {
            assertThat(row.<Number>getFieldAs("margin").doubleValue())
                    .isCloseTo(margin.getOrDefault(key(row), 0.0), within(0.011));
            if (orders.containsKey(key(row))) {
                assertThat(number(row, "freight_per_order"))
                        .isCloseTo(
                                freight.get(key(row)) / orders.get(key(row)).size(), within(1e-9));
            }
        }
    }

    @Test
    void countsDaysFromOfferToFirstSale() {
        Map<String, LocalDate> offered = new TreeMap<>();
        run.events(EventKind.OFFERS, BrandOffer.class)
                .forEach(o -> offered.merge(o.brand(), SmallRun.day(o), MeasuresTest::earlier));
        Map<String, LocalDate> sold = new TreeMap<>();
        run.events(EventKind.ORDERS, OrderLine.class)
                .forEach(o -> sold.merge(brand(o), SmallRun.day(o), MeasuresTest::earlier));
        List<Row> rows = rows("SELECT brand, days_to_first_sale FROM brand_first_sales");
        assertThat(rows).hasSameSizeAs(offered.keySet());
        for (Row row : rows) {
            String brand = brand(row);
            Number days = row.getFieldAs("days_to_first_sale");
            if (sold.containsKey(brand)) {
                assertThat(days.longValue())
                        .isEqualTo(ChronoUnit.DAYS.between(offered.get(brand), sold.get(brand)));
            } else {
                assertThat(days).isNull();
            }
        }
    }

    @Test
    void sharesTheMarketOutAmongNewBrands() {
        Map<LocalDate, List<Row>> byDay =
                brandDays.stream().collect(Collectors.groupingBy(MeasuresTest::day));
        List<Row> rows =
                rows("SELECT event_day, brands_on_sale, share_of_new_brands FROM market_days");
        assertThat(rows).hasSameSizeAs(byDay.keySet());
        for (Row row : rows) {
            List<Row> brands = byDay.get(day(row));
            double fresh = brands.stream().filter(b -> b.<Boolean>getFieldAs("is_new")).count();
            assertThat(row.<Long>getFieldAs("brands_on_sale")).isEqualTo(brands.size());
            assertThat(number(row, "share_of_new_brands"))
                    .isCloseTo(fresh / brands.size(), within(1e-9));
        }
    }

    private static Map<String, Set<String>> buyers() {
        Map<String, Set<String>> buyers = new TreeMap<>();
        run.events(EventKind.ORDERS, OrderLine.class)
                .forEach(line -> add(buyers, key(line.item(), line), line.customer()));
        return buyers;
    }

    /** Nobody is known by an empty name. */
    private static void add(Map<String, Set<String>> sets, String key, String value) {
        if (value.isEmpty()) {
            return;
        }
        sets.computeIfAbsent(key, k -> new HashSet<>()).add(value);
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private static LocalDate launch(String brand) {
        return items.values().stream()
                .filter(item -> item.brand().equals(brand))
                .map(CatalogueItem::launchedOn)
                .reduce(MeasuresTest::earlier)
                .orElseThrow();
    }

    private static String brand(OrderLine line) {
        return items.get(line.item()).brand();
    }

    private static String brand(Row row) {
        return row.getFieldAs("brand");
    }

    private static LocalDate day(Row row) {
        return row.getFieldAs("event_day");
    }

    private static String key(Row row) {
        return brand(row) + "|" + day(row);
    }

    private static String key(String item, Event event) {
        return items.get(item).brand() + "|" + SmallRun.day(event);
    }

    private static String key(DemandWindow window) {
        return window.item() + "|" + window.place() + "|" + window.day();
    }

    private static double number(Row row, String field) {
        return row.<Number>getFieldAs(field).doubleValue();
    }

    private static List<Row> rows(String query) {
        List<Row> rows = new ArrayList<>();
        session.executeSql(query).collect().forEachRemaining(rows::add);
        return rows;
    }
}
