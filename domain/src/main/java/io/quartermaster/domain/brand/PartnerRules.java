package io.quartermaster.domain.brand;

/**
 * Who may be taken on at all, and what a trial is.
 *
 * @param leastScore score below which a brand is not taken on
 * @param leastTrialScore score below which it gets no trial either
 * @param mostRisk risk above which a brand is not taken on
 * @param mostTrialRisk risk above which it gets no trial either
 * @param trialShare share of an item's investment, volume and margin that a trial has, above 0 to 1
 * @param trialItems items of a trial at most, 1 or more
 * @param lossShare share of the investment that is lost when a cooperation fails
 */
public record PartnerRules(
        double leastScore,
        double leastTrialScore,
        double mostRisk,
        double mostTrialRisk,
        double trialShare,
        int trialItems,
        double lossShare) {

    public PartnerRules {
        share("least_score", leastScore);
        share("least_trial_score", leastTrialScore);
        share("most_risk", mostRisk);
        share("most_trial_risk", mostTrialRisk);
        share("trial_share", trialShare);
        share("loss_share", lossShare);
        ordered("least_trial_score", leastTrialScore, "least_score", leastScore);
        ordered("most_risk", mostRisk, "most_trial_risk", mostTrialRisk);
        if (trialShare == 0 || trialItems < 1) {
            throw new IllegalArgumentException(
                    "The trial_share (%s) must be above 0 and the trial_items (%d) 1 or more.\nMaybe 0.25 and 3."
                            .formatted(trialShare, trialItems));
        }
    }

    /** What holds where nothing else is said. */
    public static PartnerRules standard() {
        return new PartnerRules(0.5, 0.3, 0.4, 0.7, 0.25, 3, 0.5);
    }

    boolean mayOnboard(PartnerCandidate candidate) {
        return candidate.score() >= leastScore && candidate.risk() <= mostRisk;
    }

    boolean mayTry(PartnerCandidate candidate) {
        return candidate.score() >= leastTrialScore && candidate.risk() <= mostTrialRisk;
    }

    private static void share(String what, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(
                    "The %s (%s) must be 0 to 1.\nMaybe divide by 100.".formatted(what, value));
        }
    }

    private static void ordered(String low, double lowValue, String high, double highValue) {
        if (lowValue > highValue) {
            throw new IllegalArgumentException(
                    "The %s (%s) must not be above the %s (%s).\nMaybe they are swapped."
                            .formatted(low, lowValue, high, highValue));
        }
    }
}
