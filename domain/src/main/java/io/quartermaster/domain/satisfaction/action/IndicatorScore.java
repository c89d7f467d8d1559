package io.quartermaster.domain.satisfaction.action;

import io.quartermaster.domain.satisfaction.SatisfactionIndicator;
import io.quartermaster.domain.satisfaction.SatisfactionRules;

/** S of a window by its undecayed rates. */
final class IndicatorScore {

    private IndicatorScore() {}

    /** Sum of the weights of the indicators that a window knows. */
    static double known(EvidenceWindow window, SatisfactionRules rules, double[] weights) {
        double known = 0;
        for (SatisfactionIndicator indicator : SatisfactionIndicator.values()) {
            known += isKnown(indicator, window, rules) ? weights[indicator.index()] : 0;
        }
        return known;
    }

    static boolean isKnown(
            SatisfactionIndicator indicator, EvidenceWindow window, SatisfactionRules rules) {
        return !rules.untold().contains(indicator)
                && window.counts(indicator).trials() >= rules.minEvidence();
    }
}
