package io.quartermaster.pipelines.replenishment;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.quartermaster.domain.forecast.StandardNormal;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a planning folder says of items at places: demand of the days, stock, and what is under way.
 * Demand's deviation of a day comes from the column {@code q0.9}, else it is the root of the mean;
 * days are taken as independent. The horizon ends with the last day that has demand.
 */
final class PlanSeries {

    private final Set<String> items;
    private final Set<String> places;
    private final Map<Key, double[][]> demand = new TreeMap<>();
    private final Map<Key, Double> onHand = new TreeMap<>();
    private final Map<Key, double[]> arriving = new TreeMap<>();
    private int days;

    /** An item at a place; in the order of item, then place. */
    record Key(String item, String place) implements Comparable<Key> {

        private static final Comparator<Key> ORDER =
                Comparator.comparing(Key::item).thenComparing(Key::place);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    private PlanSeries(Set<String> items, Set<String> places) {
        this.items = items;
        this.places = places;
    }

    /**
     * Reads the tables.
     *
     * @param items those of {@code items.csv}
     * @param places those of {@code places.csv}
     * @throws IllegalArgumentException when a value is not possible or names another one
     */
    static PlanSeries read(Path folder, Set<String> items, Set<String> places) {
        PlanSeries series = new PlanSeries(items, places);
        series.readDemand(folder);
        series.readStock(folder);
        series.readOpenOrders(folder);
        return series;
    }

    private void readDemand(Path folder) {
        PlanTable table = PlanTable.required(folder, "demand.csv", "item", "place", "day", "mean");
        for (NamedCsvRecord row : table.rows()) {
            days = Math.max(days, (int) table.whole(row, "day", 0) + 1);
        }
        for (NamedCsvRecord row : table.rows()) {
            double[][] of = demand.computeIfAbsent(key(table, row), key -> new double[2][days]);
            int day = (int) table.whole(row, "day", 0);
            double mean = table.amount(row, "mean");
            double upper = table.amount(row, "q0.9", Double.NaN);
            of[0][day] = mean;
            of[1][day] =
                    Double.isNaN(upper)
                            ? Math.sqrt(mean)
                            : Math.max(0, upper - mean) / StandardNormal.quantile(0.9);
        }
    }

    private void readStock(Path folder) {
        PlanTable table = PlanTable.optional(folder, "stock.csv", "item", "place", "on_hand");
        for (NamedCsvRecord row : table.rows()) {
            Key key = key(table, row);
            double reserved = table.amount(row, "reserved", 0);
            onHand.merge(key, table.amount(row, "on_hand") - reserved, Double::sum);
            if (onHand.get(key) < 0) {
                throw table.problem(
                        row, "reserved", String.valueOf(reserved), "is above the stock on hand");
            }
        }
    }

    private void readOpenOrders(Path folder) {
        PlanTable table =
                PlanTable.optional(
                        folder, "open_orders.csv", "item", "place", "arrival_day", "quantity");
        for (NamedCsvRecord row : table.rows()) {
            double[] of = arriving.computeIfAbsent(key(table, row), key -> new double[days]);
            long day = table.whole(row, "arrival_day", 0);
            double quantity = table.amount(row, "quantity");
            if (day < days) {
                of[(int) day] += quantity;
            }
        }
    }

    private Key key(PlanTable table, NamedCsvRecord row) {
        String item = table.text(row, "item");
        String place = table.text(row, "place");
        if (!items.contains(item)) {
            throw table.problem(row, "item", item, "is not in items.csv");
        }
        if (!places.contains(place)) {
            throw table.problem(row, "place", place, "is not in places.csv");
        }
        return new Key(item, place);
    }

    /** Days of the horizon. */
    int days() {
        return days;
    }

    /** Every item and place with demand, stock or an open order. */
    SortedSet<Key> keys() {
        SortedSet<Key> all = new TreeSet<>(demand.keySet());
        all.addAll(onHand.keySet());
        all.addAll(arriving.keySet());
        return all;
    }

    /** Mean and deviation of the days' demand, in units. */
    double[][] demand(Key key) {
        return demand.getOrDefault(key, new double[2][days]);
    }

    /** Units in stock that are not reserved. */
    double onHand(Key key) {
        return onHand.getOrDefault(key, 0.0);
    }

    /** Units under way by the day of their arrival. */
    double[] arriving(Key key) {
        return arriving.getOrDefault(key, new double[days]);
    }
}
