package io.quartermaster.pipelines.demand;

import io.quartermaster.domain.demand.DemandCarry;
import java.time.LocalDate;

/**
 * How far the windows of an item at one place have come.
 *
 * @param firstDay first day of an event there
 * @param startDay first day with a window, null while there is none
 * @param closedThrough last day that was closed, null while there is none
 * @param base what the oldest day that may still change inherits
 * @param carry what the next day inherits
 */
public record PlaceProgress(
        LocalDate firstDay,
        LocalDate startDay,
        LocalDate closedThrough,
        DemandCarry base,
        DemandCarry carry) {

    static PlaceProgress from(LocalDate firstDay) {
        return new PlaceProgress(firstDay, null, null, DemandCarry.NONE, DemandCarry.NONE);
    }

    boolean isClosed(LocalDate day) {
        return closedThrough != null && !day.isAfter(closedThrough);
    }

    PlaceProgress seen(LocalDate day) {
        return closedThrough == null && day.isBefore(firstDay)
                ? new PlaceProgress(day, startDay, null, base, carry)
                : this;
    }

    PlaceProgress started(LocalDate day) {
        return new PlaceProgress(firstDay, day, closedThrough, base, carry);
    }

    PlaceProgress closed(LocalDate day, DemandCarry after) {
        return new PlaceProgress(firstDay, startDay, day, base, after);
    }

    PlaceProgress based(DemandCarry newBase) {
        return new PlaceProgress(firstDay, startDay, closedThrough, newBase, carry);
    }
}
