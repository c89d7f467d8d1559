package io.quartermaster.domain.forecast;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * What a young item may expect from how others began.
 *
 * <p>Mean at age a (days since its start), on a day whose weekday has the factor f: f (n own + m
 * prior_a) / (n + m), own the mean of its own n days over their factors, prior_a the weighted mean
 * units of the others in the fortnight around that age over their factors, m = 14 days (a shrinkage
 * estimate; Efron and Morris 1975). Quantiles: a negative binomial with that mean and the relative
 * variance of the others' totals, which shrinks by m / (n + m) as its own days come in.
 *
 * @param items how many others it rests on
 * @param meanAtAge mean units of a day by age, were all weekdays alike
 * @param relativeVariance of the others' totals: variance over squared mean
 * @param weekdays what the days of the week are worth
 */
public record ClusterPrior(
        int items, double[] meanAtAge, double relativeVariance, WeekdayShape weekdays) {

    /** Name of the model in forecasts. */
    public static final String NAME = "cluster_prior";

    /** Changes when the rule does. */
    public static final String VERSION = "2";

    /** An item is young until it has this many days. */
    public static final int YOUNG_DAYS = 28;

    /** Days of its own that weigh as much as the prior. */
    public static final int PRIOR_DAYS = 14;

    private static final int WEEK = 7;

    /** Without others to learn from, a rate is anyone's guess. */
    private static final double UNKNOWN_VARIANCE = 1;

    private static final double LEAST_VARIANCE = 0.05;

    /** The prior that these beginnings give; their order does not matter. */
    public static ClusterPrior of(List<WeightedBeginning> others, WeekdayShape weekdays) {
        List<WeightedBeginning> sorted =
                others.stream()
                        .sorted(
                                Comparator.comparing(
                                                (WeightedBeginning other) -> other.demand().item())
                                        .thenComparing(other -> other.demand().place()))
                        .toList();
        double weights = sorted.stream().mapToDouble(WeightedBeginning::weight).sum();
        double[] units = new double[YOUNG_DAYS];
        double[] shares = new double[YOUNG_DAYS];
        double[] totals = new double[sorted.size()];
        for (int i = 0; i < totals.length; i++) {
            EarlyDemand demand = sorted.get(i).demand();
            double share = sorted.get(i).weight() / weights;
            for (int age = 0; age < YOUNG_DAYS; age++) {
                units[age] += share * demand.units()[age];
                shares[age] += share * weekdays.on(demand.firstDay() + age);
                totals[i] += demand.units()[age];
            }
        }
        return new ClusterPrior(
                totals.length,
                smooth(units, shares),
                relativeVariance(sorted, weights, totals),
                weekdays);
    }

    /** Units over what their days are worth, in the fortnight around each age. */
    private static double[] smooth(double[] units, double[] worth) {
        double[] means = new double[YOUNG_DAYS];
        for (int age = 0; age < YOUNG_DAYS; age++) {
            double sum = 0;
            double days = 0;
            for (int near = age - WEEK; near <= age + WEEK; near++) {
                if (near >= 0 && near < YOUNG_DAYS) {
                    sum += units[near];
                    days += worth[near];
                }
            }
            means[age] = days == 0 ? 0 : sum / days;
        }
        return means;
    }

    /** Reliability weights: sum w (t - m)^2 / (1 - sum w^2) over m^2. */
    private static double relativeVariance(
            List<WeightedBeginning> others, double weights, double[] totals) {
        double mean = 0;
        double concentration = 0;
        for (int i = 0; i < totals.length; i++) {
            double share = others.get(i).weight() / weights;
            mean += share * totals[i];
            concentration += share * share;
        }
        if (totals.length < 2 || mean == 0) {
            return UNKNOWN_VARIANCE;
        }
        double squares = 0;
        for (int i = 0; i < totals.length; i++) {
            double distance = totals[i] - mean;
            squares += others.get(i).weight() / weights * distance * distance;
        }
        return Math.max(LEAST_VARIANCE, squares / (1 - concentration) / (mean * mean));
    }

    /**
     * Forecasts a young item.
     *
     * @param own units of its own days so far, none before it starts
     * @param startsIn steps ahead before it starts to sell, 0 if it sells already: these steps are
     *     0
     * @param firstDay epoch day of the first step
     */
    public HorizonForecast forecast(
            double[] own, int startsIn, long firstDay, int horizon, double[] levels) {
        double ownMean = ownMean(own, firstDay);
        double ownWeight = own.length / (double) (own.length + PRIOR_DAYS);
        double[] mean = new double[horizon];
        double[][] quantiles = new double[levels.length][horizon];
        for (int step = startsIn; step < horizon; step++) {
            double prior = items == 0 ? ownMean : at(own.length + step - startsIn);
            mean[step] =
                    weekdays.on(firstDay + step) * (ownWeight * ownMean + (1 - ownWeight) * prior);
            for (int level = 0; level < levels.length; level++) {
                quantiles[level][step] =
                        NegativeBinomial.quantile(
                                mean[step], relativeVariance * (1 - ownWeight), levels[level]);
            }
        }
        return new HorizonForecast(mean, levels, quantiles).possible();
    }

    private double ownMean(double[] own, long firstDay) {
        double worth = 0;
        for (int i = 0; i < own.length; i++) {
            worth += weekdays.on(firstDay - own.length + i);
        }
        return worth == 0 ? 0 : Arrays.stream(own).sum() / worth;
    }

    /** Past the known ages, the mean of the last fortnight of them. */
    private double at(int age) {
        if (age < meanAtAge.length) {
            return meanAtAge[age];
        }
        return Arrays.stream(meanAtAge, meanAtAge.length - 2 * WEEK, meanAtAge.length)
                .average()
                .orElse(0);
    }
}
