package io.quartermaster.domain.replenishment;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A version of a supplier's plan.
 *
 * @param name supplier, plan day and revision: the same plan has the same name
 * @param cause {@link #CALENDAR} or {@link #EVENTS}
 * @param madeAt the time whose events it knows
 */
public record PlanVersion(String name, String cause, Instant madeAt) {

    /** It is a plan day of the calendar: every item with a new forecast is planned. */
    public static final String CALENDAR = "calendar";

    /** Events between plan days: what they touched is planned again. */
    public static final String EVENTS = "events";

    /**
     * The version of a plan day.
     *
     * @param revision 1 for the first plan of the day
     */
    public static PlanVersion of(
            String supplier, LocalDate planDay, int revision, String cause, Instant madeAt) {
        return new PlanVersion("%s-%s-r%d".formatted(supplier, planDay, revision), cause, madeAt);
    }
}
