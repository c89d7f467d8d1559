package io.quartermaster.domain.replenishment.selection;

import java.util.Arrays;

/**
 * Moves prices of shared rules along their supergradient, by {@link Adam}. Prices are measured per
 * share of a limit, so that rows of different size move alike.
 */
final class PriceSteps {

    private final double[] limits;
    private final double[] size;
    private final double[] pace;
    private final Adam adam;

    /**
     * Prepares.
     *
     * @param pace the first step of a price, as a share of what its row may be worth
     */
    PriceSteps(SharedRules rules, double pace) {
        this.limits = rules.limits();
        this.size = Arrays.stream(limits).map(limit -> Math.max(limit, 1)).toArray();
        this.pace = RowScales.of(rules, size);
        for (int row = 0; row < size.length; row++) {
            this.pace[row] *= pace / size[row];
        }
        this.adam = new Adam(size.length);
    }

    /**
     * Moves prices, none below 0.
     *
     * @param use of each row, at these prices
     */
    void move(double[] prices, double[] use) {
        double[] excess = new double[use.length];
        for (int row = 0; row < use.length; row++) {
            excess[row] = (use[row] - limits[row]) / size[row];
        }
        double[] step = adam.step(excess);
        for (int row = 0; row < prices.length; row++) {
            prices[row] = Math.max(0, prices[row] + pace[row] * step[row]);
        }
    }
}
