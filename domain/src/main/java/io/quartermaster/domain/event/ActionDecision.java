package io.quartermaster.domain.event;

/** What became of a proposed action. */
public enum ActionDecision {
    /** It holds from the event's time on. */
    TAKEN,
    DECLINED
}
