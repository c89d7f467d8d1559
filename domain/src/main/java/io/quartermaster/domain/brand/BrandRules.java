package io.quartermaster.domain.brand;

import java.io.Serializable;
import java.time.Duration;
import java.util.Arrays;

/**
 * How figures become ratings.
 *
 * @param priorEvidence n0: live figures weigh n / (n + n0) against judgements
 * @param lasting half-life of the figures
 * @param recent half-life of the units whose rate is held against the lasting one
 * @param weights of the criteria where no expert's judgements hold, sum 1
 */
public record BrandRules(double priorEvidence, Duration lasting, Duration recent, double[] weights)
        implements Serializable {

    public BrandRules {
        if (!(priorEvidence > 0)) {
            throw new IllegalArgumentException(
                    "The prior evidence (%s) must be positive.\nMaybe 20."
                            .formatted(priorEvidence));
        }
        if (recent.compareTo(lasting) >= 0 || recent.isNegative() || recent.isZero()) {
            throw new IllegalArgumentException(
                    "The recent half-life (%s) must be positive and shorter than the lasting one (%s).\nMaybe 14 d and 60 d."
                            .formatted(recent, lasting));
        }
        if (weights.length != BrandCriterion.values().length) {
            throw new IllegalArgumentException(
                    "The number of weights (%d) must be %d.\nMaybe give one for each of %s."
                            .formatted(
                                    weights.length,
                                    BrandCriterion.values().length,
                                    Arrays.toString(BrandCriterion.values())));
        }
        HierarchyNode.weights("brand", weights);
    }

    public static BrandRules standard() {
        return new BrandRules(
                20,
                Duration.ofDays(60),
                Duration.ofDays(14),
                new double[] {0.10, 0.12, 0.10, 0.18, 0.22, 0.08, 0.20});
    }
}
