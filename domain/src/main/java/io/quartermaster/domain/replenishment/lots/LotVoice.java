package io.quartermaster.domain.replenishment.lots;

import java.time.LocalDate;
import java.util.List;

/**
 * Tells what is booked of one item by one method.
 *
 * @param item the item
 * @param method word for the order in which lots leave
 * @param sink that hears it
 */
record LotVoice(String item, String method, LotSink sink) {

    /** Tells that a report, or so many units of it, do not count. */
    void refuse(StockMovement movement, String why) {
        PlaceLedger nothing = PlaceLedger.empty(movement.place());
        tell(movement, LotAllocation.REFUSED, nothing, List.of(), why);
    }

    void expired(PlaceLedger ledger, LocalDate day, LotPart part) {
        sink.tell(LotAllocation.expired(item, ledger, method, day, part));
    }

    void closed(PlaceLedger ledger) {
        sink.tell(StockValue.of(item, method, ledger));
    }

    void tell(
            StockMovement movement,
            String kind,
            PlaceLedger ledger,
            List<LotPart> parts,
            String note) {
        sink.tell(
                new LotAllocation(
                        item,
                        movement.place(),
                        method,
                        kind,
                        movement.id(),
                        movement.about(),
                        movement.day(),
                        movement.units(),
                        ledger.currency(),
                        parts.toArray(LotPart[]::new),
                        note,
                        false,
                        0));
    }
}
