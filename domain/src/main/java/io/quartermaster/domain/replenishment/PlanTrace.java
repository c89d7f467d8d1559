package io.quartermaster.domain.replenishment;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * Which plan version let an item run out at a place: the last one that was made early enough for
 * its orders to arrive, plan day + lead time on or before the day of the stock-out.
 *
 * @param planVersion that version, empty if none was early enough
 * @param planDay day it was made, null if none was
 * @param reason what it did, in words
 */
public record PlanTrace(String planVersion, LocalDate planDay, String reason) {

    /**
     * A version of the plan of one supplier.
     *
     * @param whole whether it planned every item, and not only what events touched
     */
    public record Version(String planVersion, LocalDate planDay, boolean whole) {

        boolean planned(List<PlanLine> lines) {
            return whole || lines.stream().anyMatch(line -> line.planVersion().equals(planVersion));
        }
    }

    /**
     * An order to a supplier that was promised.
     *
     * @param arrived null if it has not
     */
    public record Promised(LocalDate promised, LocalDate arrived) {

        /** Whether it was to be there on a day and was not. */
        boolean isMissing(LocalDate day) {
            return !promised.isAfter(day) && (arrived == null || arrived.isAfter(day));
        }
    }

    /**
     * Traces a stock-out.
     *
     * @param day of the stock-out
     * @param leadTimeDays from order to arrival, 0 or more
     * @param versions of the supplier's plans
     * @param lines of these plans for the item and place
     * @param deliveries of the supplier for the item and place
     */
    public static PlanTrace of(
            LocalDate day,
            int leadTimeDays,
            List<Version> versions,
            List<PlanLine> lines,
            List<Promised> deliveries) {
        if (leadTimeDays < 0) {
            throw new IllegalArgumentException(
                    "The lead time (%d days) must not be negative.\nMaybe an arrival before its order."
                            .formatted(leadTimeDays));
        }
        return versions.stream()
                .filter(version -> !version.planDay.plusDays(leadTimeDays).isAfter(day))
                .filter(version -> version.planned(lines))
                .max(Comparator.comparing(Version::planDay).thenComparing(Version::planVersion))
                .map(version -> of(day, version, lines, deliveries))
                .orElseGet(() -> new PlanTrace("", null, "no plan was early enough"));
    }

    private static PlanTrace of(
            LocalDate day, Version version, List<PlanLine> lines, List<Promised> deliveries) {
        long missing = deliveries.stream().filter(promised -> promised.isMissing(day)).count();
        long inTime =
                lines.stream()
                        .filter(line -> line.planVersion().equals(version.planVersion))
                        .filter(line -> !line.arrivalDay().isAfter(day))
                        .mapToLong(PlanLine::quantity)
                        .sum();
        String reason =
                missing > 0
                        ? "deliveries that the supplier owed by then: " + missing
                        : inTime > 0
                                ? "it ordered too little: " + inTime
                                : "it ordered nothing that came in time";
        return new PlanTrace(version.planVersion, version.planDay, reason);
    }
}
