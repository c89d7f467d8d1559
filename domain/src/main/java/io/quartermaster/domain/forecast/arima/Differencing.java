package io.quartermaster.domain.forecast.arima;

import io.quartermaster.domain.forecast.SeriesStatistics;
import java.util.Arrays;

/**
 * How often a series is differenced before its terms are looked for. A season, where its strength 1
 * - Var(rest) / Var(season + rest) is above 0.64 (Wang, Smith and Hyndman, 2006); then as long as
 * the test for a stable level of Kwiatkowski and others (1992) refuses it at 5 %, twice at most.
 */
final class Differencing {

    private static final double STRONG = 0.64;

    /** Critical value of the test, level 5 %, no trend. */
    private static final double REFUSED = 0.463;

    /** Seasons to each side that tell a phase, less one. */
    private static final int SEASONS = 6;

    private static final int MOST = 2;
    private static final int LEAST_VALUES = 8;

    private Differencing() {}

    /** D: 1 or 0. */
    static int seasonal(double[] values, int period) {
        double[] known = filled(values);
        return period > 1 && known.length > 2 * period + 1 && strength(known, period) > STRONG
                ? 1
                : 0;
    }

    /** d, after D seasonal differences. */
    static int plain(double[] values, int period, int seasonalDifferences) {
        int most = MOST - seasonalDifferences;
        ArimaOrder order =
                new ArimaOrder(0, 0, 0, 0, seasonalDifferences, 0, Math.max(1, period), false);
        double[] left = ArimaFit.differenced(filled(values), order);
        int count = 0;
        while (count < most && left.length > LEAST_VALUES && kpss(left) > REFUSED) {
            left = ArimaFit.differenced(left, ArimaOrder.plain(0, 1, 0, false));
            count++;
        }
        return count;
    }

    /** Missing values as those before them; leading ones are left out. */
    private static double[] filled(double[] values) {
        double[] filled = values.clone();
        int from = 0;
        for (int i = 0; i < filled.length; i++) {
            if (Double.isNaN(filled[i])) {
                filled[i] = i > from ? filled[i - 1] : 0;
                from = i == from ? i + 1 : from;
            }
        }
        return Arrays.copyOfRange(filled, from, filled.length);
    }

    /** Sum of squared partial sums over the long-run variance with weights of Bartlett. */
    static double kpss(double[] values) {
        int n = values.length;
        double mean = SeriesStatistics.mean(values);
        double sum = 0;
        double squares = 0;
        for (double value : values) {
            sum += value - mean;
            squares += sum * sum;
        }
        int lags = (int) (3 * Math.sqrt(n) / 13);
        double longRun = SeriesStatistics.autocovariance(values, 0);
        if (longRun < 1e-12) {
            return 0;
        }
        for (int lag = 1; lag <= lags; lag++) {
            longRun += 2 * (1 - lag / (lags + 1.0)) * SeriesStatistics.autocovariance(values, lag);
        }
        return squares / (n * (double) n) / longRun;
    }

    /** The season of each phase may change slowly, so that one that grows with the level counts. */
    static double strength(double[] values, int period) {
        int half = period / 2;
        int n = values.length - 2 * half;
        double[] detrended = new double[n];
        for (int i = 0; i < n; i++) {
            detrended[i] =
                    values[i + half] - SeriesStatistics.centredMean(values, i + half, period);
        }
        double[] rest = new double[n];
        for (int i = 0; i < n; i++) {
            rest[i] = detrended[i] - phase(detrended, i, period);
        }
        double whole = SeriesStatistics.autocovariance(detrended, 0);
        return whole <= 0 ? 0 : Math.max(0, 1 - SeriesStatistics.autocovariance(rest, 0) / whole);
    }

    /** Mean of a phase over the seasons around, with tricube weights (Cleveland, 1990). */
    private static double phase(double[] detrended, int at, int period) {
        double sum = 0;
        double weights = 0;
        for (int season = 1 - SEASONS; season < SEASONS; season++) {
            int other = at + season * period;
            if (other >= 0 && other < detrended.length) {
                double near = Math.abs(season) / (double) SEASONS;
                double weight = Math.pow(1 - near * near * near, 3);
                sum += weight * detrended[other];
                weights += weight;
            }
        }
        return sum / weights;
    }
}
