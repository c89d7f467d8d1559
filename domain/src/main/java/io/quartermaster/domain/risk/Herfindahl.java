package io.quartermaster.domain.risk;

/**
 * Concentration of a category on those who supply it: the sum of squared shares (Hirschman 1945,
 * Herfindahl 1950). 1 / n where n share equally, 1 where one has all; above 0.25 counts as highly
 * concentrated (US merger guidelines 2010).
 */
public final class Herfindahl {

    /** From here on a category counts as highly concentrated. */
    public static final double HIGH = 0.25;

    private Herfindahl() {}

    /**
     * The index.
     *
     * @param amounts what each supplies, in one unit, 0 or more
     * @return 0 to 1; NaN where nothing is supplied
     */
    public static double of(double[] amounts) {
        double total = 0;
        for (double amount : amounts) {
            if (!(amount >= 0)) {
                throw new IllegalArgumentException(
                        "The amount (%s) must be 0 or more.".formatted(amount));
            }
            total += amount;
        }
        double squares = 0;
        for (double amount : amounts) {
            squares += amount / total * (amount / total);
        }
        return total == 0 ? Double.NaN : squares;
    }
}
