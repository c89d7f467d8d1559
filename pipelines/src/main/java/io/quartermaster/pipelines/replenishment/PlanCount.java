package io.quartermaster.pipelines.replenishment;

import java.time.LocalDate;

/**
 * How many plans a supplier has had of its last plan day.
 *
 * @param planDay the plan day
 * @param revision of the last plan, 1 for the first
 * @param regularDay the last plan day that came by the calendar and not by an event
 */
public record PlanCount(LocalDate planDay, int revision, LocalDate regularDay) {}
