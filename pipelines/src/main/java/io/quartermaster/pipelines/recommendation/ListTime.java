package io.quartermaster.pipelines.recommendation;

/** When a customer has a new list. */
public enum ListTime {
    /** When a day closes on which the customer acted. */
    CLOSE,
    /** As soon as the customer acts. */
    ACT,
    /** On both occasions. */
    BOTH;

    boolean onClose() {
        return this != ACT;
    }

    boolean onAct() {
        return this != CLOSE;
    }
}
