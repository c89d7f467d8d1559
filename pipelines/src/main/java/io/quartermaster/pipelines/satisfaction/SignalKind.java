package io.quartermaster.pipelines.satisfaction;

/** What a signal tells. At one time, the catalogue comes first. */
public enum SignalKind {
    ITEM("0"),
    ORDER("1"),
    RETURN("2"),
    FEEDBACK("3"),
    /** A delivery to a customer. */
    DELIVERY("4"),
    /** A delivery from a supplier. */
    SUPPLY("5"),
    STOCK("6"),
    /** A view or a search. */
    ATTENTION("7"),
    /** How new an item is. */
    NOVELTY("8");

    private final String order;

    SignalKind(String order) {
        this.order = order;
    }

    /** Makes the ids of all kinds differ, and orders them. */
    String id(String eventId) {
        return order + ":" + eventId;
    }
}
