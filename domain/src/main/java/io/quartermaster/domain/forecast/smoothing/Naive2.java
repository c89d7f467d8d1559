package io.quartermaster.domain.forecast.smoothing;

import io.quartermaster.domain.forecast.HorizonForecast;
import io.quartermaster.domain.forecast.SeasonalNaive;
import java.util.Arrays;

/**
 * The yardstick of the M4 competition: the last value of the series without its season, times the
 * season, where a season is there; else the last value (Makridakis, Spiliotis and Assimakopoulos
 * 2020). Seasons need three of them to be seen.
 */
public final class Naive2 {

    /** Name of the model in evaluations. */
    public static final String NAME = "naive2";

    private static final int SEASONS = 3;

    private Naive2() {}

    /**
     * Forecasts; the quantiles are those of the naive forecast of the series without its season.
     *
     * @param values oldest first, none missing
     * @param period steps of a season, 1 for none
     */
    public static HorizonForecast forecast(
            double[] values, int period, int horizon, double[] levels) {
        boolean seasonal =
                values.length >= SEASONS * period && ClassicalSeason.isThere(values, period);
        double[] season = seasonal ? ClassicalSeason.factors(values, period) : new double[] {1};
        double[] left = new double[values.length];
        Arrays.setAll(left, i -> values[i] / season[i % season.length]);
        HorizonForecast naive = new SeasonalNaive(1).forecast(left, horizon, levels);
        double[] mean = new double[horizon];
        double[][] quantiles = new double[levels.length][horizon];
        for (int step = 0; step < horizon; step++) {
            double factor = season[(values.length + step) % season.length];
            mean[step] = naive.mean()[step] * factor;
            for (int level = 0; level < levels.length; level++) {
                quantiles[level][step] = naive.quantiles()[level][step] * factor;
            }
        }
        return new HorizonForecast(mean, levels, quantiles);
    }
}
