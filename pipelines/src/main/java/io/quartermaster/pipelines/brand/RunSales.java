package io.quartermaster.pipelines.brand;

import io.quartermaster.domain.brand.BrandExpectation;
import io.quartermaster.domain.brand.ItemSales;
import io.quartermaster.domain.event.CatalogueItem;
import io.quartermaster.pipelines.event.CsvTable;
import io.quartermaster.pipelines.event.RunTables;
import java.io.IOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What items sold on the last days of a run.
 *
 * @param lastDay last day of the run's demand
 * @param items by name, only those with demand on these days
 */
record RunSales(LocalDate lastDay, Map<String, Sums> items) {

    /** Sums of one item. */
    static final class Sums {
        private final Set<String> places = new HashSet<>();
        private int stockedRows;
        private double stockedUnits;
        private double units;
        private double revenue;
        private double returned;
    }

    /**
     * Reads demand and returns.
     *
     * @param days how many of the last days count, 1 or more
     * @throws IllegalArgumentException when the run has no demand
     */
    static RunSales of(RunTables tables, int days) throws IOException {
        LocalDate last = lastDay(tables);
        LocalDate first = last.minusDays(days - 1L);
        RunSales sales = new RunSales(last, new HashMap<>());
        try (CsvTable demand =
                tables.open(
                        "demand", "item", "place", "event_day", "units", "price", "stocked_out")) {
            while (demand.next()) {
                if (!RunTables.day(demand, "event_day").isBefore(first)) {
                    sales.sold(demand);
                }
            }
        }
        try (CsvTable returns = tables.open("returns", "item", "event_time", "units")) {
            while (returns.next()) {
                Sums sums = sales.items.get(returns.text("item"));
                if (sums != null && !RunTables.day(returns, "event_time").isBefore(first)) {
                    sums.returned += returns.number("units");
                }
            }
        }
        return sales;
    }

    private static LocalDate lastDay(RunTables tables) throws IOException {
        LocalDate last = LocalDate.MIN;
        try (CsvTable demand = tables.open("demand", "event_day")) {
            while (demand.next()) {
                LocalDate day = RunTables.day(demand, "event_day");
                last = day.isAfter(last) ? day : last;
            }
        }
        if (last.equals(LocalDate.MIN)) {
            throw new IllegalArgumentException(
                    "The table demand of the run (%s) has no line.\nMaybe name a run with orders."
                            .formatted(tables.folder()));
        }
        return last;
    }

    /** Days without stock say nothing of what could be sold, but for the price. */
    private void sold(CsvTable demand) {
        Sums sums = items.computeIfAbsent(demand.name("item"), none -> new Sums());
        double units = demand.number("units");
        sums.places.add(demand.text("place"));
        sums.units += units;
        sums.revenue += units * demand.number("price");
        if (!Boolean.parseBoolean(demand.text("stocked_out"))) {
            sums.stockedRows++;
            sums.stockedUnits += units;
        }
    }

    /** Returned units of all that sold, 0 to 1; 0 if nothing sold. */
    double returnedShare() {
        double sold = items.values().stream().mapToDouble(sums -> sums.units).sum();
        double back = items.values().stream().mapToDouble(sums -> sums.returned).sum();
        return sold > 0 ? Math.min(1, back / sold) : 0;
    }

    /** How an item of the catalogue sold, and what is expected of it. */
    ItemSales of(CatalogueItem item, BrandExpectation expected) {
        Sums sums = items.getOrDefault(item.item(), new Sums());
        double price =
                sums.revenue > 0 ? sums.revenue / sums.units : item.listPrice().doubleValue();
        return new ItemSales(
                item.item(),
                item.category(),
                item.unitCost().doubleValue(),
                price,
                item.unitVolume(),
                sums.places.isEmpty() ? 0 : (double) sums.stockedRows / sums.places.size(),
                sums.stockedUnits,
                expected.returnedShare(sums.returned, sums.units));
    }
}
