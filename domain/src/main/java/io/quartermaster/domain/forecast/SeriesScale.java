package io.quartermaster.domain.forecast;

/**
 * What a series' numbers are measured by, so that one model serves them all: one more than the mean
 * units of the last 28 days (as in DeepAR), the mean views, carts and favourites, the mean price,
 * and the mean units of its category.
 *
 * @param units above 0
 * @param views 0 or more
 * @param carts 0 or more
 * @param price 0 if none is known
 * @param favourites 0 or more
 * @param category 0 if none are known
 */
public record SeriesScale(
        double units,
        double views,
        double carts,
        double price,
        double favourites,
        double category) {

    /** Of nothing. */
    public static final SeriesScale NONE = new SeriesScale(1, 0, 0, 0, 0, 0);

    private static final int DAYS = 28;

    /** Scales whose units differ by less than this factor count as the same. */
    private static final double TOLERANCE = 1.25;

    public static SeriesScale of(DemandHistory history) {
        return new SeriesScale(
                1 + history.meanWanted(DAYS),
                history.meanViews(DAYS),
                history.meanCarts(DAYS),
                history.meanPrice(DAYS),
                history.meanFavourites(DAYS),
                history.meanCategory(DAYS));
    }

    /** Whether a history's scale is still so near that a state made with this one holds. */
    public boolean isNear(DemandHistory history) {
        double ratio = units / (1 + history.meanWanted(DAYS));
        return ratio < TOLERANCE && ratio > 1 / TOLERANCE;
    }
}
