package io.quartermaster.domain.brand;

/**
 * How often cooperations broke or ended in a run, as a Poisson rate with Jeffreys' prior Gamma(1/2,
 * 0): of k failures on D days of brands, at least one is seen within n further days of one brand
 * with the probability 1 - (D / (D + n))^(k + 1/2), the posterior predictive (Gelman et al.,
 * Bayesian Data Analysis, 3rd ed., 2.6).
 *
 * @param failures expected number of failures, 0 or more: the sum of the highest scores that the
 *     alerts of breaks and exits reached
 * @param alerts how many alerts that were
 * @param brandDays days over which brands were watched, summed over brands; 0 if none was
 */
public record FailureRate(double failures, int alerts, long brandDays) {

    /** What is assumed of a brand without any content customer where nothing was watched. */
    static final double ASSUMED = 0.3;

    /** Nothing was watched. */
    public static final FailureRate UNKNOWN = new FailureRate(0, 0, 0);

    public FailureRate {
        if (!(failures >= 0) || alerts < 0 || brandDays < 0) {
            throw new IllegalArgumentException(
                    "The failures (%s), alerts (%d) and brandDays (%d) must be 0 or more."
                            .formatted(failures, alerts, brandDays));
        }
    }

    /** Whether it was measured at all. */
    public boolean isMeasured() {
        return brandDays > 0;
    }

    /** Probability that one brand fails within so many days, 0 to 1; NaN if nothing was watched. */
    public double within(int days) {
        return isMeasured()
                ? 1 - Math.pow(brandDays / (brandDays + (double) days), failures + 0.5)
                : Double.NaN;
    }

    /**
     * What one brand's customers' whole discontent comes to as a probability of failing: so much
     * that the brands' mean is what was measured; 0.3 where nothing was.
     *
     * @param meanDiscontent mean over brands of 1 - satisfaction, 0 to 1
     */
    public double ofDiscontent(double meanDiscontent, int days) {
        if (!isMeasured()) {
            return ASSUMED;
        }
        return meanDiscontent > 0 ? Math.min(1, within(days) / meanDiscontent) : within(days);
    }
}
