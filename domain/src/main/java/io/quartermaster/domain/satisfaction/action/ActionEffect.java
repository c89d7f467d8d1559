package io.quartermaster.domain.satisfaction.action;

import java.time.LocalDate;

/**
 * What an action that was taken did to one indicator, held against similar brands that did nothing
 * about it.
 *
 * @param brand that acted
 * @param actionId id of the event that told it
 * @param action label of the kind of action
 * @param subject what it was about, empty for all of the brand's
 * @param actionDay day it was taken
 * @param eventDay last day of the weeks after
 * @param indicator label, or {@code score} for 1 - S
 * @param rateBefore bad rate (1 - S for the score) of the brand in the weeks before, NaN if not
 *     known
 * @param rateAfter in the weeks after
 * @param evidenceBefore trials before (order lines for the score)
 * @param evidenceAfter trials after
 * @param peers how many brands it is held against
 * @param peersChange mean change of their rate, NaN if too few
 * @param effect change of the brand's rate less that of its peers; below 0 is better; NaN if too
 *     little is known
 * @param low lower end of the interval that covers the true effect with 95 % chance
 * @param high its upper end
 * @param placeboP share of the brands, itself among them, that are off by as much or more when each
 *     is taken for the one that acted
 * @param expected change of the rate that was proposed for last before, NaN if none was
 * @param verdict {@code better}, {@code worse}, {@code no effect seen} or {@code too little
 *     evidence}
 * @param note the peers by name, or what is missing; and what else the brand did meanwhile
 */
public record ActionEffect(
        String brand,
        String actionId,
        String action,
        String subject,
        LocalDate actionDay,
        LocalDate eventDay,
        String indicator,
        double rateBefore,
        double rateAfter,
        double evidenceBefore,
        double evidenceAfter,
        int peers,
        double peersChange,
        double effect,
        double low,
        double high,
        double placeboP,
        double expected,
        String verdict,
        String note) {

    /** What the rows about S bear as indicator. */
    public static final String SCORE = "score";

    /** The same with more to note. */
    ActionEffect noting(String more) {
        return new ActionEffect(
                brand,
                actionId,
                action,
                subject,
                actionDay,
                eventDay,
                indicator,
                rateBefore,
                rateAfter,
                evidenceBefore,
                evidenceAfter,
                peers,
                peersChange,
                effect,
                low,
                high,
                placeboP,
                expected,
                verdict,
                note + more);
    }
}
