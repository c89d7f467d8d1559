package io.quartermaster.domain.forecast.intermittent;

import io.quartermaster.domain.forecast.HorizonForecast;
import io.quartermaster.domain.forecast.NegativeBinomial;
import io.quartermaster.domain.forecast.SeriesModel;
import java.util.Arrays;

/**
 * Counts of which many are zero, kept up value by value: a smoothed level for the mean, and for the
 * quantiles a mixture of two distributions, {@value #PARAMETRIC} of a negative binomial one and the
 * rest of what was seen lately.
 *
 * <p>Level: l' = l + {@value #ALPHA} (y - l), from the mean of the history at the fit. Mean:
 * {@value #SHRINKAGE} l, for two reasons: least squared error of a level that is itself uncertain
 * asks for less than the level (James and Stein 1961), and slow items fade more often than they
 * rise. The relative variance of the negative binomial distribution is that of all values seen, (s2
 * - m) / m2, drawn towards {@value #PRIOR} with the weight of {@value #PRIOR_STEPS} steps. Seen
 * lately: the last {@value #KEPT} values, each {@value #FADING} times as heavy as the next. Values
 * with fractions are no counts; their quantiles are those of what was seen lately.
 *
 * @param level l
 * @param count of values seen
 * @param sum of them
 * @param squares sum of their squares
 * @param whole whether all of them were whole numbers
 * @param recent the last values, newest last
 */
public record SmoothedCounts(
        double level, long count, double sum, double squares, boolean whole, double[] recent)
        implements SeriesModel {

    /** Name of the model in forecasts. */
    public static final String NAME = "intermittent";

    /** Changes when the rule does. */
    public static final String VERSION = "1";

    /**
     * Steps from one demand to the next from which on demand counts as intermittent (Syntetos,
     * Boylan and Croston 2005).
     */
    static final double LEAST_INTERVAL = 1.32;

    static final double ALPHA = 0.15;
    static final double SHRINKAGE = 0.93;
    static final double PARAMETRIC = 0.7;
    static final double PRIOR = 1.5;
    static final double PRIOR_STEPS = 10;
    static final double FADING = 0.9;
    static final int KEPT = 40;

    /** No relative variance above this: a single bulk order is not a distribution. */
    private static final double LARGEST_VARIANCE = 10;

    /** Counts up to which the mixture is summed; above it quantiles are averaged. */
    private static final double LARGEST_COUNT = 10_000;

    private static final double ROUNDING = 1e-9;

    /**
     * Whether a series has demand now and then only: none below 0, and more than {@value
     * #LEAST_INTERVAL} steps for each with demand. One without any demand counts as such.
     *
     * @param values NaN where missing
     */
    public static boolean fits(double[] values) {
        double known = 0;
        double demands = 0;
        for (double value : values) {
            if (value < 0) {
                return false;
            }
            known += Double.isNaN(value) ? 0 : 1;
            demands += value > 0 ? 1 : 0;
        }
        return known > LEAST_INTERVAL * demands;
    }

    /**
     * After a history.
     *
     * @param values 0 or more, oldest first, NaN where missing
     */
    public static SmoothedCounts fit(double[] values) {
        double start = Arrays.stream(values).filter(v -> !Double.isNaN(v)).average().orElse(0);
        SmoothedCounts counts = new SmoothedCounts(start, 0, 0, 0, true, new double[0]);
        for (double value : values) {
            counts = counts.update(value);
        }
        return counts;
    }

    /**
     * The model after one more value.
     *
     * @param value 0 or more; NaN where it is missing, which says nothing
     */
    @Override
    public SmoothedCounts update(double value) {
        if (Double.isNaN(value)) {
            return this;
        }
        int kept = Math.min(recent.length, KEPT - 1);
        double[] next = Arrays.copyOfRange(recent, recent.length - kept, recent.length + 1);
        next[kept] = value;
        return new SmoothedCounts(
                level + ALPHA * (value - level),
                count + 1,
                sum + value,
                squares + value * value,
                whole && value == Math.rint(value),
                next);
    }

    /** Expected demand of a step, the same for every step ahead. */
    public double mean() {
        return SHRINKAGE * level;
    }

    /** Mean and quantiles of the next steps. */
    @Override
    public HorizonForecast forecast(int horizon, double[] levels) {
        double[] mean = new double[horizon];
        Arrays.fill(mean, mean());
        Integer[] order = order();
        double[][] quantiles = new double[levels.length][horizon];
        for (int i = 0; i < levels.length; i++) {
            Arrays.fill(quantiles[i], quantile(order, levels[i]));
        }
        return new HorizonForecast(mean, levels, quantiles).possible();
    }

    private Integer[] order() {
        Integer[] order = new Integer[recent.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (one, other) -> Double.compare(recent[one], recent[other]));
        return order;
    }

    private double quantile(Integer[] order, double level) {
        double seen = seen(order, level);
        if (!whole || level <= 0) {
            return seen;
        }
        double counted = NegativeBinomial.quantile(mean(), relativeVariance(), level);
        if (Math.max(seen, counted) > LARGEST_COUNT) {
            return PARAMETRIC * counted + (1 - PARAMETRIC) * seen;
        }
        double least = Math.min(seen, counted);
        double most = Math.max(seen, counted);
        while (least < most && share(least) < level - ROUNDING) {
            least++;
        }
        return least;
    }

    /** Share of the mixture at or below a count. */
    private double share(double counted) {
        double below = 0;
        double all = 0;
        for (int i = 0; i < recent.length; i++) {
            double weight = weight(i);
            all += weight;
            below += recent[i] <= counted ? weight : 0;
        }
        return PARAMETRIC * NegativeBinomial.cumulative(mean(), relativeVariance(), (int) counted)
                + (1 - PARAMETRIC) * below / all;
    }

    /** The least recent value with at least this share of the weight at or below it. */
    private double seen(Integer[] order, double level) {
        double all = 0;
        for (int i = 0; i < recent.length; i++) {
            all += weight(i);
        }
        double below = 0;
        for (int i : order) {
            below += weight(i);
            if (below >= level * all - ROUNDING) {
                return recent[i];
            }
        }
        return 0;
    }

    private double weight(int index) {
        return Math.pow(FADING, recent.length - 1.0 - index);
    }

    private double relativeVariance() {
        double mean = sum / count;
        double variance = count > 1 ? (squares - sum * mean) / (count - 1) : 0;
        double own = mean > 0 ? (variance - mean) / (mean * mean) : 0;
        double bounded = Math.max(0, Math.min(LARGEST_VARIANCE, own));
        return (PRIOR_STEPS * PRIOR + count * bounded) / (PRIOR_STEPS + count);
    }
}
