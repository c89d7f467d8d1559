package io.quartermaster.domain.replenishment.policy;

import java.util.Arrays;

/**
 * Demand known by quantiles, such as a forecast's: between two of them it is spread evenly; below
 * the first and above the last lies nothing, so their levels are taken as 0 and 1 where they are
 * not.
 */
public final class QuantileDemand implements Demand {

    private final double[] levels;
    private final double[] units;

    /** Index i: {@code E[(D - units[i])+]}. */
    private final double[] loss;

    private final double deviation;

    /**
     * Demand with these quantiles.
     *
     * @param levels rising, each within 0 to 1, two or more
     * @param units not falling, as many
     */
    public QuantileDemand(double[] levels, double[] units) {
        if (levels.length < 2 || levels.length != units.length) {
            throw new IllegalArgumentException(
                    "The quantiles of demand (%d levels, %d values) must be two or more, a value each.\nMaybe the file holds a header only."
                            .formatted(levels.length, units.length));
        }
        for (int i = 0; i < levels.length; i++) {
            Terms.finite("quantile", units[i]);
            boolean rises = i == 0 || (levels[i] > levels[i - 1] && units[i] >= units[i - 1]);
            if (!(levels[i] >= 0 && levels[i] <= 1) || !rises) {
                throw new IllegalArgumentException(
                        "The quantile (%s at level %s) must lie at a level within 0 to 1 and rise from the one before.\nMaybe sort the rows by level."
                                .formatted(units[i], levels[i]));
            }
        }
        this.levels = levels.clone();
        this.units = units.clone();
        this.levels[0] = 0;
        this.levels[levels.length - 1] = 1;
        this.loss = losses();
        this.deviation = Math.sqrt(Math.max(0, meanSquare() - mean() * mean()));
    }

    private double[] losses() {
        double[] losses = new double[units.length];
        for (int i = units.length - 2; i >= 0; i--) {
            double meanAbove = 1 - (levels[i] + levels[i + 1]) / 2;
            losses[i] = losses[i + 1] + (units[i + 1] - units[i]) * meanAbove;
        }
        return losses;
    }

    private double meanSquare() {
        double sum = 0;
        for (int i = 1; i < units.length; i++) {
            double a = units[i - 1];
            double b = units[i];
            sum += (levels[i] - levels[i - 1]) * (a * a + a * b + b * b) / 3;
        }
        return sum;
    }

    @Override
    public double mean() {
        return units[0] + loss[0];
    }

    @Override
    public double deviation() {
        return deviation;
    }

    @Override
    public double cumulative(double value) {
        if (value < units[0]) {
            return 0;
        }
        int last = units.length - 1;
        if (value >= units[last]) {
            return 1;
        }
        int i = lastNotAbove(value);
        return levels[i]
                + (levels[i + 1] - levels[i]) * (value - units[i]) / (units[i + 1] - units[i]);
    }

    /** The last i with {@code units[i] <= value}, before the last of all. */
    private int lastNotAbove(double value) {
        int i = 0;
        while (i + 2 < units.length && units[i + 1] <= value) {
            i++;
        }
        return i;
    }

    @Override
    public double quantile(double level) {
        Terms.share("level", level);
        int found = Arrays.binarySearch(levels, level);
        if (found >= 0) {
            return units[found];
        }
        int after = -found - 1;
        double share = (level - levels[after - 1]) / (levels[after] - levels[after - 1]);
        return units[after - 1] + share * (units[after] - units[after - 1]);
    }

    @Override
    public double expectedAbove(double value) {
        if (value <= units[0]) {
            return mean() - value;
        }
        if (value >= units[units.length - 1]) {
            return 0;
        }
        int i = lastNotAbove(value);
        double meanAbove = 1 - (cumulative(value) + levels[i + 1]) / 2;
        return loss[i + 1] + (units[i + 1] - value) * meanAbove;
    }
}
