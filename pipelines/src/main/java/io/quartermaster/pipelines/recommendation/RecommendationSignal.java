package io.quartermaster.pipelines.recommendation;

import io.quartermaster.domain.event.Behaviour;
import io.quartermaster.domain.event.BehaviourAction;
import io.quartermaster.domain.event.Erasure;
import io.quartermaster.domain.event.OrderLine;
import io.quartermaster.domain.event.ReturnLine;
import io.quartermaster.domain.event.StockLevel;
import io.quartermaster.domain.forecast.Forecast;
import io.quartermaster.pipelines.channel.Channels;
import java.time.Instant;

/**
 * What the recommendation job needs to know of an event, in one shape for all of its inputs.
 *
 * @param kind what happened
 * @param id unique among signals of one kind
 * @param time event time
 * @param customer token of the customer, empty for stock and forecasts
 * @param item the item, empty for an erasure
 * @param place the place, for stock and forecasts
 * @param amount units ordered, returned, on hand or expected; strength of an interest
 */
public record RecommendationSignal(
        Kind kind,
        String id,
        Instant time,
        String customer,
        String item,
        String place,
        double amount) {

    /** What happened. */
    public enum Kind {
        ORDERED,
        RETURNED,
        CANCELLED,
        INTERESTED,
        SHOWN,
        ERASED,
        STOCKED,
        EXPECTED,
        EXPECTED_LATER
    }

    /** Name of the channel that told it. */
    String channel() {
        return switch (kind) {
            case ORDERED -> Channels.ORDERS.name();
            case RETURNED, CANCELLED -> Channels.RETURNS.name();
            case INTERESTED, SHOWN -> Channels.BEHAVIOUR.name();
            case ERASED -> Channels.ERASURES.name();
            case STOCKED -> Channels.STOCK.name();
            case EXPECTED, EXPECTED_LATER -> Channels.FORECAST.name();
        };
    }

    /** Whether it tells of a customer. */
    public boolean ofCustomer() {
        return !customer.isEmpty();
    }

    /** Whether it speaks for the item: a purchase, or an interest that counts. */
    boolean isLiking() {
        return kind == Kind.ORDERED || (kind == Kind.INTERESTED && amount > 0);
    }

    /** Orders the signals of one time; an erasure is of all before it. */
    public String order() {
        return (kind == Kind.ERASED ? "~" : "") + kind + "|" + id;
    }

    static RecommendationSignal of(OrderLine line) {
        return new RecommendationSignal(
                Kind.ORDERED,
                line.id(),
                line.time(),
                line.customer(),
                line.item(),
                line.place(),
                line.units());
    }

    static RecommendationSignal of(ReturnLine line) {
        return new RecommendationSignal(
                line.cancellation() ? Kind.CANCELLED : Kind.RETURNED,
                line.id(),
                line.time(),
                line.customer(),
                line.item(),
                line.place(),
                line.units());
    }

    static RecommendationSignal of(Behaviour behaviour) {
        return new RecommendationSignal(
                behaviour.action() == BehaviourAction.SHOWN ? Kind.SHOWN : Kind.INTERESTED,
                behaviour.id(),
                behaviour.time(),
                behaviour.customer(),
                behaviour.item(),
                behaviour.place(),
                strength(behaviour.action()));
    }

    static RecommendationSignal of(Erasure erasure) {
        return new RecommendationSignal(
                Kind.ERASED, erasure.id(), erasure.time(), erasure.customer(), "", "", 0);
    }

    static RecommendationSignal of(StockLevel level) {
        return new RecommendationSignal(
                Kind.STOCKED,
                level.id(),
                level.time(),
                "",
                level.item(),
                level.place(),
                level.onHand());
    }

    /** The mean summed over the first days of the horizon. */
    static RecommendationSignal of(Forecast forecast, int horizonDays) {
        return of(Kind.EXPECTED, forecast, 0, horizonDays);
    }

    /** The mean summed over the second half of the horizon. */
    static RecommendationSignal later(Forecast forecast, int horizonDays) {
        return of(Kind.EXPECTED_LATER, forecast, horizonDays - horizonDays / 2, horizonDays);
    }

    private static RecommendationSignal of(
            Kind kind, Forecast forecast, int fromDay, int untilDay) {
        double expected = 0;
        for (int step = fromDay; step < Math.min(untilDay, forecast.mean().length); step++) {
            expected += forecast.mean()[step];
        }
        return new RecommendationSignal(
                kind,
                "%s|%s|%s|%09d"
                        .formatted(
                                forecast.item(),
                                forecast.place(),
                                forecast.madeOn(),
                                forecast.revision()),
                Channels.endOf(forecast.madeOn()),
                "",
                forecast.item(),
                forecast.place(),
                expected);
    }

    /** An interest counts less than a purchase, which is 1; in powers of two, to sum exactly. */
    private static double strength(BehaviourAction action) {
        return switch (action) {
            case VIEW -> 0.125;
            case FAVOURITE -> 0.25;
            case CART -> 0.5;
            case BUY -> 1;
            case SEARCH, SHOWN -> 0;
        };
    }
}
