package io.quartermaster.domain.event;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The closed set of event kinds: name of file, topic and table, the record that holds one, and the
 * columns that must be filled (beside {@code id} and {@code time}, which every kind needs).
 */
@SuppressWarnings("ImmutableEnumChecker") // the columns are unmodifiable
public enum EventKind {
    ORDERS(OrderLine.class, "order item place units unit_price currency"),
    PAYMENTS(Payment.class, "order method amount currency"),
    RETURNS(ReturnLine.class, "item place units unit_price currency"),
    BEHAVIOUR(Behaviour.class, "action"),
    STOCK(StockLevel.class, "item place on_hand"),
    LOTS(StockLot.class, "item place lot units unit_cost currency"),
    DELIVERIES(Delivery.class, "direction order ordered_units delivered_units"),
    FEEDBACK(Feedback.class, "order"),
    MESSAGES(Message.class, "text"),
    OFFERS(
            BrandOffer.class,
            "brand category supplier items unit_cost list_price currency new_items_share capacity_per_day lead_time_days"),
    TERMS(
            BrandTerms.class,
            "brand supplier version lead_time_days cost_factor capacity_per_day valid_from"),
    CAMPAIGNS(Campaign.class, "campaign brand starts_on ends_on kind"),
    LIFECYCLE(LifeCycleStep.class, "brand stage"),
    JUDGEMENTS(ExpertJudgement.class, "expert criterion value"),
    ITEMS(CatalogueItem.class, "item list_price currency"),
    TEXTS(CatalogueText.class, "item title"),
    ACTIONS(BrandAction.class, "brand action decision"),
    PURCHASE_STEPS(PurchaseStep.class, "purchase_order supplier state"),
    ITEM_VECTORS(ItemVector.class, "item modality numbers"),
    ERASURES(Erasure.class, "customer");

    private static final Map<String, EventKind> BY_LABEL = new HashMap<>();

    static {
        for (EventKind kind : values()) {
            BY_LABEL.put(kind.label(), kind);
        }
    }

    private final Class<? extends Event> type;
    private final Set<String> requiredColumns;
    private final List<String> columns;

    EventKind(Class<? extends Event> type, String required) {
        this.type = type;
        this.requiredColumns = Set.of(("id time " + required).split(" "));
        this.columns =
                Arrays.stream(type.getRecordComponents())
                        .map(component -> snakeCase(component.getName()))
                        .filter(name -> !name.equals("source"))
                        .toList();
    }

    /** The record class of this kind. */
    public Class<? extends Event> type() {
        return type;
    }

    /** Lower-case name: stem of the file, part of the topic, name of the table. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Columns without which a record is not whole. */
    public Set<String> requiredColumns() {
        return requiredColumns;
    }

    /**
     * Every column in the order of the record: its components in snake case. The source is not
     * among them, it is the file or topic itself.
     */
    public List<String> columns() {
        return columns;
    }

    /** The kind with this label, if there is one. */
    public static Optional<EventKind> ofLabel(String label) {
        return Optional.ofNullable(BY_LABEL.get(label));
    }

    private static String snakeCase(String component) {
        StringBuilder snake = new StringBuilder(component.length() + 4);
        for (int i = 0; i < component.length(); i++) {
            char letter = component.charAt(i);
            if (Character.isUpperCase(letter)) {
                snake.append('_');
            }
            snake.append(Character.toLowerCase(letter));
        }
        return snake.toString();
    }
}
