package io.quartermaster.domain.forecast;

/**
 * What is known of days to come, the first of them first; fewer than are forecast where less is.
 *
 * @param prices of each day, 0 where it is not known
 * @param promotions of each day, 0 to 1
 */
public record DaysAhead(double[] prices, double[] promotions) {

    /** Nothing. */
    public static final DaysAhead UNKNOWN = new DaysAhead(new double[0], new double[0]);

    public DaysAhead {
        if (prices.length != promotions.length) {
            throw new IllegalArgumentException(
                    "There are %d prices and %d promotions ahead."
                            .formatted(prices.length, promotions.length));
        }
    }

    int days() {
        return prices.length;
    }
}
