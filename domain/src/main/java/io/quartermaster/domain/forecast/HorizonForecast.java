package io.quartermaster.domain.forecast;

import java.util.Arrays;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * Mean and quantiles of each step of a horizon, in units.
 *
 * @param mean [steps]
 * @param levels of the quantiles, ascending
 * @param quantiles [levels][steps]
 */
public record HorizonForecast(double[] mean, double[] levels, double[][] quantiles) {

    /**
     * Correlation that is assumed between the errors of any two steps of one forecast. A
     * compromise: at level 0.9 the sum of 14 days is covered more often than asked on generated
     * marketplaces, where single days are mostly chance, and less often on Online Retail before
     * Christmas, where whole weeks err together.
     */
    public static final double STEP_CORRELATION = 0.05;

    /** Roots of 1, 2, 3 and so on: jobs ask for them with every forecast. */
    private static final double[] ROOTS =
            IntStream.rangeClosed(1, 64).mapToDouble(Math::sqrt).toArray();

    private static final double ROUNDING = 1e6;

    /**
     * A forecast whose errors are normal.
     *
     * @param mean [steps]
     * @param variances [steps]
     */
    public static HorizonForecast normal(double[] mean, double[] variances, double[] levels) {
        double[][] quantiles = new double[levels.length][mean.length];
        for (int level = 0; level < levels.length; level++) {
            double normal = StandardNormal.quantile(levels[level]);
            for (int step = 0; step < mean.length; step++) {
                quantiles[level][step] = mean[step] + normal * Math.sqrt(variances[step]);
            }
        }
        return new HorizonForecast(mean, levels, quantiles);
    }

    /** The same with nothing below 0, quantiles ascending, and six decimals. */
    public HorizonForecast possible() {
        double[] cleanMean = mean.clone();
        double[][] clean = new double[levels.length][];
        for (int step = 0; step < mean.length; step++) {
            cleanMean[step] = round(Math.max(0, mean[step]));
        }
        for (int level = 0; level < levels.length; level++) {
            clean[level] = quantiles[level].clone();
            for (int step = 0; step < mean.length; step++) {
                double floor = level == 0 ? 0 : clean[level - 1][step];
                clean[level][step] = Math.max(floor, round(clean[level][step]));
            }
        }
        return new HorizonForecast(cleanMean, levels, clean);
    }

    /** The same with no quantile below that of a lower level. */
    public HorizonForecast ascending() {
        double[][] ascending = new double[levels.length][];
        for (int level = 0; level < levels.length; level++) {
            ascending[level] = quantiles[level].clone();
            for (int step = 0; level > 0 && step < mean.length; step++) {
                ascending[level][step] =
                        Math.max(ascending[level - 1][step], ascending[level][step]);
            }
        }
        return new HorizonForecast(mean, levels, ascending);
    }

    /** Whether all of its numbers are. */
    public boolean isFinite() {
        return Arrays.stream(mean).allMatch(Double::isFinite)
                && Arrays.stream(quantiles)
                        .flatMapToDouble(Arrays::stream)
                        .allMatch(Double::isFinite);
    }

    /** With the quantiles of these levels only, which it must have. */
    public HorizonForecast at(double[] wanted) {
        return new HorizonForecast(
                mean,
                wanted,
                Arrays.stream(wanted).mapToObj(this::quantile).toArray(double[][]::new));
    }

    /** The first steps. */
    public HorizonForecast first(int steps) {
        return each(values -> Arrays.copyOf(values, steps));
    }

    /** Every number times a factor of 0 or more. */
    public HorizonForecast times(double factor) {
        return each(values -> Arrays.stream(values).map(value -> value * factor).toArray());
    }

    /** Every number plus a value. */
    public HorizonForecast plus(double value) {
        return each(values -> Arrays.stream(values).map(one -> one + value).toArray());
    }

    private HorizonForecast each(UnaryOperator<double[]> change) {
        return new HorizonForecast(
                change.apply(mean),
                levels,
                Arrays.stream(quantiles).map(change).toArray(double[][]::new));
    }

    /** The quantiles of one level. */
    public double[] quantile(double level) {
        int index = Arrays.binarySearch(levels, level);
        if (index < 0) {
            throw new IllegalArgumentException(
                    "The level (%s) is not among the forecast's %s."
                            .formatted(level, Arrays.toString(levels)));
        }
        return quantiles[index];
    }

    /**
     * Quantile of the sum of steps 0 to h, for each h; needs the level 0.5.
     *
     * <p>Quantiles do not add. With n = h + 1 steps the centre moves from the median of one step to
     * the sum of means, since a sum of many is nearly symmetric: C = sum m + (sum q50 - sum m) /
     * sqrt n. The distances d = q - q50 add as deviations of equal correlation r between steps: D =
     * sqrt((1 - r) sum d^2 + r (sum d)^2). The quantile is C + D above the median, C - D below; for
     * one step it is the step's own.
     */
    public double[] cumulative(double level) {
        double[] median = quantile(0.5);
        double[] wanted = quantile(level);
        double[] sums = new double[mean.length];
        double means = 0;
        double medians = 0;
        double distances = 0;
        double squares = 0;
        for (int step = 0; step < mean.length; step++) {
            double distance = Math.abs(wanted[step] - median[step]);
            means += mean[step];
            medians += median[step];
            distances += distance;
            squares += distance * distance;
            double centre = means + (medians - means) / root(step);
            double spread =
                    distances == 0
                            ? 0
                            : Math.sqrt(
                                    (1 - STEP_CORRELATION) * squares
                                            + STEP_CORRELATION * distances * distances);
            double sum = level < 0.5 ? centre - spread : centre + spread;
            sums[step] = round(Math.max(0, sum));
        }
        return sums;
    }

    private static double root(int step) {
        return step < ROOTS.length ? ROOTS[step] : Math.sqrt(step + 1.0);
    }

    private static double round(double value) {
        return Math.rint(value * ROUNDING) / ROUNDING;
    }
}
