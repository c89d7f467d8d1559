package io.quartermaster.domain.replenishment.lots;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * Units and value of one item's stock at one place at the end of a day on which something moved.
 * opening + received = value + cost of sales + written off, exactly.
 *
 * @param item the item
 * @param place the place
 * @param method order in which lots leave: fifo, lifo or fefo
 * @param eventDay the day
 * @param units in stock
 * @param shortUnits sold and not yet received
 * @param opening value when the day began
 * @param received value that arrived, was found, or came back without a sale
 * @param costOfSales of what was sold, less what came back; below 0 where more came back
 * @param writtenOff value that was missing or expired
 * @param value at the end of the day
 * @param currency of the values, empty until one is told
 * @param withdrawn whether nothing moved on the day after all
 * @param revision the highest one of a day counts
 */
public record StockValue(
        String item,
        String place,
        String method,
        LocalDate eventDay,
        long units,
        long shortUnits,
        BigDecimal opening,
        BigDecimal received,
        BigDecimal costOfSales,
        BigDecimal writtenOff,
        BigDecimal value,
        String currency,
        boolean withdrawn,
        int revision) {

    static StockValue of(String item, String method, PlaceLedger ledger) {
        DayFlows flows = ledger.flows();
        return new StockValue(
                item,
                ledger.place(),
                method,
                flows.day(),
                ledger.units(),
                ledger.shortUnits(),
                flows.opening(),
                flows.received(),
                flows.costOfSales(),
                flows.writtenOff(),
                ledger.value(),
                ledger.currency(),
                false,
                0);
    }

    /** Tells it apart; a further revision has the same. */
    public String key() {
        return place + "|" + eventDay;
    }

    /** The same as a later revision. */
    public StockValue revised(int newRevision) {
        return with(withdrawn, newRevision);
    }

    /** What takes it back. */
    public StockValue takenBack() {
        return with(true, revision + 1);
    }

    /** Whether it says the same, whatever the revision. */
    public boolean says(StockValue other) {
        return revised(0).equals(other.revised(0));
    }

    private StockValue with(boolean isWithdrawn, int newRevision) {
        return new StockValue(
                item,
                place,
                method,
                eventDay,
                units,
                shortUnits,
                opening,
                received,
                costOfSales,
                writtenOff,
                value,
                currency,
                isWithdrawn,
                newRevision);
    }
}
