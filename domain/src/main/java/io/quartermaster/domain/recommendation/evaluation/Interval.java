package io.quartermaster.domain.recommendation.evaluation;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * A mean over users with its interval: percentiles 2.5 and 97.5 of the means of samples of users,
 * drawn with replacement (Efron and Tibshirani 1993). Equal seeds draw equal users, so that a
 * difference of two methods taken user by user is paired.
 *
 * @param mean over users
 * @param low lower end
 * @param high upper end
 */
public record Interval(double mean, double low, double high) {

    private static final int SAMPLES = 1000;

    /** Of one value a user; at least one. */
    public static Interval of(double[] values, long seed) {
        if (values.length == 0) {
            throw new IllegalArgumentException(
                    "A mean needs at least one user.\nMaybe nobody has both a history and something held out.");
        }
        SplittableRandom random = new SplittableRandom(seed);
        double[] means = new double[SAMPLES];
        for (int sample = 0; sample < SAMPLES; sample++) {
            double sum = 0;
            for (int i = 0; i < values.length; i++) {
                sum += values[random.nextInt(values.length)];
            }
            means[sample] = sum / values.length;
        }
        Arrays.sort(means);
        double mean = Arrays.stream(values).sum() / values.length;
        return new Interval(mean, means[(int) (0.025 * SAMPLES)], means[(int) (0.975 * SAMPLES)]);
    }

    /** Of the differences of two methods, user by user. */
    public static Interval ofDifference(double[] values, double[] others, long seed) {
        double[] differences = new double[values.length];
        Arrays.setAll(differences, i -> values[i] - others[i]);
        return of(differences, seed);
    }
}
