package io.quartermaster.domain.event;

import java.time.Instant;

/**
 * Something that happened. Every event has an id, an event time and the source that reported it.
 */
public interface Event {

    /** Unique among the events of one kind; a second event with the same id is a duplicate. */
    String id();

    /** When it happened, not when it was read. */
    Instant time();

    /** File or topic that reported it. */
    String source();
}
