package io.quartermaster.domain.satisfaction;

import java.io.Serializable;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;

/**
 * How evidence becomes a score.
 *
 * @param weights w_i in the order of {@link SatisfactionIndicator}; not negative, sum 1
 * @param worst rate at which an indicator reaches 0, in the same order; rating has none (NaN)
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
        if (halfLife.isNegative() || halfLife.isZero()) {
            throw new IllegalArgumentException(
                    "The half-life (%s) must be positive.\nMaybe 30 d.".formatted(halfLife));
        }
    }

    /** Returns 20 %, complaints 10 %, late 30 %, short 20 % are as bad as it gets. */
    public static SatisfactionRules standard() {
        return new SatisfactionRules(
                new double[] {0.2, 0.2, 0.2, 0.25, 0.15},
                new double[] {0.2, 0.1, 0.3, Double.NaN, 0.2},
                Duration.ofDays(60),
                0.5,
                0.8,
                EnumSet.noneOf(SatisfactionIndicator.class));
    }
}
