package io.quartermaster.pipelines.governance;

import io.quartermaster.domain.event.Behaviour;
import io.quartermaster.domain.event.BrandAction;
import io.quartermaster.domain.event.BrandOffer;
import io.quartermaster.domain.event.BrandTerms;
import io.quartermaster.domain.event.Campaign;
import io.quartermaster.domain.event.CatalogueItem;
import io.quartermaster.domain.event.CatalogueText;
import io.quartermaster.domain.event.Delivery;
import io.quartermaster.domain.event.Erasure;
import io.quartermaster.domain.event.Event;
import io.quartermaster.domain.event.EventKind;
import io.quartermaster.domain.event.ExpertJudgement;
import io.quartermaster.domain.event.Feedback;
import io.quartermaster.domain.event.ItemVector;
import io.quartermaster.domain.event.LifeCycleStep;
import io.quartermaster.domain.event.Message;
import io.quartermaster.domain.event.OrderLine;
import io.quartermaster.domain.event.Payment;
import io.quartermaster.domain.event.PurchaseStep;
import io.quartermaster.domain.event.ReturnLine;
import io.quartermaster.domain.event.StockLevel;
import io.quartermaster.domain.event.StockLot;
import io.quartermaster.domain.governance.Quarantined;

/**
 * An event on its way through the rules, with the line it came from: it ends as a clean event or in
 * quarantine. Exactly one of the events is there, the one of its kind; so all kinds travel one
 * stream, and each is still a plain record to Flink.
 *
 * @param kind which event it holds
 * @param line number of the record in its source
 * @param original the line, personal fields masked
 */
public record Candidate(
        EventKind kind,
        long line,
        String original,
        OrderLine order,
        Payment payment,
        ReturnLine returned,
        Behaviour behaviour,
        StockLevel stock,
        StockLot lot,
        Delivery delivery,
        Feedback feedback,
        Message message,
        BrandOffer offer,
        BrandTerms terms,
        Campaign campaign,
        LifeCycleStep step,
        ExpertJudgement judgement,
        CatalogueItem item,
        CatalogueText text,
        BrandAction action,
        PurchaseStep purchaseStep,
        ItemVector vector,
        Erasure erasure) {

    /** A candidate that holds the event. */
    static Candidate of(EventKind kind, long line, String original, Event event) {
        return new Candidate(
                kind,
                line,
                original,
                event instanceof OrderLine order ? order : null,
                event instanceof Payment payment ? payment : null,
                event instanceof ReturnLine returned ? returned : null,
                event instanceof Behaviour behaviour ? behaviour : null,
                event instanceof StockLevel stock ? stock : null,
                event instanceof StockLot lot ? lot : null,
                event instanceof Delivery delivery ? delivery : null,
                event instanceof Feedback feedback ? feedback : null,
                event instanceof Message message ? message : null,
                event instanceof BrandOffer offer ? offer : null,
                event instanceof BrandTerms terms ? terms : null,
                event instanceof Campaign campaign ? campaign : null,
                event instanceof LifeCycleStep step ? step : null,
                event instanceof ExpertJudgement judgement ? judgement : null,
                event instanceof CatalogueItem item ? item : null,
                event instanceof CatalogueText text ? text : null,
                event instanceof BrandAction action ? action : null,
                event instanceof PurchaseStep purchaseStep ? purchaseStep : null,
                event instanceof ItemVector vector ? vector : null,
                event instanceof Erasure erasure ? erasure : null);
    }

    /** The event it holds. */
    Event event() {
        return switch (kind) {
            case ORDERS -> order;
            case PAYMENTS -> payment;
            case RETURNS -> returned;
            case BEHAVIOUR -> behaviour;
            case STOCK -> stock;
            case LOTS -> lot;
            case DELIVERIES -> delivery;
            case FEEDBACK -> feedback;
            case MESSAGES -> message;
            case OFFERS -> offer;
            case TERMS -> terms;
            case CAMPAIGNS -> campaign;
            case LIFECYCLE -> step;
            case JUDGEMENTS -> judgement;
            case ITEMS -> item;
            case TEXTS -> text;
            case ACTIONS -> action;
            case PURCHASE_STEPS -> purchaseStep;
            case ITEM_VECTORS -> vector;
            case ERASURES -> erasure;
        };
    }

    /** The same line with another event of the same kind. */
    Candidate with(Event event) {
        return of(kind, line, original, event);
    }

    /** Kind and id: two candidates of one identity are copies. */
    String identity() {
        return kind.label() + "|" + event().id();
    }

    /** Sorts as (source, line) do. */
    String position() {
        String number = Long.toString(line);
        return event().source() + "|" + "0".repeat(Math.max(0, 19 - number.length())) + number;
    }

    /** The line as a reject. */
    Quarantined rejected(String rule, String reason) {
        return new Quarantined(event().source(), line, kind.label(), rule, reason, original);
    }
}
