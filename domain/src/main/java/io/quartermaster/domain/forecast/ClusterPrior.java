package io.quartermaster.domain.forecast;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * What a young item may expect from how others of its brand's cluster began.
 *
 * <p>Mean at age a (days since its start): (n own + m prior_a) / (n + m), own the mean of its own n
 * days, prior_a the mean units of the others at that age, m = 14 days (a shrinkage estimate; Efron
 * and Morris 1975). Quantiles: a negative binomial with that mean and the relative variance of the
 * others' totals, which shrinks by m / (n + m) as its own days come in.
 *
 * @param items how many others it rests on
 * @param meanAtAge mean units of a day by age
 * @param relativeVariance of the others' totals: variance over squared mean
 */
public record ClusterPrior(int items, double[] meanAtAge, double relativeVariance) {

    /** Name of the model in forecasts. */
    public static final String NAME = "cluster_prior";

    /** Changes when the rule does. */
    public static final String VERSION = "1";

    /** An item is young until it has this many days. */
    public static final int YOUNG_DAYS = 28;

    /** Days of its own that weigh as much as the prior. */
    public static final int PRIOR_DAYS = 14;

    /** Without others to learn from, a rate is anyone's guess. */
    private static final double UNKNOWN_VARIANCE = 1;

    private static final double LEAST_VARIANCE = 0.05;

    /** The prior that these beginnings give; their order does not matter. */
    public static ClusterPrior of(List<EarlyDemand> others) {
        List<EarlyDemand> sorted =
                others.stream()
                        .sorted(
                                Comparator.comparing(EarlyDemand::item)
                                        .thenComparing(EarlyDemand::place))
                        .toList();
        double[] means = new double[YOUNG_DAYS];
        if (sorted.isEmpty()) {
            return new ClusterPrior(0, means, UNKNOWN_VARIANCE);
        }
        double totals = 0;
        double squares = 0;
        for (EarlyDemand other : sorted) {
            double total = 0;
            for (int age = 0; age < YOUNG_DAYS; age++) {
                means[age] += other.units()[age] / (double) sorted.size();
                total += other.units()[age];
            }
            totals += total;
            squares += total * total;
        }
        return new ClusterPrior(
                sorted.size(), means, relativeVariance(sorted.size(), totals, squares));
    }

    private static double relativeVariance(int count, double totals, double squares) {
        double mean = totals / count;
        if (count < 2 || mean == 0) {
            return UNKNOWN_VARIANCE;
        }
        double variance = Math.max(0, (squares - count * mean * mean) / (count - 1));
        return Math.max(LEAST_VARIANCE, variance / (mean * mean));
    }

    /**
     * Forecasts a young item.
     *
     * @param own units of its own days so far, none before it starts
     * @param startsIn steps ahead before it starts to sell, 0 if it sells already: these steps are
     *     0
     */
    public HorizonForecast forecast(double[] own, int startsIn, int horizon, double[] levels) {
        double ownMean = Arrays.stream(own).average().orElse(0);
        double ownWeight = own.length / (double) (own.length + PRIOR_DAYS);
        double[] mean = new double[horizon];
        double[][] quantiles = new double[levels.length][horizon];
        for (int step = startsIn; step < horizon; step++) {
            double prior = items == 0 ? ownMean : at(own.length + step - startsIn);
            mean[step] = ownWeight * ownMean + (1 - ownWeight) * prior;
            for (int level = 0; level < levels.length; level++) {
                quantiles[level][step] =
                        NegativeBinomial.quantile(
                                mean[step], relativeVariance * (1 - ownWeight), levels[level]);
            }
        }
        return new HorizonForecast(mean, levels, quantiles).possible();
    }

    /** Past the known ages, the mean of the last week of them. */
    private double at(int age) {
        if (age < meanAtAge.length) {
            return meanAtAge[age];
        }
        return Arrays.stream(meanAtAge, meanAtAge.length - 7, meanAtAge.length).average().orElse(0);
    }
}
