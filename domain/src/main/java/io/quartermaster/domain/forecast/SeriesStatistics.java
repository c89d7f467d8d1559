package io.quartermaster.domain.forecast;

import java.util.Arrays;

/** Sample statistics of a series without missing values. */
public final class SeriesStatistics {

    private SeriesStatistics() {}

    /** Mean; 0 of an empty series. */
    public static double mean(double[] values) {
        return Arrays.stream(values).average().orElse(0);
    }

    /** Autocovariance at a lag of 0 or more, divided by the number of values. */
    public static double autocovariance(double[] values, int lag) {
        double mean = mean(values);
        double sum = 0;
        for (int i = lag; i < values.length; i++) {
            sum += (values[i] - mean) * (values[i - lag] - mean);
        }
        return sum / values.length;
    }

    /**
     * Mean of the season centred on a step, both ends half where the period is even.
     *
     * @param at half a period or more from both ends of the series
     */
    public static double centredMean(double[] values, int at, int period) {
        int half = period / 2;
        double sum = 0;
        for (int i = at - half; i <= at + half; i++) {
            boolean end = period % 2 == 0 && (i == at - half || i == at + half);
            sum += end ? values[i] / 2 : values[i];
        }
        return sum / period;
    }

    /**
     * The information criterion of Akaike, corrected for short series (Hurvich and Tsai, 1989);
     * infinite where there are too few values for it.
     *
     * @param deviance minus two log likelihoods
     * @param parameters estimated, the variance among them
     * @param count of values
     */
    public static double criterion(double deviance, int parameters, double count) {
        double left = count - parameters - 1;
        return left > 0
                ? deviance + 2 * parameters + 2.0 * parameters * (parameters + 1) / left
                : Double.POSITIVE_INFINITY;
    }
}
