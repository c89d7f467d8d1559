package io.quartermaster.domain.replenishment.lots;

import io.quartermaster.domain.replenishment.LotOrder;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Books what moved one item's stock, by one order of lots: cost layers, and shorts where more was
 * sold than known. Movements come in their order; a day is closed once all of its own have come.
 *
 * <p>A sale takes lots in the method's order, but none whose last day is over; what is missing is
 * short, carries no value, and is settled by the goods that arrive next at their cost. What comes
 * back goes into the lot it came from, at the value it left with. A count settles what stock is:
 * what is missing is written off, what is more is a lot of its own at the last known cost.
 */
public final class LotBook {

    private final LotOrder method;
    private final LotStore store;
    private final LotVoice voice;
    private final LotArrivals arrivals;

    public LotBook(String item, LotOrder method, LotRules rules, LotStore store, LotSink sink) {
        this.method = method;
        this.store = store;
        this.voice = new LotVoice(item, method.label(), sink);
        this.arrivals = new LotArrivals(method, rules, store, voice);
    }

    /** Books a movement. */
    public void book(StockMovement movement) {
        switch (movement.kind()) {
            case COST -> UnitCosts.note(store, movement);
            case RECEIPT -> arrivals.receive(movement);
            case SALE -> sell(movement);
            case RETURN, CANCELLATION -> arrivals.takeBack(movement);
            case COUNT -> count(movement);
        }
    }

    /** Tells that a report, or so many units of it, do not count. */
    public void refuse(StockMovement movement, String why) {
        voice.refuse(movement, why);
    }

    /** Writes off the lots whose last day it is, and tells what moved on the day. */
    public void close(LocalDate day) {
        for (PlaceLedger ledger : store.ledgers()) {
            PlaceLedger closed = expire(ledger, day);
            if (day.equals(closed.flows().day())) {
                voice.closed(closed);
            }
        }
    }

    /** The first day on which a lot expires, null if none does. */
    public LocalDate firstExpiry() {
        LocalDate first = null;
        for (PlaceLedger ledger : store.ledgers()) {
            LocalDate next = ledger.firstExpiry();
            first = first == null || (next != null && next.isBefore(first)) ? next : first;
        }
        return first;
    }

    private void sell(StockMovement sale) {
        if (sale.units() == 0) {
            return;
        }
        PlaceLedger ledger = store.ledger(sale.place()).on(sale.day());
        PlaceLedger.Taken taken = ledger.take(sale.units(), method, sale.day());
        long open = sale.units() - taken.units();
        store.put(taken.rest().with(ledger.flows().selling(taken.value())).owing(sale.id(), open));
        store.put(
                SoldGoods.none(sale.id(), sale.place(), sale.day())
                        .plus(taken.parts(), sale.day()));
        String note = open > 0 ? open + " units are short" : "";
        voice.tell(sale, LotAllocation.SALE, ledger, taken.parts(), note);
    }

    private void count(StockMovement count) {
        PlaceLedger ledger = store.ledger(count.place());
        long more = count.units() - ledger.units() + ledger.shortUnits();
        if (more > 0) {
            arrivals.find(count, more);
        } else if (more < 0) {
            PlaceLedger begun = ledger.on(count.day());
            PlaceLedger.Taken taken = begun.take(-more, method, LocalDate.MIN);
            store.put(taken.rest().with(begun.flows().writingOff(taken.value())));
            voice.tell(count.ofUnits(-more), LotAllocation.MISSING, ledger, taken.parts(), "");
        }
    }

    private PlaceLedger expire(PlaceLedger before, LocalDate day) {
        List<LotPart> kept = new ArrayList<>();
        List<LotPart> over = new ArrayList<>();
        for (LotPart layer : before.layers()) {
            (layer.hasExpiredBefore(day.plusDays(1)) ? over : kept).add(layer);
        }
        if (over.isEmpty()) {
            return before;
        }
        PlaceLedger begun = before.on(day);
        PlaceLedger ledger =
                begun.withLayers(kept).with(begun.flows().writingOff(LotPart.value(over)));
        store.put(ledger);
        for (LotPart part : over) {
            voice.expired(ledger, day, part);
        }
        return ledger;
    }
}
