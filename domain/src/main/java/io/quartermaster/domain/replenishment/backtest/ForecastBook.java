package io.quartermaster.domain.replenishment.backtest;

import io.quartermaster.domain.forecast.StandardNormal;
import io.quartermaster.domain.forecast.intermittent.IntermittentMethod;
import io.quartermaster.domain.forecast.online.SeriesEnsemble;
import io.quartermaster.domain.forecast.online.SeriesModelRules;
import io.quartermaster.domain.forecast.online.SeriesModels;
import io.quartermaster.domain.forecast.smoothing.Theta;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The forecasts of every item on every day of a replay, each made before its day from the days
 * before it alone: an ensemble of models kept up value by value (Theta and Teunter-Syntetos-Babai),
 * calibrated by how its own forecasts came out. Every policy reads the same book.
 */
public final class ForecastBook {

    /** Days that a forecast tells. */
    public static final int HORIZON = 28;

    private static final double[] LEVELS = {0.1, 0.5, 0.9};
    private static final List<String> MODELS = List.of(Theta.NAME, IntermittentMethod.TSB.label());

    /** Estimated every four weeks, with a season of a week, on half a year. */
    private static final SeriesModelRules RULES = new SeriesModelRules(MODELS, 7, 28, 0);

    private static final int KEPT = 182;
    private static final int SCORED = 7;
    private static final int LEAST_HISTORY = 28;

    private final int firstDay;

    /** [item][day from the first][step]. */
    private final float[][][] means;

    /** Deviation of the sum over lead time and review: [item][day from the first]. */
    private final float[][] deviations;

    private ForecastBook(int firstDay, float[][][] means, float[][] deviations) {
        this.firstDay = firstDay;
        this.means = means;
        this.deviations = deviations;
    }

    /**
     * Forecasts of all days from the first on.
     *
     * @param firstDay at least 28 days of history lie before it
     */
    public static ForecastBook of(BacktestHistory history, int firstDay) {
        if (firstDay < LEAST_HISTORY || firstDay >= history.days()) {
            throw new IllegalArgumentException(
                    "The first day to forecast (%d of %d) needs %d days of history before it.\nMaybe replay fewer days."
                            .formatted(firstDay, history.days(), LEAST_HISTORY));
        }
        int items = history.items().size();
        float[][][] means = new float[items][history.days() - firstDay][];
        float[][] deviations = new float[items][history.days() - firstDay];
        IntStream.range(0, items)
                .parallel()
                .forEach(i -> forecast(history, i, firstDay, means[i], deviations[i]));
        return new ForecastBook(firstDay, means, deviations);
    }

    private static void forecast(
            BacktestHistory history, int index, int firstDay, float[][] means, float[] deviations) {
        BacktestItem item = history.items().get(index);
        double[] values = Arrays.stream(item.demand()).asDoubleStream().toArray();
        int risk = Math.min(HORIZON, history.riskDays(item)) - 1;
        double beyond = Math.sqrt(history.riskDays(item) / (risk + 1.0));
        SeriesModels models = SeriesModels.none();
        SeriesEnsemble ensemble = SeriesEnsemble.none();
        for (int day = LEAST_HISTORY / 2; day < history.days(); day++) {
            double last = values[day - 1];
            double[] recent = Arrays.copyOfRange(values, Math.max(0, day - KEPT), day);
            models = models.update(RULES, item.item(), day - 1, last, recent);
            ensemble = ensemble.score(day - 1, last, LEVELS, HORIZON).ensemble();
            SeriesEnsemble.Combined told =
                    ensemble.combine(MODELS, models.forecast(HORIZON, LEVELS), day - 1, SCORED);
            ensemble = told.ensemble();
            if (day >= firstDay) {
                float[] mean = new float[HORIZON];
                for (int step = 0; step < HORIZON; step++) {
                    mean[step] = (float) told.forecast().mean()[step];
                }
                double spread = told.cumulativeQ90()[risk] - told.cumulativeQ50()[risk];
                means[day - firstDay] = mean;
                deviations[day - firstDay] =
                        (float) (beyond * Math.max(0, spread) / StandardNormal.quantile(0.9));
            }
        }
    }

    /** Units expected on a later day, told before a day; beyond the horizon the mean of all. */
    double mean(int item, int day, int step) {
        float[] steps = means[item][day - firstDay];
        return step < HORIZON ? steps[step] : sum(item, day, HORIZON) / HORIZON;
    }

    /** Units expected over the first so many days. */
    double sum(int item, int day, int steps) {
        double sum = 0;
        for (int step = 0; step < steps; step++) {
            sum += mean(item, day, step);
        }
        return sum;
    }

    /** Standard deviation of what is wanted over lead time and review, told before a day. */
    double deviation(int item, int day) {
        return deviations[item][day - firstDay];
    }
}
