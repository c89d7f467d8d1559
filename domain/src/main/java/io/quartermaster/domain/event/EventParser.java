package io.quartermaster.domain.event;

import java.time.ZoneId;
import java.util.Optional;

/**
 * Makes typed events of raw records. A column bears the name of the record's component in snake
 * case ({@code unitPrice} stands in {@code unit_price}); the source is the raw record's own. Only
 * form and presence are looked at: whether a value is possible is for the rules of governance.
 */
public final class EventParser {

    private EventParser() {}

    /**
     * Reads the columns of a raw record as its kind asks for them.
     *
     * @param zone in which date-times without an offset are read
     */
    public static Parsed parse(RawRecord record, ZoneId zone) {
        if (!record.broken().isEmpty()) {
            return new Parsed.Faulty("malformed_line", record.broken());
        }
        Optional<EventKind> kind = EventKind.ofLabel(record.kind());
        if (kind.isEmpty()) {
            return new Parsed.Faulty(
                    "unknown_kind", "The kind (" + record.kind() + ") is not one of the events.");
        }
        ColumnReader columns = new ColumnReader(record, zone, kind.get().requiredColumns());
        Event event = read(kind.get(), columns);
        return columns.isFaulty() ? columns.fault() : new Parsed.Whole(event);
    }

    private static Event read(EventKind kind, ColumnReader columns) {
        return switch (kind) {
            case ORDERS -> order(columns);
            case PAYMENTS -> payment(columns);
            case RETURNS -> returned(columns);
            case BEHAVIOUR -> behaviour(columns);
            case STOCK -> stock(columns);
            case LOTS -> lot(columns);
            case DELIVERIES -> delivery(columns);
            case FEEDBACK -> feedback(columns);
            case MESSAGES -> message(columns);
            case OFFERS -> offer(columns);
            case TERMS -> terms(columns);
            case CAMPAIGNS -> campaign(columns);
            case LIFECYCLE -> lifeCycleStep(columns);
            case JUDGEMENTS -> judgement(columns);
            case ITEMS -> item(columns);
            case TEXTS -> text(columns);
            case ACTIONS -> action(columns);
            case PURCHASE_STEPS -> purchaseStep(columns);
            case ITEM_VECTORS -> itemVector(columns);
            case ERASURES -> erasure(columns);
        };
    }

    private static OrderLine order(ColumnReader columns) {
        return new OrderLine(
                columns.text("id"),
                columns.instant("time"),
                columns.source(),
                columns.text("order"),
                columns.text("item"),
                columns.text("place"),
                columns.text("customer"),
                columns.text("seller"),
                columns.text("region"),
                columns.whole("units", 0),
                columns.decimal("unit_price"),
                columns.decimal("discount"),
                columns.decimal("freight"),
                columns.text("currency"),
                columns.flag("promotion"),
                columns.text("repaired"));
    }

    private static Payment payment(ColumnReader columns) {
        return new Payment(
                columns.text("id"),
                columns.instant("time"),
                columns.source(),
                columns.text("order"),
                columns.text("method"),
                columns.count("instalments", 1),
                columns.decimal("amount"),
                columns.text("currency"));
    }

    private static ReturnLine returned(ColumnReader columns) {
        return new ReturnLine(
                columns.text("id"),
                columns.instant("time"),
                columns.source(),
                columns.text("order"),
                columns.text("item"),
                columns.text("place"),
                columns.text("customer"),
                columns.text("seller"),
                columns.whole("units", 0),
                columns.decimal("unit_price"),
                columns.text("currency"),
                columns.text("reason"),
                columns.flag("cancellation"),
                columns.text("matched_order"),
                columns.instant("ordered_at"),
                columns.text("repaired"));
    }

    private static Behaviour behaviour(ColumnReader columns) {
        BehaviourAction action = columns.oneOf("action", BehaviourAction.class);
        boolean search = action == BehaviourAction.SEARCH || action == null;
        return new Behaviour(
                columns.text("id"),
                columns.instant("time"),
                columns.source(),
                columns.text("customer"),
                search ? columns.text("item") : columns.neededText("item"),
                search ? columns.text("place") : columns.neededText("place"),
                action,
                columns.text("query"),
                columns.text("brand"));
    }

    private static StockLevel stock(ColumnReader columns) {
        return new StockLevel(
                columns.text("id"),
                columns.instant("time"),
                columns.source(),
                columns.text("item"),
                columns.text("place"),
                columns.whole("on_hand", 0));
    }

    private static StockLot lot(ColumnReader columns) {
        return new StockLot(
                columns.text("id"),
                columns.instant("time"),
                columns.source(),
                columns.text("item"),
                columns.text("place"),
                columns.text("lot"),
                columns.whole("units", 0),
                columns.decimal("unit_cost"),
                columns.text("currency"),
                columns.day("expires_on"),
                columns.count("version", 1));
    }

    private static Delivery delivery(ColumnReader columns) {
        return new Delivery(
                columns.text("id"),
                columns.instant("time"),
                columns.source(),
                columns.oneOf("direction", DeliveryDirection.class),
                columns.text("order"),
                columns.text("item"),
                columns.text("place"),
                columns.text("seller"),
                columns.text("customer"),
                columns.whole("ordered_units", 0),
                columns.whole("delivered_units", 0),
                columns.instant("promised_at"),
                columns.instant("delivered_at"));
    }

    private static Feedback feedback(ColumnReader columns) {
        return new Feedback(
                columns.text("id"),
                columns.instant("time"),
                columns.source(),
                columns.text("order"),
                columns.text("item"),
                columns.text("seller"),
                columns.text("customer"),
                columns.count("rating", 0),
                columns.text("complaint"),
                columns.text("text"));
    }

    private static Message message(ColumnReader columns) {
        return new Message(
                columns.text("id"),
                columns.instant("time"),
                columns.source(),
                columns.text("customer"),
                columns.text("order"),
                columns.text("text"));
    }

    private static BrandOffer offer(ColumnReader columns) {
        return new BrandOffer(
                columns.text("id"),
                columns.instant("time"),
                columns.source(),
                columns.text("brand"),
                columns.text("category"),
                columns.text("supplier"),
                columns.count("items", 0),
                columns.decimal("unit_cost"),
                columns.decimal("list_price"),
                columns.text("currency"),
                columns.real("new_items_share"),
                columns.whole("capacity_per_day", 0),
                columns.count("lead_time_days", 0));
    }

    private static BrandTerms terms(ColumnReader columns) {
        return new BrandTerms(
                columns.text("id"),
                columns.instant("time"),
                columns.source(),
                columns.text("brand"),
                columns.text("supplier"),
                columns.count("version", 0),
                columns.count("lead_time_days", 0),
                columns.whole("min_order_units", 0),
                columns.whole("pack_units", 1),
                columns.decimal("cost_factor"),
                columns.whole("capacity_per_day", 0),
                columns.count("order_every_days", 1),
                columns.text("order_weekdays"),
                columns.text("price_tiers"),
                columns.count("production_lead_days", 0),
                columns.count("ramp_days", 0),
                columns.flag("exclusive"),
                columns.text("exclusive_in"),
                columns.day("valid_from"),
                columns.day("valid_to"));
    }

    private static Campaign campaign(ColumnReader columns) {
        return new Campaign(
                columns.text("id"),
                columns.instant("time"),
                columns.source(),
                columns.text("campaign"),
                columns.text("brand"),
                columns.count("version", 1),
                columns.text("items"),
                columns.text("places"),
                columns.day("starts_on"),
                columns.day("ends_on"),
                columns.oneOf("kind", CampaignKind.class),
                columns.decimal("cost"),
                columns.text("currency"),
                columns.real("discount"));
    }

    private static LifeCycleStep lifeCycleStep(ColumnReader columns) {
        return new LifeCycleStep(
                columns.text("id"),
                columns.instant("time"),
                columns.source(),
                columns.text("brand"),
                columns.oneOf("stage", BrandStage.class),
                columns.text("note"));
    }

    private static ExpertJudgement judgement(ColumnReader columns) {
        return new ExpertJudgement(
                columns.text("id"),
                columns.instant("time"),
                columns.source(),
                columns.text("expert"),
                columns.text("brand"),
                columns.text("criterion"),
                columns.text("against"),
                columns.real("value"));
    }

    private static CatalogueItem item(ColumnReader columns) {
        return new CatalogueItem(
                columns.text("id"),
                columns.instant("time"),
                columns.source(),
                columns.text("item"),
                columns.text("brand"),
                columns.text("category"),
                columns.text("supplier"),
                columns.decimal("unit_cost"),
                columns.decimal("list_price"),
                columns.text("currency"),
                columns.real("unit_volume"),
                columns.count("shelf_life_days", 0),
                columns.day("launched_on"),
                columns.flag("assumed"));
    }

    private static CatalogueText text(ColumnReader columns) {
        return new CatalogueText(
                columns.text("id"),
                columns.instant("time"),
                columns.source(),
                columns.text("item"),
                columns.text("language"),
                columns.text("title"),
                columns.text("description"));
    }

    private static BrandAction action(ColumnReader columns) {
        return new BrandAction(
                columns.text("id"),
                columns.instant("time"),
                columns.source(),
                columns.text("brand"),
                columns.oneOf("action", ActionKind.class),
                columns.text("subject"),
                columns.oneOf("decision", ActionDecision.class));
    }

    private static PurchaseStep purchaseStep(ColumnReader columns) {
        return new PurchaseStep(
                columns.text("id"),
                columns.instant("time"),
                columns.source(),
                columns.text("purchase_order"),
                columns.text("supplier"),
                columns.oneOf("state", PurchaseState.class),
                columns.whole("quantity", 0),
                columns.day("arrival_day"),
                columns.text("note"));
    }

    private static Erasure erasure(ColumnReader columns) {
        return new Erasure(
                columns.text("id"),
                columns.instant("time"),
                columns.source(),
                columns.text("customer"));
    }

    private static ItemVector itemVector(ColumnReader columns) {
        return new ItemVector(
                columns.text("id"),
                columns.instant("time"),
                columns.source(),
                columns.text("item"),
                columns.text("modality"),
                columns.count("version", 1),
                columns.text("numbers"));
    }
}
