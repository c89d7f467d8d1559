package io.quartermaster.domain.replenishment.lots;

import io.quartermaster.domain.event.CatalogueItem;
import io.quartermaster.domain.event.Delivery;
import io.quartermaster.domain.event.OrderLine;
import io.quartermaster.domain.event.ReturnLine;
import io.quartermaster.domain.event.StockLevel;
import io.quartermaster.domain.event.StockLot;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;

/**
 * One report of what moved an item's stock. Plain fields, so that it can be kept in state.
 *
 * @param kind what happened
 * @param id of the report, unique among those of its kind
 * @param time when it happened
 * @param day of that time
 * @param item the item
 * @param place where; empty for a cost
 * @param units that moved, or that were counted; above 0, or 0 or more
 * @param unitCost of a receipt or cost; null where it is not told
 * @param currency ISO 4217 code of the cost, empty if none is told
 * @param lot number of the lot received, else empty
 * @param expiresOn last day the lot may be sold, null if it keeps
 * @param about the order line that comes back or is cancelled, empty if not known
 * @param version of a lot; a higher one corrects it, and 0 units then take it back
 * @param fate empty while it may still change; {@link #BOOKED} once it is booked for good and only
 *     tells repeats from news; else why it never counts
 */
public record StockMovement(
        MovementKind kind,
        String id,
        Instant time,
        LocalDate day,
        String item,
        String place,
        long units,
        BigDecimal unitCost,
        String currency,
        String lot,
        LocalDate expiresOn,
        String about,
        int version,
        String fate) {

    /** The fate of what is booked for good. */
    static final String BOOKED = "booked";

    /** By time, then kind, then id. */
    public static final Comparator<StockMovement> IN_ORDER =
            Comparator.comparing(StockMovement::time)
                    .thenComparing(StockMovement::kind)
                    .thenComparing(StockMovement::id)
                    .thenComparing(StockMovement::version)
                    .thenComparing(StockMovement::toString);

    /** A sale, or a count of the units given. */
    public static StockMovement plain(
            MovementKind kind,
            String id,
            Instant time,
            ZoneId zone,
            String item,
            String place,
            long units,
            String about) {
        return new StockMovement(
                kind,
                id,
                time,
                LocalDate.ofInstant(time, zone),
                item,
                place,
                units,
                null,
                "",
                "",
                null,
                about,
                1,
                "");
    }

    /** A lot that arrives. */
    public static StockMovement receipt(StockLot lot, ZoneId zone) {
        return new StockMovement(
                MovementKind.RECEIPT,
                lot.id(),
                lot.time(),
                LocalDate.ofInstant(lot.time(), zone),
                lot.item(),
                lot.place(),
                lot.units(),
                lot.unitCost(),
                lot.currency(),
                lot.lot(),
                lot.expiresOn(),
                "",
                lot.version(),
                "");
    }

    /** What a supplier delivered, as a lot named by its order whose cost is the catalogue's. */
    public static StockMovement receipt(Delivery delivery, ZoneId zone) {
        return plain(
                        MovementKind.RECEIPT,
                        delivery.id(),
                        delivery.time(),
                        zone,
                        delivery.item(),
                        delivery.place(),
                        delivery.deliveredUnits(),
                        "")
                .ofLot(delivery.order());
    }

    public static StockMovement of(OrderLine line, ZoneId zone) {
        return plain(
                MovementKind.SALE,
                line.id(),
                line.time(),
                zone,
                line.item(),
                line.place(),
                line.units(),
                "");
    }

    public static StockMovement of(ReturnLine line, ZoneId zone) {
        return plain(
                line.cancellation() ? MovementKind.CANCELLATION : MovementKind.RETURN,
                line.id(),
                line.time(),
                zone,
                line.item(),
                line.place(),
                line.units(),
                line.matchedOrder());
    }

    public static StockMovement of(StockLevel level, ZoneId zone) {
        return plain(
                MovementKind.COUNT,
                level.id(),
                level.time(),
                zone,
                level.item(),
                level.place(),
                level.onHand(),
                "");
    }

    /** What the catalogue says a unit costs. */
    public static StockMovement of(CatalogueItem item, ZoneId zone) {
        return new StockMovement(
                MovementKind.COST,
                item.id(),
                item.time(),
                LocalDate.ofInstant(item.time(), zone),
                item.item(),
                "",
                0,
                item.unitCost(),
                item.currency(),
                "",
                null,
                "",
                1,
                "");
    }

    /** Tells it apart among an item's reports; a report of the same name repeats or corrects it. */
    public String name() {
        return corrects() ? kind + "|" + id + "|" + version : kind + "|" + id;
    }

    /** Orders reports of one time as {@link #IN_ORDER} does. */
    public String orderOfOneTime() {
        return kind.rank() + "|" + id + "|" + version;
    }

    /** Whether it is told of a lot in place of an earlier version. */
    boolean corrects() {
        return kind == MovementKind.RECEIPT && version > 1;
    }

    StockMovement ofUnits(long newUnits) {
        return with(time, day, newUnits, lot, fate);
    }

    /** The same as what serves an order line with some of its units. */
    StockMovement serving(String orderLine, long some) {
        return new StockMovement(
                kind, id, time, day, item, place, some, null, "", lot, null, orderLine, 1, fate);
    }

    /** The same at another time. */
    public StockMovement at(Instant newTime, LocalDate newDay) {
        return with(newTime, newDay, units, lot, fate);
    }

    /** The same with its fate. */
    StockMovement having(String newFate) {
        return with(time, day, units, lot, newFate);
    }

    private StockMovement ofLot(String number) {
        return with(time, day, units, number, fate);
    }

    private StockMovement with(
            Instant newTime, LocalDate newDay, long newUnits, String newLot, String newFate) {
        return new StockMovement(
                kind, id, newTime, newDay, item, place, newUnits, unitCost, currency, newLot,
                expiresOn, about, version, newFate);
    }
}
