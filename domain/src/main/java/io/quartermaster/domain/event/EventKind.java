package io.quartermaster.domain.event;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The closed set of event kinds: name of file, topic and table, and the record that holds one. */
public enum EventKind {
    ORDERS(OrderLine.class),
    PAYMENTS(Payment.class),
    RETURNS(ReturnLine.class),
    BEHAVIOUR(Behaviour.class),
    STOCK(StockLevel.class),
    LOTS(StockLot.class),
    DELIVERIES(Delivery.class),
    FEEDBACK(Feedback.class),
    MESSAGES(Message.class),
    OFFERS(BrandOffer.class),
    TERMS(BrandTerms.class),
    LIFECYCLE(LifeCycleStep.class),
    JUDGEMENTS(ExpertJudgement.class),
    ITEMS(CatalogueItem.class),
    TEXTS(CatalogueText.class);

    private final Class<? extends Event> type;

    EventKind(Class<? extends Event> type) {
        this.type = type;
    }

    /** The record class of this kind. */
    public Class<? extends Event> type() {
        return type;
    }

    /** Lower-case name: stem of the file, part of the topic, name of the table. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind with this label, if there is one. */
    public static Optional<EventKind> ofLabel(String label) {
        return Arrays.stream(values()).filter(kind -> kind.label().equals(label)).findFirst();
    }
}
