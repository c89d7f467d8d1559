package io.quartermaster.domain.replenishment.justintime;

import java.io.Serializable;

/**
 * How lead times are learnt.
 *
 * @param halfLifeDays after which a delivery counts half, above 0
 * @param priorDeliveries that what is known in general is worth, above 0
 */
public record LeadTimeRules(double halfLifeDays, double priorDeliveries) implements Serializable {

    public LeadTimeRules {
        if (!(halfLifeDays > 0) || !(priorDeliveries > 0)) {
            throw new IllegalArgumentException(
                    "The halfLifeDays (%s) and priorDeliveries (%s) must be above 0."
                            .formatted(halfLifeDays, priorDeliveries));
        }
    }
}
