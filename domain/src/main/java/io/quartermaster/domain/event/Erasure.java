package io.quartermaster.domain.event;

import java.time.Instant;

/**
 * A customer asks to be forgotten (right to erasure: Regulation (EU) 2016/679, article 17): all
 * that the customer did up to this time counts no longer. What the same customer does later is new.
 *
 * @param id unique among the events of this kind
 * @param time when it was asked
 * @param source file or topic that reported it
 * @param customer token of the customer
 */
public record Erasure(String id, Instant time, String source, String customer) implements Event {}
