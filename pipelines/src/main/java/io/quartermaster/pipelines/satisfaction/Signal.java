package io.quartermaster.pipelines.satisfaction;

import io.quartermaster.domain.event.Behaviour;
import io.quartermaster.domain.event.CatalogueItem;
import io.quartermaster.domain.event.Delivery;
import io.quartermaster.domain.event.DeliveryDirection;
import io.quartermaster.domain.event.Feedback;
import io.quartermaster.domain.event.OrderLine;
import io.quartermaster.domain.event.ReturnLine;
import io.quartermaster.domain.event.StockLevel;
import java.time.Instant;
import java.time.LocalDate;

/**
 * What an event says of brand and seller, in one shape for all kinds, so that they can be put into
 * one order.
 *
 * @param id unique among all signals, in the order of {@link SignalKind}
 * @param kind what it tells
 * @param item the item, empty if none
 * @param brand its brand; empty until it is joined
 * @param seller who sold it, empty if not known
 * @param category of the item, in an ITEM signal
 * @param customer who looked, in an ATTENTION signal; empty if not known
 * @param search whether an ATTENTION signal is a search for the brand
 * @param order the order, empty if none
 * @param units ordered, returned, due or on hand; an ITEM has none
 * @param delivered units delivered
 * @param rating 1 to 5, 0 if none
 * @param complaint whether it complains
 * @param promisedMillis epoch milliseconds, {@link Long#MAX_VALUE} if never
 * @param deliveredMillis epoch milliseconds, {@link Long#MAX_VALUE} if not known
 * @param launchedOn first day of sale, in an ITEM signal; null if not known
 * @param novelty 0 to 1, in a NOVELTY signal
 * @param more what satisfaction asks for beside
 */
public record Signal(
        String id,
        SignalKind kind,
        String item,
        String brand,
        String seller,
        String category,
        String customer,
        boolean search,
        String order,
        long units,
        long delivered,
        int rating,
        boolean complaint,
        long promisedMillis,
        long deliveredMillis,
        LocalDate launchedOn,
        double novelty,
        Circumstances more) {

    private static final long NEVER = Long.MAX_VALUE;

    public static Signal of(CatalogueItem item) {
        return new Signal(
                SignalKind.ITEM.id(item.id()),
                SignalKind.ITEM,
                item.item(),
                item.brand(),
                "",
                item.category(),
                "",
                false,
                "",
                0,
                0,
                0,
                false,
                NEVER,
                NEVER,
                item.launchedOn(),
                0,
                Circumstances.NONE);
    }

    public static Signal of(OrderLine line) {
        return plain(
                        SignalKind.ORDER,
                        line.id(),
                        line.item(),
                        line.seller(),
                        line.order(),
                        line.units())
                .with(Circumstances.of(line));
    }

    public static Signal of(ReturnLine line) {
        return plain(
                        SignalKind.RETURN,
                        line.id(),
                        line.item(),
                        line.seller(),
                        line.order(),
                        line.units())
                .with(Circumstances.at(line.place()));
    }

    public static Signal of(StockLevel level) {
        return plain(SignalKind.STOCK, level.id(), level.item(), "", "", level.onHand())
                .with(Circumstances.at(level.place()));
    }

    public static Signal of(Feedback feedback) {
        return new Signal(
                SignalKind.FEEDBACK.id(feedback.id()),
                SignalKind.FEEDBACK,
                feedback.item(),
                "",
                feedback.seller(),
                "",
                "",
                false,
                feedback.order(),
                0,
                0,
                feedback.rating(),
                !feedback.complaint().isEmpty(),
                NEVER,
                NEVER,
                null,
                0,
                Circumstances.complaining(feedback.complaint()));
    }

    public static Signal of(Delivery delivery) {
        SignalKind kind =
                delivery.direction() == DeliveryDirection.OUTBOUND
                        ? SignalKind.DELIVERY
                        : SignalKind.SUPPLY;
        return new Signal(
                kind.id(delivery.id()),
                kind,
                delivery.item(),
                "",
                delivery.seller(),
                "",
                "",
                false,
                delivery.order(),
                delivery.orderedUnits(),
                delivery.deliveredUnits(),
                0,
                false,
                millis(delivery.promisedAt()),
                millis(delivery.deliveredAt()),
                null,
                0,
                Circumstances.at(delivery.place()));
    }

    /** A view of an item, or a search for a brand. */
    public static Signal of(Behaviour behaviour) {
        boolean search = behaviour.item().isEmpty();
        return new Signal(
                SignalKind.ATTENTION.id(behaviour.id()),
                SignalKind.ATTENTION,
                behaviour.item(),
                search ? behaviour.brand() : "",
                "",
                "",
                behaviour.customer(),
                search,
                "",
                1,
                0,
                0,
                false,
                NEVER,
                NEVER,
                null,
                0,
                Circumstances.NONE);
    }

    /** How new an item of a brand is, 0 to 1. */
    public static Signal ofNovelty(String item, String brand, double novelty) {
        return new Signal(
                SignalKind.NOVELTY.id(item),
                SignalKind.NOVELTY,
                item,
                brand,
                "",
                "",
                "",
                false,
                "",
                0,
                0,
                0,
                false,
                NEVER,
                NEVER,
                null,
                novelty,
                Circumstances.NONE);
    }

    public Signal withBrand(String joined) {
        return with(joined, category, more);
    }

    /** The same with what is known of its order. */
    Signal with(OrderFacts known) {
        return with(more.with(known));
    }

    private Signal with(Circumstances known) {
        return with(brand, category, known);
    }

    /** The same with what the catalogue says. */
    Signal with(String joinedBrand, String joinedCategory) {
        return with(joinedBrand, joinedCategory, more);
    }

    private Signal with(String joinedBrand, String joinedCategory, Circumstances known) {
        return new Signal(
                id,
                kind,
                item,
                joinedBrand,
                seller,
                joinedCategory,
                customer,
                search,
                order,
                units,
                delivered,
                rating,
                complaint,
                promisedMillis,
                deliveredMillis,
                launchedOn,
                novelty,
                known);
    }

    private static Signal plain(
            SignalKind kind, String id, String item, String seller, String order, long units) {
        return new Signal(
                kind.id(id),
                kind,
                item,
                "",
                seller,
                "",
                "",
                false,
                order,
                units,
                0,
                0,
                false,
                NEVER,
                NEVER,
                null,
                0,
                Circumstances.NONE);
    }

    private static long millis(Instant instant) {
        return instant == null ? NEVER : instant.toEpochMilli();
    }
}
