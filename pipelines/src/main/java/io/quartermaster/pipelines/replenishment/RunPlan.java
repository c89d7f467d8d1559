package io.quartermaster.pipelines.replenishment;

import io.quartermaster.domain.event.BrandStage;
import io.quartermaster.domain.event.BrandTerms;
import io.quartermaster.domain.event.CatalogueItem;
import io.quartermaster.domain.event.Event;
import io.quartermaster.domain.event.EventKind;
import io.quartermaster.domain.event.LifeCycleStep;
import io.quartermaster.domain.replenishment.ItemForecast;
import io.quartermaster.domain.replenishment.ReplenishmentProblem;
import io.quartermaster.domain.replenishment.StockPosition;
import io.quartermaster.domain.replenishment.SupplierGroup;
import io.quartermaster.pipelines.event.CsvTable;
import io.quartermaster.pipelines.event.JsonObject;
import io.quartermaster.pipelines.event.RunOptions;
import io.quartermaster.pipelines.event.RunTables;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.flink.configuration.Configuration;

/**
 * The last plan of a run, made ready to be planned again: the same forecasts, stock, orders under
 * way, terms, stages and rules, told from the run's tables.
 *
 * @param planDay its first day
 * @param groups one per supplier, in the order of their names
 */
public record RunPlan(LocalDate planDay, List<SupplierGroup> groups) {

    private static final List<String> NEEDED =
            List.of(
                    "demand",
                    "forecast",
                    "items",
                    "lifecycle",
                    "lots",
                    "plan_summaries",
                    "purchase_orders",
                    "stock",
                    "terms");

    public RunPlan {
        groups = List.copyOf(groups);
    }

    /**
     * Reads the tables below a run's output folder.
     *
     * @param set options that the run was made with, where they are not the usual ones
     * @throws IllegalArgumentException when a table is missing or the run made no plan
     */
    public static RunPlan read(Path run, Configuration set) throws IOException {
        RunTables tables = RunTables.of(run, NEEDED);
        NavigableMap<LocalDate, List<ItemForecast>> forecasts = RunForecasts.of(tables);
        ReplenishmentOptions options =
                ReplenishmentOptions.of(configuration(run, set, forecasts.lastEntry().getValue()));
        return new Reading(tables, options, forecasts).plan();
    }

    /** The start of the tail and the horizon are the run's, unless they are told. */
    private static Configuration configuration(
            Path run, Configuration set, List<ItemForecast> forecasts) {
        Configuration configuration = new Configuration(set);
        JsonObject summary = JsonObject.read(run.resolve("summary.json"));
        if (!set.contains(RunOptions.TAIL_START)) {
            configuration.set(RunOptions.TAIL_START, summary.text("tail_start"));
        }
        if (!set.contains(RunOptions.HORIZON_DAYS)) {
            configuration.set(RunOptions.HORIZON_DAYS, forecasts.get(0).mean().length);
        }
        return configuration;
    }

    /** What to order, one problem per supplier. */
    public List<ReplenishmentProblem> problems() {
        return groups.stream().map(SupplierGroup::problem).toList();
    }

    /**
     * The planned items of a brand.
     *
     * @throws IllegalArgumentException when the plan has none, naming the brands that it has
     */
    public Set<String> itemsOf(String brand) {
        Set<String> items = new TreeSet<>();
        Set<String> brands = new TreeSet<>();
        for (SupplierGroup group : groups) {
            for (SupplierGroup.Member member : group.members()) {
                brands.add(member.item().brand());
                if (member.item().brand().equals(brand)) {
                    items.add(member.item().item());
                }
            }
        }
        brands.remove("");
        if (items.isEmpty()) {
            throw new IllegalArgumentException(
                    brands.isEmpty()
                            ? "The run names no brand of the items that it plans.\nMaybe plan from a folder: what-if --input DIR with a column brand in items.csv."
                            : "The brand (%s) is of no item in the plan of %s.\nMaybe one of: %s."
                                    .formatted(brand, planDay, String.join(", ", brands)));
        }
        return items;
    }

    /** What is known at the end of the day before the last plan day. */
    private static final class Reading {
        private final RunTables tables;
        private final ReplenishmentOptions options;
        private final NavigableMap<LocalDate, List<ItemForecast>> forecasts;
        private final LocalDate planDay;
        private final Map<String, CatalogueItem> items = new HashMap<>();
        private final Map<String, BrandStage> stages = new HashMap<>();
        private final List<BrandTerms> terms;
        private final Map<String, Double> exposures;

        private Reading(
                RunTables tables,
                ReplenishmentOptions options,
                NavigableMap<LocalDate, List<ItemForecast>> forecasts)
                throws IOException {
            this.tables = tables;
            this.options = options;
            this.forecasts = forecasts;
            this.planDay = forecasts.lastKey().plusDays(1);
            known(EventKind.ITEMS, CatalogueItem.class)
                    .forEach(item -> items.put(item.item(), item));
            known(EventKind.LIFECYCLE, LifeCycleStep.class)
                    .forEach(step -> stages.put(step.brand(), step.stage()));
            this.terms = known(EventKind.TERMS, BrandTerms.class);
            this.exposures = exposures();
        }

        /** By the last scores known. */
        private Map<String, Double> exposures() throws IOException {
            Map<String, Double> limits = new HashMap<>();
            if (!options.limitsExposure()) {
                return limits;
            }
            Map<String, LocalDate> days = new HashMap<>();
            try (CsvTable table = tables.open("brand_scores", "brand", "event_day", "score")) {
                while (table.next()) {
                    LocalDate day = RunTables.day(table, "event_day");
                    String brand = table.name("brand");
                    LocalDate before = days.get(brand);
                    if (day.isBefore(planDay) && (before == null || day.isAfter(before))) {
                        days.put(brand, day);
                        limits.put(brand, options.exposure(table.number("score")));
                    }
                }
            }
            return limits;
        }

        private <T extends Event> List<T> known(EventKind kind, Class<T> type) throws IOException {
            Instant end = planDay.atStartOfDay(ZoneOffset.UTC).toInstant();
            return tables.events(kind, type).stream()
                    .filter(event -> event.time().isBefore(end))
                    .toList();
        }

        private RunPlan plan() throws IOException {
            List<LocalDate> planDays =
                    forecasts.keySet().stream().map(day -> day.plusDays(1)).toList();
            List<StockPosition> stock =
                    RunStock.of(tables, options, planDays, this::assumed).onEveOf(planDay);
            Map<String, List<ItemForecast>> bySupplier =
                    forecasts.lastEntry().getValue().stream()
                            .filter(forecast -> items.containsKey(forecast.item()))
                            .collect(
                                    Collectors.groupingBy(
                                            forecast -> items.get(forecast.item()).supplier(),
                                            TreeMap::new,
                                            Collectors.toList()));
            return new RunPlan(
                    planDay,
                    bySupplier.entrySet().stream()
                            .map(one -> group(one.getKey(), one.getValue(), stock))
                            .toList());
        }

        private SupplierGroup group(
                String supplier, List<ItemForecast> ofItems, List<StockPosition> stock) {
            return SupplierGroup.of(
                    supplier,
                    planDay,
                    new SupplierGroup.Knowledge(
                            items,
                            terms.stream().filter(one -> one.supplier().equals(supplier)).toList(),
                            stages,
                            stock,
                            ofItems,
                            exposures),
                    options.rules());
        }

        /** What a plan assumed of the items of which no stock was known. */
        private List<StockPosition> assumed(LocalDate day, RunStock known) {
            List<StockPosition> positions = new ArrayList<>();
            for (ItemForecast forecast : forecasts.getOrDefault(day.minusDays(1), List.of())) {
                CatalogueItem item = items.get(forecast.item());
                StockPosition position = known.at(forecast.item(), forecast.place());
                if (item != null && !position.known()) {
                    long units =
                            item.assumed()
                                    ? SupplierGroup.assumedUnits(forecast, options.rules())
                                    : 0;
                    positions.add(
                            position.counted(units, day, item.unitCost(), options.lotOrder()));
                }
            }
            return positions;
        }
    }
}
