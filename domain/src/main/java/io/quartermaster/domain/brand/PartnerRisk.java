package io.quartermaster.domain.brand;

import java.util.Collection;

/**
 * Probability that a cooperation fails, as far as a run shows it: 1 - (1 - d (1 - s)) x product of
 * (1 - a), s the satisfaction with the brand ({@link BrandExpectation#satisfaction}), d what whole
 * discontent comes to ({@link FailureRate#ofDiscontent}) and a the score of each risk alert that
 * stands. That customers' discontent and what alerts see act independently is assumed.
 */
public final class PartnerRisk {

    private PartnerRisk() {}

    /**
     * The probability, 0 to 1.
     *
     * @param ofDiscontent what whole discontent comes to, 0 to 1
     * @param satisfaction with the brand, 0 to 1
     * @param alerts scores, each 0 to 1
     */
    public static double of(double ofDiscontent, double satisfaction, Collection<Double> alerts) {
        double holds = 1 - ofDiscontent * (1 - satisfaction);
        for (double alert : alerts) {
            holds *= 1 - alert;
        }
        return 1 - holds;
    }
}
