package io.quartermaster.domain.satisfaction;

import io.quartermaster.domain.satisfaction.factor.Covariance;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * What is known of all entities of one kind together: each counts with its last row alone, so a new
 * row takes the place of the one before.
 *
 * @param taking whether an indicator was ever known, in the order of {@link SatisfactionIndicator}
 * @param covariance of the indicators that take part, over entities that know all of these
 * @param entropy of all indicators
 * @param moments of the bad rates
 */
public record SatisfactionPanel(
        boolean[] taking, Covariance covariance, EntropySums entropy, PriorMoments moments) {

    /** No entity yet. */
    public static SatisfactionPanel empty() {
        int count = SatisfactionIndicator.COUNT;
        return new SatisfactionPanel(
                new boolean[count],
                Covariance.of(0),
                EntropySums.of(count),
                PriorMoments.of(count));
    }

    /** Whether a row knows an indicator that nobody knew before. */
    public boolean isWidenedBy(double[] indicators) {
        return IntStream.range(0, taking.length)
                .anyMatch(i -> !taking[i] && !Double.isNaN(indicators[i]));
    }

    /**
     * With more indicators.
     *
     * @param indicators of the row that knows them
     * @param rows indicators of all entities that count, from which the covariance is made anew
     */
    public SatisfactionPanel widened(double[] indicators, Iterable<double[]> rows) {
        boolean[] more = taking.clone();
        for (int i = 0; i < more.length; i++) {
            more[i] |= !Double.isNaN(indicators[i]);
        }
        Covariance anew = Covariance.of(columns(more).length);
        for (double[] row : rows) {
            double[] some = select(row, more);
            anew = some.length == 0 ? anew : anew.plus(some);
        }
        return new SatisfactionPanel(more, anew, entropy, moments);
    }

    /** With one entity's row. */
    public SatisfactionPanel plus(double[] indicators, double[] sums) {
        double[] some = select(indicators, taking);
        return new SatisfactionPanel(
                taking,
                some.length == 0 ? covariance : covariance.plus(some),
                entropy.plus(indicators),
                moments.plus(events(sums), trials(sums)));
    }

    /** Without one entity's row, which must have been added. */
    public SatisfactionPanel minus(double[] indicators, double[] sums) {
        double[] some = select(indicators, taking);
        return new SatisfactionPanel(
                taking,
                some.length == 0 ? covariance : covariance.minus(some),
                entropy.minus(indicators),
                moments.minus(events(sums), trials(sums)));
    }

    /** Places of the indicators that take part. */
    public int[] columns() {
        return columns(taking);
    }

    private static int[] columns(boolean[] taking) {
        return IntStream.range(0, taking.length).filter(i -> taking[i]).toArray();
    }

    /** The values that take part; empty if one of them is missing. */
    private static double[] select(double[] indicators, boolean[] taking) {
        double[] some = Arrays.stream(columns(taking)).mapToDouble(i -> indicators[i]).toArray();
        return Arrays.stream(some).anyMatch(Double::isNaN) ? new double[0] : some;
    }

    private static double[] events(double[] sums) {
        return Arrays.stream(SatisfactionIndicator.values())
                .mapToDouble(indicator -> indicator.events(sums))
                .toArray();
    }

    private static double[] trials(double[] sums) {
        return Arrays.stream(SatisfactionIndicator.values())
                .mapToDouble(indicator -> Math.max(0, indicator.trials(sums)))
                .toArray();
    }
}
