package io.quartermaster.domain.brand;

import io.quartermaster.domain.satisfaction.BetaPrior;

/**
 * What a brand is expected to bring of returns and satisfaction, so that neither few units nor few
 * customers are taken for what it is like (empirical Bayes; Efron and Morris 1975). An item of
 * which x of n units sold came back has the share (x + r s) / (n + s); a brand rated t is as
 * satisfying as e t + (1 - e) q. That a brand's items differ no more than brands do is assumed.
 *
 * @param returns r, returned units of ordered ones, the brand's own included, 0 to 1
 * @param strength s, units that r is worth, 0 or more; 0 leaves shares as they are
 * @param satisfaction q, before the brand's own, 0 to 1
 * @param satisfactionEvidence e, share that is the brand's own, 0 to 1; 1 leaves ratings as they
 *     are
 */
public record BrandExpectation(
        double returns, double strength, double satisfaction, double satisfactionEvidence) {

    public BrandExpectation {
        requireShare("returns", returns);
        requireShare("satisfaction", satisfaction);
        requireShare("satisfactionEvidence", satisfactionEvidence);
        if (!(strength >= 0) || Double.isInfinite(strength)) {
            throw new IllegalArgumentException(
                    "The strength (%s) of an expectation must be 0 or more units.\nMaybe 0 for none."
                            .formatted(strength));
        }
    }

    /**
     * Nothing is drawn anywhere.
     *
     * @param returns of an item that has not sold, 0 to 1
     */
    public static BrandExpectation ownOnly(double returns) {
        return new BrandExpectation(returns, 0, 0, 1);
    }

    /** The same returns with another satisfaction. */
    public BrandExpectation withSatisfaction(double prior, double evidence) {
        return new BrandExpectation(returns, strength, prior, evidence);
    }

    /**
     * Share of an item's units that come back, 0 to 1.
     *
     * @param returned units that came back, 0 or more; more than were sold count as all
     * @param sold units sold, 0 or more
     */
    public double returnedShare(double returned, double sold) {
        return sold + strength > 0
                ? new BetaPrior(returns, strength).rate(Math.min(returned, sold), sold)
                : returns;
    }

    /**
     * Satisfaction with the brand, 0 to 1.
     *
     * @param rating its own, 0 to 1
     */
    public double satisfaction(double rating) {
        return satisfactionEvidence * rating + (1 - satisfactionEvidence) * satisfaction;
    }

    private static void requireShare(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(
                    "The %s (%s) of an expectation must be 0 to 1.\nMaybe it was taken in per cent."
                            .formatted(name, value));
        }
    }
}
