package io.quartermaster.domain.satisfaction;

import java.io.Serializable;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;

/**
 * How evidence becomes a score.
 *
 * @param weights w_i in the order of {@link SatisfactionIndicator}; not negative, sum 1
 * @param worst rate at which an indicator reaches 0, in the same order; above 0, at most 1
 * @param halfLife after which evidence counts half
 * @param minEvidence an indicator with less decayed evidence is missing
 * @param contentAt an indicator at or above this needs no action
 * @param untold indicators that the history does not tell of anybody: missing for everybody. That
 *     nobody is known to have complained says nothing where complaints are not written down.
 */
public record SatisfactionRules(
        double[] weights,
        double[] worst,
        Duration halfLife,
        double minEvidence,
        double contentAt,
        EnumSet<SatisfactionIndicator> untold)
        implements Serializable {

    public SatisfactionRules {
        if (weights.length != SatisfactionIndicator.values().length) {
            throw new IllegalArgumentException(
                    "The number of weights (%d) must be %d.\nMaybe give one for each of %s."
                            .formatted(
                                    weights.length,
                                    SatisfactionIndicator.values().length,
                                    Arrays.toString(SatisfactionIndicator.values())));
        }
        IndicatorWeights.check(weights);
        checkWorst(worst);
        if (halfLife.isNegative() || halfLife.isZero()) {
            throw new IllegalArgumentException(
                    "The half-life (%s) must be positive.\nMaybe 30 d.".formatted(halfLife));
        }
    }

    /**
     * As bad as it gets: returns 20 %, complaints 10 %, late 30 %, all ratings 1, short 20 %, of
     * poor quality 10 %, half the price on top, 30 days on the way, poor service 5 %, out of stock
     * 20 %.
     */
    public static SatisfactionRules standard() {
        return new SatisfactionRules(
                new double[] {0.15, 0.1, 0.15, 0.2, 0.1, 0.1, 0.05, 0.05, 0.05, 0.05},
                new double[] {0.2, 0.1, 0.3, 1, 0.2, 0.1, 0.5, 1, 0.05, 0.2},
                Duration.ofDays(60),
                0.5,
                0.8,
                EnumSet.noneOf(SatisfactionIndicator.class));
    }

    /** The same with other weights. */
    public SatisfactionRules withWeights(double[] other) {
        return new SatisfactionRules(other, worst, halfLife, minEvidence, contentAt, untold);
    }

    /** The same where more is told of nobody. */
    public SatisfactionRules withUntold(EnumSet<SatisfactionIndicator> more) {
        EnumSet<SatisfactionIndicator> all = EnumSet.copyOf(untold);
        all.addAll(more);
        return new SatisfactionRules(weights, worst, halfLife, minEvidence, contentAt, all);
    }

    private static void checkWorst(double[] rates) {
        if (rates.length != SatisfactionIndicator.COUNT
                || Arrays.stream(rates).anyMatch(rate -> !(rate > 0 && rate <= 1))) {
            throw new IllegalArgumentException(
                    "The worst rates %s must be %d numbers above 0 and at most 1.\nMaybe give one for each of %s."
                            .formatted(
                                    Arrays.toString(rates),
                                    SatisfactionIndicator.COUNT,
                                    SatisfactionIndicator.labels()));
        }
    }
}
