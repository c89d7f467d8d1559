package io.quartermaster.domain.brand;

import java.util.Collection;

/**
 * Probability that a cooperation fails, as far as a run shows it: 1 - (1 - 0.3 (1 - s)) x product
 * of (1 - a), s the brand's rating of satisfaction and a the score of each risk alert that stands.
 * That customers' discontent ends three of ten cooperations at most, and independently of what
 * alerts see, is assumed.
 */
public final class PartnerRisk {

    private static final double DISCONTENT = 0.3;

    private PartnerRisk() {}

    /**
     * The probability, 0 to 1.
     *
     * @param satisfaction rating, 0 to 1
     * @param alerts scores, each 0 to 1
     */
    public static double of(double satisfaction, Collection<Double> alerts) {
        double holds = 1 - DISCONTENT * (1 - satisfaction);
        for (double alert : alerts) {
            holds *= 1 - alert;
        }
        return 1 - holds;
    }
}
