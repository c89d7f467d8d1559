package io.quartermaster.pipelines.risk;

/** What a signal of supply tells, in the order in which signals of one time are worked on. */
public enum SupplySignalKind {
    ITEM(0),
    TERMS(1),
    STAGE(2),
    STOCK(3),
    ORDER(4),
    DELIVERY(5),
    OFFER(6);

    private final int turn;

    SupplySignalKind(int turn) {
        this.turn = turn;
    }

    /** An id that orders signals of one time by kind. */
    String id(String ofEvent) {
        return turn + ":" + ofEvent;
    }
}
