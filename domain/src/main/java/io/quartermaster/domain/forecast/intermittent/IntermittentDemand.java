package io.quartermaster.domain.forecast.intermittent;

import io.quartermaster.domain.forecast.HorizonForecast;
import io.quartermaster.domain.forecast.SampleQuantile;
import io.quartermaster.domain.forecast.SeriesModel;
import java.util.Arrays;

/**
 * Demand that comes now and then, kept up value by value. Size z and interval p move at demand
 * only: z' = z + alpha (y - z), p' = p + alpha (steps since the last - p); the probability b moves
 * at each step: b' = b + beta ([y > 0] - b). Quantiles are those of a mixture: nothing with the
 * chance that none comes, else one of the last sizes.
 *
 * @param method how the mean is made
 * @param alpha weight of a new size and interval, above 0, 1 at most
 * @param beta weight of a step in the probability, above 0, 1 at most
 * @param size z; 0 before the first demand
 * @param interval p, in steps
 * @param probability b, of demand in a step
 * @param since steps since the last demand
 * @param sizes the last ones, newest last, {@value #SIZES} at most
 */
public record IntermittentDemand(
        IntermittentMethod method,
        double alpha,
        double beta,
        double size,
        double interval,
        double probability,
        int since,
        double[] sizes)
        implements SeriesModel {

    /** Changes when the rule does. */
    public static final String VERSION = "1";

    static final int SIZES = 32;

    public IntermittentDemand {
        if (!(alpha > 0 && alpha <= 1) || !(beta > 0 && beta <= 1)) {
            throw new IllegalArgumentException(
                    "The weights (%s, %s) must lie above 0 and be 1 at most.\nMaybe 0.1."
                            .formatted(alpha, beta));
        }
    }

    /**
     * After a history; the first probability is the share of steps with demand in it.
     *
     * @param values 0 or more, oldest first, NaN where missing
     */
    public static IntermittentDemand fit(
            IntermittentMethod method, double alpha, double beta, double[] values) {
        double[] known = Arrays.stream(values).filter(v -> !Double.isNaN(v)).toArray();
        double share =
                known.length == 0
                        ? Double.NaN
                        : Arrays.stream(known).filter(v -> v > 0).count() / (double) known.length;
        IntermittentDemand demand =
                new IntermittentDemand(method, alpha, beta, 0, 0, share, 0, new double[0]);
        for (double value : values) {
            demand = demand.update(value);
        }
        return demand;
    }

    /**
     * The model after one more value.
     *
     * @param value 0 or more; NaN where it is missing, which says nothing
     */
    @Override
    public IntermittentDemand update(double value) {
        if (Double.isNaN(value)) {
            return this;
        }
        double now = value > 0 ? 1 : 0;
        double chance = Double.isNaN(probability) ? now : probability + beta * (now - probability);
        if (value <= 0) {
            return new IntermittentDemand(
                    method, alpha, beta, size, interval, chance, since + 1, sizes);
        }
        boolean first = sizes.length == 0;
        return new IntermittentDemand(
                method,
                alpha,
                beta,
                first ? value : size + alpha * (value - size),
                first ? since + 1 : interval + alpha * (since + 1 - interval),
                chance,
                0,
                with(value));
    }

    private double[] with(double value) {
        int kept = Math.min(sizes.length, SIZES - 1);
        double[] more = Arrays.copyOfRange(sizes, sizes.length - kept, sizes.length + 1);
        more[kept] = value;
        return more;
    }

    /** Expected demand of a step, the same for every step ahead. */
    public double mean() {
        if (sizes.length == 0) {
            return 0;
        }
        return switch (method) {
            case CROSTON -> size / interval;
            case SBA -> (1 - alpha / 2) * size / interval;
            case TSB -> probability * size;
        };
    }

    private double chance() {
        return sizes.length == 0
                ? 0
                : method == IntermittentMethod.TSB ? probability : Math.min(1, 1 / interval);
    }

    /** Mean and quantiles of the next steps. */
    @Override
    public HorizonForecast forecast(int horizon, double[] levels) {
        double[] mean = new double[horizon];
        Arrays.fill(mean, mean());
        double[] sorted = SampleQuantile.sorted(sizes);
        double[][] quantiles = new double[levels.length][horizon];
        for (int level = 0; level < levels.length; level++) {
            Arrays.fill(quantiles[level], quantile(sorted, levels[level]));
        }
        return new HorizonForecast(mean, levels, quantiles);
    }

    private double quantile(double[] sorted, double level) {
        double none = 1 - chance();
        return level <= none || sorted.length == 0
                ? 0
                : SampleQuantile.of(sorted, (level - none) / (1 - none));
    }
}
