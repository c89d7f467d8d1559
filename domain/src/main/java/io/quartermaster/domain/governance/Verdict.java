package io.quartermaster.domain.governance;

import io.quartermaster.domain.event.Event;

/** What the rules say of an event. */
public sealed interface Verdict permits Verdict.Accepted, Verdict.Repaired, Verdict.Rejected {

    /** The event is clean as it came. */
    record Accepted(Event event) implements Verdict {}

    /**
     * The event is clean after a repair.
     *
     * @param event the repaired event
     * @param note what was repaired; the event says so too
     */
    record Repaired(Event event, String note) implements Verdict {}

    /**
     * The event is kept out.
     *
     * @param rule name of the rule, in lower snake case
     * @param reason names the value and what is wrong with it
     */
    record Rejected(String rule, String reason) implements Verdict {}
}
