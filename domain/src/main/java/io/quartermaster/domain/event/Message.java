package io.quartermaster.domain.event;

import java.time.Instant;

/**
 * A customer's message to the platform.
 *
 * @param id unique among the events of this kind
 * @param time when it happened
 * @param source file or topic that reported it
 * @param customer token of the customer, empty if not known
 * @param order the order it is about, empty if none
 * @param text the words, personal fields masked
 */
public record Message(
        String id, Instant time, String source, String customer, String order, String text)
        implements Event {}
