package io.quartermaster.domain.event;

import java.time.Instant;

/**
 * An action about a brand was taken or declined.
 *
 * @param id unique among the events of this kind
 * @param time when it happened
 * @param source file or topic that reported it
 * @param brand name of the brand
 * @param action what was to be done
 * @param subject the item, place, term or kind of complaint; empty for all of the brand's
 * @param decision whether it was taken
 */
public record BrandAction(
        String id,
        Instant time,
        String source,
        String brand,
        ActionKind action,
        String subject,
        ActionDecision decision)
        implements Event {}
