package io.quartermaster.domain.event.generator;

import io.quartermaster.domain.event.Behaviour;
import io.quartermaster.domain.event.BehaviourAction;
import io.quartermaster.domain.event.Event;
import io.quartermaster.domain.event.EventKind;
import io.quartermaster.domain.event.Feedback;
import io.quartermaster.domain.event.OrderLine;
import io.quartermaster.domain.event.Payment;
import java.math.BigDecimal;
import java.time.Duration;

/**
 * Flawed companions of sound records: the sound ones stay, so that what cleaning must find can be
 * counted, and nothing true is lost.
 */
final class Dirt {

    private static final double BURST_SHARE = 0.03;
    private static final int BURST_CLICKS = 25;
    private static final int REVIEW_COPIES = 3;

    private final MarketplaceOptions options;
    private final MarketplaceSink sink;

    Dirt(MarketplaceOptions options, MarketplaceSink sink) {
        this.options = options;
        this.sink = sink;
    }

    /** Hands on the flawed companions of one record, mostly none. */
    void companions(EventKind kind, Event event) {
        Flaw[] flaws = flaws(kind);
        if (flaws.length == 0 || options.dirt() == 0) {
            return;
        }
        Draws draws = Draws.of(options.seed(), "dirt", kind, event.id());
        double drawn = draws.unit();
        if (drawn < options.dirt()) {
            spoil(kind, event, flaws[draws.below(flaws.length)]);
        } else if (drawn < options.dirt() * (1 + BURST_SHARE)) {
            burst(kind, event);
        }
    }

    private static Flaw[] flaws(EventKind kind) {
        return switch (kind) {
            case ORDERS ->
                    new Flaw[] {
                        Flaw.DUPLICATE, Flaw.NEGATIVE_PRICE, Flaw.MISSING_FIELD, Flaw.MALFORMED
                    };
            case PAYMENTS -> new Flaw[] {Flaw.DUPLICATE, Flaw.NEGATIVE_PRICE, Flaw.MALFORMED};
            case BEHAVIOUR, STOCK, DELIVERIES, RETURNS ->
                    new Flaw[] {Flaw.DUPLICATE, Flaw.MISSING_FIELD, Flaw.MALFORMED};
            case FEEDBACK -> new Flaw[] {Flaw.DUPLICATE, Flaw.REPEATED_REVIEW, Flaw.MALFORMED};
            case MESSAGES -> new Flaw[] {Flaw.DUPLICATE, Flaw.MALFORMED};
            case LOTS,
                            OFFERS,
                            TERMS,
                            CAMPAIGNS,
                            LIFECYCLE,
                            JUDGEMENTS,
                            ITEMS,
                            TEXTS,
                            ACTIONS,
                            PURCHASE_STEPS,
                            ITEM_VECTORS,
                            ERASURES ->
                    new Flaw[] {};
        };
    }

    private void spoil(EventKind kind, Event event, Flaw flaw) {
        switch (flaw) {
            case NEGATIVE_PRICE -> sink.event(kind, negative(event), flaw);
            case REPEATED_REVIEW -> repeat(kind, (Feedback) event);
            case DUPLICATE, MISSING_FIELD, MALFORMED -> sink.event(kind, event, flaw);
            case NONE, CLICK_BURST -> {}
        }
    }

    private static Event negative(Event event) {
        return event instanceof OrderLine line
                ? new OrderLine(
                        line.id() + "-x",
                        line.time(),
                        line.source(),
                        line.order(),
                        line.item(),
                        line.place(),
                        line.customer(),
                        line.seller(),
                        line.region(),
                        line.units(),
                        line.unitPrice().negate(),
                        BigDecimal.ZERO,
                        line.freight(),
                        line.currency(),
                        line.promotion(),
                        "")
                : negative((Payment) event);
    }

    private static Payment negative(Payment payment) {
        return new Payment(
                payment.id() + "-x",
                payment.time(),
                payment.source(),
                payment.order(),
                payment.method(),
                payment.instalments(),
                payment.amount().negate(),
                payment.currency());
    }

    private void repeat(EventKind kind, Feedback review) {
        for (int copy = 1; copy <= REVIEW_COPIES; copy++) {
            Feedback again =
                    new Feedback(
                            review.id() + "-r" + copy,
                            review.time().plus(Duration.ofSeconds(copy)),
                            review.source(),
                            review.order(),
                            review.item(),
                            review.seller(),
                            review.customer(),
                            review.rating(),
                            review.complaint(),
                            review.text());
            sink.event(kind, again, Flaw.REPEATED_REVIEW);
        }
    }

    private void burst(EventKind kind, Event event) {
        if (!(event instanceof Behaviour view)
                || view.action() != BehaviourAction.VIEW
                || view.customer().isEmpty()) {
            return;
        }
        for (int click = 1; click <= BURST_CLICKS; click++) {
            Behaviour again =
                    new Behaviour(
                            view.id() + "-b" + click,
                            view.time().plus(Duration.ofMillis(150L * click)),
                            view.source(),
                            view.customer(),
                            view.item(),
                            view.place(),
                            view.action(),
                            "",
                            "");
            sink.event(kind, again, Flaw.CLICK_BURST);
        }
    }
}
