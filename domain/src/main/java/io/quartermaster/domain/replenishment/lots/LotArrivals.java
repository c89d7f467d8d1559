package io.quartermaster.domain.replenishment.lots;

import io.quartermaster.domain.replenishment.LotOrder;
import java.math.BigDecimal;
import java.util.List;

/** Books what comes into stock: receipts, what comes back, what is found; and settles shorts. */
final class LotArrivals {

    private final LotOrder method;
    private final LotRules rules;
    private final LotStore store;
    private final LotVoice voice;

    LotArrivals(LotOrder method, LotRules rules, LotStore store, LotVoice voice) {
        this.method = method;
        this.rules = rules;
        this.store = store;
        this.voice = voice;
    }

    void receive(StockMovement receipt) {
        if (receipt.units() == 0) {
            return;
        }
        PlaceLedger ledger = ledgerOn(receipt);
        UnitCosts.Cost cost = UnitCosts.of(store, ledger, receipt);
        if (cost == null) {
            voice.refuse(
                    receipt,
                    "its currency (%s) is not that of the place's stock (%s)"
                            .formatted(receipt.currency(), ledger.currency()));
            return;
        }
        String lot = receipt.lot().isEmpty() ? receipt.id() : receipt.lot();
        LotPart part =
                new LotPart(
                        lot,
                        receipt.time(),
                        receipt.expiresOn(),
                        receipt.units(),
                        cost.of(receipt.units()));
        arrive(
                ledger.costing(receipt.unitCost(), cost.currency()),
                receipt,
                LotAllocation.RECEIPT,
                List.of(part),
                receipt.unitCost() == null ? cost.note() : "");
        settle(receipt);
    }

    /** Goods that came back, or whose order was cancelled too late to undo it. */
    void takeBack(StockMovement back) {
        SoldGoods goods = soldGoods(back);
        long left = goods == null ? back.units() : takeBack(back, goods);
        if (left > 0 && back.kind() == MovementKind.RETURN) {
            find(back, left, "returned-" + back.id(), "came back without a sale that is known");
        } else if (left > 0) {
            voice.refuse(
                    back.ofUnits(left),
                    goods == null
                            ? "the order line (%s) is not known".formatted(back.about())
                            : "more than was ordered");
        }
        settle(back);
    }

    /** What of it was never sold. */
    private long takeBack(StockMovement back, SoldGoods goods) {
        List<LotPart> parts = goods.comingBack(back.units());
        long came = parts.stream().mapToLong(LotPart::units).sum();
        PlaceLedger sold = store.ledger(goods.place());
        long waived = Math.min(back.units() - came, sold.shortOf(goods.orderLine()));
        if (waived > 0) {
            store.put(sold.on(back.day()).waiving(goods.orderLine(), waived));
        }
        if (came > 0) {
            store.put(goods.takingBack(came, back.day()));
        }
        if (came + waived > 0) {
            PlaceLedger ledger = ledgerOn(back);
            arrive(
                    ledger.costing(null, sold.currency()),
                    back.ofUnits(came + waived),
                    LotAllocation.RETURN,
                    parts,
                    waived > 0 ? waived + " units had not been served" : "");
        }
        return back.units() - came - waived;
    }

    /** The goods of the order line, null if it is not known or their cost in another currency. */
    private SoldGoods soldGoods(StockMovement back) {
        SoldGoods goods = back.about().isEmpty() ? null : store.sold(back.about());
        if (goods == null || goods.day().plusDays(rules.returnDays()).isBefore(back.day())) {
            return null;
        }
        String here = store.ledger(back.place()).currency();
        return here.isEmpty() || here.equals(store.ledger(goods.place()).currency()) ? goods : null;
    }

    /** More units were counted than are known of. */
    void find(StockMovement count, long units) {
        find(count, units, "counted-" + count.id(), "");
        settle(count);
    }

    private void find(StockMovement movement, long units, String lot, String note) {
        PlaceLedger ledger = ledgerOn(movement);
        UnitCosts.Cost cost = UnitCosts.known(store, ledger);
        LotPart part = new LotPart(lot, movement.time(), null, units, cost.of(units));
        arrive(
                ledger.costing(null, cost.currency()),
                movement.ofUnits(units),
                LotAllocation.FOUND,
                List.of(part),
                note.isEmpty() ? cost.note() : note + "; " + cost.note());
    }

    /** Puts goods into stock; what had been sold before is still to be settled with them. */
    private void arrive(
            PlaceLedger before,
            StockMovement movement,
            String kind,
            List<LotPart> parts,
            String note) {
        boolean comesBack = kind.equals(LotAllocation.RETURN);
        BigDecimal value = LotPart.value(parts);
        PlaceLedger ledger =
                before.with(
                        comesBack
                                ? before.flows().selling(value.negate())
                                : before.flows().receiving(value));
        for (LotPart part : parts) {
            ledger = ledger.plus(part);
        }
        voice.tell(movement, kind, ledger, parts, note);
        store.put(ledger);
    }

    /** Serves what had been sold before, the earliest first, once for all that a report brings. */
    private void settle(StockMovement cause) {
        for (ShortSale open : store.ledger(cause.place()).shorts()) {
            PlaceLedger ledger = ledgerOn(cause);
            PlaceLedger.Taken taken = ledger.take(open.units(), method, cause.day());
            if (taken.parts().isEmpty()) {
                return;
            }
            store.put(
                    taken.rest()
                            .with(ledger.flows().selling(taken.value()))
                            .waiving(open.orderLine(), taken.units()));
            SoldGoods goods = store.sold(open.orderLine());
            if (goods != null) {
                store.put(goods.plus(taken.parts(), cause.day()));
            }
            voice.tell(
                    cause.serving(open.orderLine(), taken.units()),
                    LotAllocation.SETTLEMENT,
                    ledger,
                    taken.parts(),
                    "");
        }
    }

    private PlaceLedger ledgerOn(StockMovement movement) {
        return store.ledger(movement.place()).on(movement.day());
    }
}
