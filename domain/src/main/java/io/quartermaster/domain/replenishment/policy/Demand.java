package io.quartermaster.domain.replenishment.policy;

/** Demand of one period, or of all periods at risk, as a distribution; in units. */
public sealed interface Demand permits NormalDemand, CountDemand, QuantileDemand {

    double mean();

    /** Standard deviation. */
    double deviation();

    /** Probability of at most so many units. */
    double cumulative(double units);

    /** The least quantity with at least this probability at or below it; 0 &lt; level &lt; 1. */
    double quantile(double level);

    /** Units of demand expected above a quantity: {@code E[(D - units)+]}. */
    double expectedAbove(double units);

    /** Units expected to be left of a quantity: {@code E[(units - D)+]}. */
    default double expectedLeft(double units) {
        return units - mean() + expectedAbove(units);
    }
}
