package io.quartermaster.udfs.recommendation;

import io.quartermaster.domain.recommendation.live.BasketRecommender;
import io.quartermaster.domain.recommendation.live.Proposal;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.flink.table.annotation.DataTypeHint;
import org.apache.flink.table.api.dataview.MapView;
import org.apache.flink.table.functions.AggregateFunction;
import org.apache.flink.types.Row;

/**
 * Gathers who bought how many of what, and recommends to all of them at once. Units of one customer
 * and item are summed, those brought back being below 0. Rows with a NULL customer, item or units
 * do not count; a NULL k is 10. One group is one market: items are compared within it.
 */
public abstract class PurchaseAggregate
        extends AggregateFunction<Row[], PurchaseAggregate.Purchases> {

    private static final long serialVersionUID = 1L;
    private static final int DEFAULT_K = 10;

    /** Parts customer and item; no token or item holds it. */
    private static final char SEPARATOR = '\u0000';

    /** The group as gathered so far. */
    public static final class Purchases {
        public int k = DEFAULT_K;

        @DataTypeHint("MAP<STRING, BIGINT>")
        public MapView<String, Long> units = new MapView<>();

        /** Rows of each pair; one of which all rows are retracted was never there. */
        @DataTypeHint("MAP<STRING, BIGINT>")
        public MapView<String, Long> rows = new MapView<>();
    }

    /** The rows of one customer's list. */
    protected abstract void add(String customer, List<Proposal> list, List<Row> rows);

    @Override
    public Purchases createAccumulator() {
        return new Purchases();
    }

    public void accumulate(Purchases purchases, String customer, String item, Long units, Integer k)
            throws Exception {
        if (k != null) {
            purchases.k = k;
        }
        put(purchases, customer, item, units, 1);
    }

    public void retract(Purchases purchases, String customer, String item, Long units, Integer k)
            throws Exception {
        put(purchases, customer, item, units == null ? null : -units, -1);
    }

    public void merge(Purchases purchases, Iterable<Purchases> others) throws Exception {
        for (Purchases other : others) {
            purchases.k = other.k;
            for (Map.Entry<String, Long> entry : other.units.entries()) {
                add(purchases, entry.getKey(), entry.getValue(), other.rows.get(entry.getKey()));
            }
        }
    }

    @Override
    public Row[] getValue(Purchases purchases) {
        Map<String, SortedMap<String, Long>> units = new TreeMap<>();
        try {
            for (Map.Entry<String, Long> entry : purchases.units.entries()) {
                int cut = entry.getKey().indexOf(SEPARATOR);
                units.computeIfAbsent(entry.getKey().substring(0, cut), none -> new TreeMap<>())
                        .put(entry.getKey().substring(cut + 1), entry.getValue());
            }
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("The group cannot be read from state.", e);
        }
        List<Row> rows = new java.util.ArrayList<>();
        new BasketRecommender(units, purchases.k)
                .lists()
                .forEach((customer, list) -> add(customer, list, rows));
        return rows.toArray(Row[]::new);
    }

    private static void put(
            Purchases purchases, String customer, String item, Long units, long rows)
            throws Exception {
        if (customer != null && item != null && units != null) {
            add(purchases, customer + SEPARATOR + item, units, rows);
        }
    }

    private static void add(Purchases purchases, String pair, long units, long rows)
            throws Exception {
        long all = sum(purchases.rows, pair, rows);
        long sum = sum(purchases.units, pair, units);
        if (all == 0) {
            purchases.rows.remove(pair);
            purchases.units.remove(pair);
        } else {
            purchases.rows.put(pair, all);
            purchases.units.put(pair, sum);
        }
    }

    private static long sum(MapView<String, Long> sums, String pair, long added) throws Exception {
        Long before = sums.get(pair);
        return (before == null ? 0 : before) + added;
    }
}
