package io.quartermaster.domain.governance;

import java.io.Serializable;
import java.util.Optional;

/**
 * Orders far larger than an item's orders before them: with m the median and d the median absolute
 * deviation of log2(units) over the item's earlier orders, units are out of all proportion where
 *
 * <pre>log2(units) - m &gt; factor * 1.4826 * max(d, floor)</pre>
 *
 * 1.4826 makes d the standard deviation of a normal distribution (Hampel's identifier). The floor
 * keeps an item that always sold by the same number from refusing the first other one. Only large
 * orders are judged: a small one never misleads a plan. An order that is refused is not counted, so
 * that one giant does not excuse the next.
 *
 * @param fewestOrders earlier orders without which nothing is said
 * @param factor robust standard deviations that are still believed
 * @param floorOctaves smallest deviation assumed, in octaves
 */
public record OutlierRule(int fewestOrders, double factor, double floorOctaves)
        implements Serializable {

    private static final long serialVersionUID = 1L;

    /** Name of the rule. */
    public static final String NAME = "outlier_units";

    private static final double NORMAL_CONSISTENCY = 1.4826;

    /** What is wrong with these units after that history, empty if nothing is. */
    public Optional<String> objection(UnitsHistory history, String item, long units) {
        if (history.orders() < fewestOrders || !isFar(history, units)) {
            return Optional.empty();
        }
        return Optional.of(
                "The units ("
                        + units
                        + ") of item ("
                        + item
                        + ") are out of proportion to the median of its "
                        + history.orders()
                        + " orders before ("
                        + medianUnits(history)
                        + ").");
    }

    private boolean isFar(UnitsHistory history, long units) {
        double above = octaves(UnitsHistory.bucketOf(units) - history.medianBucket());
        if (above <= factor * NORMAL_CONSISTENCY * floorOctaves) {
            return false;
        }
        double deviation = Math.max(octaves(history.deviationBuckets()), floorOctaves);
        return above > factor * NORMAL_CONSISTENCY * deviation;
    }

    private static double octaves(int buckets) {
        return (double) buckets / UnitsHistory.BUCKETS_PER_OCTAVE;
    }

    private static long medianUnits(UnitsHistory history) {
        return (long) StrictMath.ceil(StrictMath.pow(2, octaves(history.medianBucket())) - 1e-9);
    }
}
