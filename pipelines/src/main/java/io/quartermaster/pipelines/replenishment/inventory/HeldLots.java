package io.quartermaster.pipelines.replenishment.inventory;

import io.quartermaster.domain.replenishment.lots.LotPart;
import io.quartermaster.domain.replenishment.lots.PlaceLedger;
import java.time.LocalDate;

/**
 * What lies of an item at a place at the end of a day.
 *
 * @param item the item
 * @param place the place
 * @param day the day
 * @param units in stock
 * @param shortUnits sold and not yet received
 * @param lots what is left of each, in the order received
 * @param currency of their values
 */
public record HeldLots(
        String item,
        String place,
        LocalDate day,
        long units,
        long shortUnits,
        LotPart[] lots,
        String currency) {

    static HeldLots of(String item, LocalDate day, PlaceLedger ledger) {
        return new HeldLots(
                item,
                ledger.place(),
                day,
                ledger.units(),
                ledger.shortUnits(),
                ledger.layers(),
                ledger.currency());
    }
}
