package io.quartermaster.domain.event;

import java.time.Instant;

/**
 * One action of a visitor.
 *
 * @param id unique among the events of this kind
 * @param time when it happened
 * @param source file or topic that reported it
 * @param customer token of the visitor, empty if not known
 * @param item the item acted on, empty for a search
 * @param place the place that would ship it, empty for a search
 * @param action what was done
 * @param query the words searched, empty unless a search
 * @param brand the brand searched for, empty if none
 */
public record Behaviour(
        String id,
        Instant time,
        String source,
        String customer,
        String item,
        String place,
        BehaviourAction action,
        String query,
        String brand)
        implements Event {}
