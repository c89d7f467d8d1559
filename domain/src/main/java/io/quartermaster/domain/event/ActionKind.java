package io.quartermaster.domain.event;

import java.util.Locale;

/** What can be done about an indicator of satisfaction that falls. */
public enum ActionKind {
    /** Sell an item no more. */
    DELIST_ITEM,
    /** Send by another carrier from a place. */
    CHANGE_CARRIER,
    /** Agree on another freight or lead time. */
    RENEGOTIATE_TERM,
    /** Keep more of an item in stock. */
    RAISE_SAFETY_STOCK,
    /** Answer what customers complain of, and mend its cause. */
    ANSWER_COMPLAINT;

    /** Lower-case name, as in the column {@code action}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
