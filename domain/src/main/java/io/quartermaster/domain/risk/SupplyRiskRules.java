package io.quartermaster.domain.risk;

import java.io.Serializable;

/**
 * How what is seen of a supply becomes a risk.
 *
 * @param halfLifeDays after which a delivery counts half, above 0
 * @param alertAt score from which on an alert is raised, above 0 to 1
 * @param concentratedAt Herfindahl index from which on a category leans on too few, above 0 to 1
 * @param noticeDays days before the end of terms from which on they count as ending, 0 or more
 */
public record SupplyRiskRules(
        double halfLifeDays, double alertAt, double concentratedAt, int noticeDays)
        implements Serializable {

    public SupplyRiskRules {
        requireShare("alertAt", alertAt);
        requireShare("concentratedAt", concentratedAt);
        if (!(halfLifeDays > 0) || noticeDays < 0) {
            throw new IllegalArgumentException(
                    "The halfLifeDays (%s) must be positive and the noticeDays (%d) not negative."
                            .formatted(halfLifeDays, noticeDays));
        }
    }

    private static void requireShare(String name, double value) {
        if (!(value > 0 && value <= 1)) {
            throw new IllegalArgumentException(
                    "The %s (%s) must be above 0, at most 1.".formatted(name, value));
        }
    }
}
