package io.quartermaster.domain.forecast.smoothing;

import io.quartermaster.domain.forecast.SeriesStatistics;
import java.util.Arrays;

/**
 * Seasonal factors by classical decomposition: the mean over years of each phase's ratio to the
 * centred moving average, scaled to a mean of 1 (Hyndman and Athanasopoulos, Forecasting:
 * Principles and Practice, 3.4).
 */
final class ClassicalSeason {

    /** Normal quantile 0.95 of the test for a season. */
    private static final double LIMIT = 1.6448536269514722;

    private ClassicalSeason() {}

    /**
     * Whether the autocorrelation at the season's lag is more than chance, those at shorter lags
     * allowed for (Bartlett); needs more than two seasons.
     *
     * @param values without missing ones
     */
    static boolean isThere(double[] values, int period) {
        if (period < 2 || values.length <= 2 * period) {
            return false;
        }
        double variance = SeriesStatistics.autocovariance(values, 0);
        if (variance <= 0) {
            return false;
        }
        double squares = 0;
        for (int lag = 1; lag < period; lag++) {
            squares += Math.pow(SeriesStatistics.autocovariance(values, lag) / variance, 2);
        }
        double error = Math.sqrt((1 + 2 * squares) / values.length);
        return Math.abs(SeriesStatistics.autocovariance(values, period) / variance) > LIMIT * error;
    }

    /**
     * The factor of each phase.
     *
     * @param values without missing ones, two seasons or more
     * @return [period], all 1 where a factor could not be told from 0
     */
    static double[] factors(double[] values, int period) {
        double[] sums = new double[period];
        int[] counts = new int[period];
        int half = period / 2;
        for (int i = half; i < values.length - half; i++) {
            sums[i % period] += values[i] / SeriesStatistics.centredMean(values, i, period);
            counts[i % period]++;
        }
        double total = 0;
        for (int i = 0; i < period; i++) {
            sums[i] /= counts[i];
            total += sums[i] / period;
        }
        for (int i = 0; i < period; i++) {
            sums[i] /= total;
            if (!(sums[i] > 1e-4 && sums[i] < 1e4)) {
                Arrays.fill(sums, 1);
                return sums;
            }
        }
        return sums;
    }
}
