package io.quartermaster.domain.satisfaction.action;

import java.util.Locale;

/** What an action may be about. */
public enum SubjectKind {
    ITEM,
    PLACE,
    COMPLAINT,
    TERM;

    /** Lower-case name. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
