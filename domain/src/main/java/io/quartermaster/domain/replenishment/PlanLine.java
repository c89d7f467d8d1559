package io.quartermaster.domain.replenishment;

import java.time.LocalDate;

/**
 * One order that a plan proposes.
 *
 * @param planDay day the plan was made
 * @param item the item
 * @param place where it shall arrive
 * @param supplier who delivers
 * @param orderDay day of the order
 * @param arrivalDay day of arrival
 * @param quantity units, above 0
 * @param packs whole packs, above 0
 * @param reason why this quantity, in words
 * @param planVersion supplier, plan day and revision
 * @param status {@code optimal}, {@code fallback}, … as in the plan summary
 * @param assumed whether figures come from the assumptions file
 */
public record PlanLine(
        LocalDate planDay,
        String item,
        String place,
        String supplier,
        LocalDate orderDay,
        LocalDate arrivalDay,
        long quantity,
        long packs,
        String reason,
        String planVersion,
        String status,
        boolean assumed) {}
