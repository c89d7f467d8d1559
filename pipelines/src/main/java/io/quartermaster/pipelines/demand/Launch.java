package io.quartermaster.pipelines.demand;

import io.quartermaster.domain.demand.DemandSignal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * When an item is first sold, as the catalogue said first.
 *
 * @param knownAt event time of the catalogue's row
 * @param id of the catalogue's row
 * @param day first day the item is sold
 */
public record Launch(Instant knownAt, String id, LocalDate day) {

    static Launch of(DemandSignal signal) {
        return new Launch(signal.time(), signal.id(), signal.launchedOn());
    }

    /** The one that the catalogue said first. */
    Launch first(Launch other) {
        int order = knownAt.compareTo(other.knownAt);
        boolean thisOne = order < 0 || (order == 0 && id.compareTo(other.id) <= 0);
        return thisOne ? this : other;
    }

    /**
     * First day with a window: the launch, but not before the catalogue's row, since of the days
     * before it nothing is known, not even that nothing was sold.
     */
    LocalDate firstWindow(ZoneId zone) {
        LocalDate known = LocalDate.ofInstant(knownAt, zone);
        return day.isBefore(known) ? known : day;
    }
}
