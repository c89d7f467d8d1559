package io.quartermaster.domain.governance;

import java.time.Instant;

/**
 * An order line that may still be taken back.
 *
 * @param id of the order line
 * @param order the order it belongs to
 * @param time when it was placed
 * @param orderedUnits units it had
 * @param openUnits units not taken back yet, above 0
 * @param rejected whether the line itself was kept out
 */
public record OpenOrder(
        String id,
        String order,
        Instant time,
        long orderedUnits,
        long openUnits,
        boolean rejected) {

    OpenOrder less(long units) {
        return new OpenOrder(id, order, time, orderedUnits, openUnits - units, rejected);
    }
}
