package io.quartermaster.domain.risk;

import java.time.LocalDate;
import java.util.Collection;

/**
 * Which share of the units under way is expected late: the mean chance of lateness of the orders
 * that are open, each weighed by its units.
 *
 * @param share 0 to 1, NaN if nothing is open or no model tells chances
 * @param reason of the order that adds most to it, empty if there is none
 */
public record ExpectedLate(double share, String reason) {

    /** No model, or nothing is under way. */
    public static final ExpectedLate UNKNOWN = new ExpectedLate(Double.NaN, "");

    /** Of orders in a fixed order, as of a day. */
    public static ExpectedLate of(Collection<LateChance> orders, LocalDate day) {
        double units = 0;
        double late = 0;
        double most = -1;
        String reason = "";
        for (LateChance order : orders) {
            if (order.isOpen(day)) {
                double expected = order.units() * order.chanceOn(day);
                units += order.units();
                late += expected;
                if (expected > most) {
                    most = expected;
                    reason = order.reasonOn(day);
                }
            }
        }
        return units == 0 ? UNKNOWN : new ExpectedLate(late / units, reason);
    }

    boolean isKnown() {
        return !Double.isNaN(share);
    }
}
