package io.quartermaster.domain.demand;

import io.quartermaster.domain.event.Behaviour;
import io.quartermaster.domain.event.CatalogueItem;
import io.quartermaster.domain.event.Event;
import io.quartermaster.domain.event.OrderLine;
import io.quartermaster.domain.event.ReturnLine;
import io.quartermaster.domain.event.StockLevel;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * What one clean event says of demand.
 *
 * @param kind what happened
 * @param id of the event
 * @param source of the event
 * @param time of the event
 * @param item the item
 * @param place the place, empty for a launch
 * @param units ordered, cancelled or on hand, 1 for behaviour
 * @param unitPrice paid or refunded for one unit, else 0
 * @param promotion whether the units were on promotion
 * @param launchedOn first day the item is sold, null unless a launch
 */
public record DemandSignal(
        SignalKind kind,
        String id,
        String source,
        Instant time,
        String item,
        String place,
        long units,
        BigDecimal unitPrice,
        boolean promotion,
        LocalDate launchedOn) {

    public static DemandSignal of(OrderLine line) {
        return new DemandSignal(
                SignalKind.ORDER,
                line.id(),
                line.source(),
                line.time(),
                line.item(),
                line.place(),
                line.units(),
                line.unitPrice(),
                line.promotion(),
                null);
    }

    public static DemandSignal of(StockLevel level) {
        return plain(SignalKind.STOCK, level, level.item(), level.place(), level.onHand());
    }

    /** A cancellation, if its order was placed on the same day; other returns say nothing. */
    public static Optional<DemandSignal> of(ReturnLine line, ZoneId zone) {
        boolean sameDay =
                line.cancellation()
                        && line.orderedAt() != null
                        && dayOf(line.orderedAt(), zone).equals(dayOf(line.time(), zone));
        return sameDay ? Optional.of(cancellation(line)) : Optional.empty();
    }

    /** A view, favourite, cart or showing; purchases and searches say nothing. */
    public static Optional<DemandSignal> of(Behaviour behaviour) {
        return switch (behaviour.action()) {
            case VIEW -> Optional.of(of(SignalKind.VIEW, behaviour));
            case FAVOURITE -> Optional.of(of(SignalKind.FAVOURITE, behaviour));
            case CART -> Optional.of(of(SignalKind.CART, behaviour));
            case SHOWN -> Optional.of(of(SignalKind.SHOWN, behaviour));
            case BUY, SEARCH -> Optional.empty();
        };
    }

    /** The launch of an item, if its day is known. */
    public static Optional<DemandSignal> of(CatalogueItem item) {
        return item.launchedOn() == null ? Optional.empty() : Optional.of(launch(item));
    }

    private static DemandSignal of(SignalKind kind, Behaviour behaviour) {
        return plain(kind, behaviour, behaviour.item(), behaviour.place(), 1);
    }

    private static DemandSignal cancellation(ReturnLine line) {
        return new DemandSignal(
                SignalKind.CANCELLATION,
                line.id(),
                line.source(),
                line.time(),
                line.item(),
                line.place(),
                line.units(),
                line.unitPrice(),
                false,
                null);
    }

    private static DemandSignal launch(CatalogueItem item) {
        return new DemandSignal(
                SignalKind.LAUNCH,
                item.id(),
                item.source(),
                item.time(),
                item.item(),
                "",
                0,
                BigDecimal.ZERO,
                false,
                item.launchedOn());
    }

    private static DemandSignal plain(
            SignalKind kind, Event event, String item, String place, long units) {
        return new DemandSignal(
                kind,
                event.id(),
                event.source(),
                event.time(),
                item,
                place,
                units,
                BigDecimal.ZERO,
                false,
                null);
    }

    private static LocalDate dayOf(Instant time, ZoneId zone) {
        return LocalDate.ofInstant(time, zone);
    }
}
