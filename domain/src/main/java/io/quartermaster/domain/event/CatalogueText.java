package io.quartermaster.domain.event;

import java.time.Instant;

/**
 * Words that describe an item.
 *
 * @param id unique among the events of this kind
 * @param time when it happened
 * @param source file or topic that reported it
 * @param item the item
 * @param language ISO 639-1 code, empty if not known
 * @param title short name
 * @param description long text, empty if none
 */
public record CatalogueText(
        String id,
        Instant time,
        String source,
        String item,
        String language,
        String title,
        String description)
        implements Event {}
