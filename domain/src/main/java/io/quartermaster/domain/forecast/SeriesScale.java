package io.quartermaster.domain.forecast;

/**
 * What a series' numbers are measured by, so that one model serves them all: one more than the mean
 * units of the last 28 days (as in DeepAR), the mean views and carts, the mean price.
 *
 * @param units above 0
 * @param views 0 or more
 * @param carts 0 or more
 * @param price 0 if none is known
 */
public record SeriesScale(double units, double views, double carts, double price) {

    private static final int DAYS = 28;

    /** Scales whose units differ by less than this factor count as the same. */
    private static final double TOLERANCE = 1.25;

    public static SeriesScale of(DemandHistory history) {
        return new SeriesScale(
                1 + history.meanWanted(DAYS),
                history.meanViews(DAYS),
                history.meanCarts(DAYS),
                history.meanPrice(DAYS));
    }

    /** Whether a history's scale is still so near that a state made with this one holds. */
    public boolean isNear(DemandHistory history) {
        double ratio = units / (1 + history.meanWanted(DAYS));
        return ratio < TOLERANCE && ratio > 1 / TOLERANCE;
    }
}
