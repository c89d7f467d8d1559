package io.quartermaster.domain.governance;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;

/**
 * A second event of the same kind and id. Of the copies the one that happened first stays, and of
 * those the one that stands first in (source, line).
 *
 * @param memory how long, in event time, a copy is remembered
 */
public record DuplicateRule(Duration memory) implements Serializable {

    private static final long serialVersionUID = 1L;

    /** Name of the rule. */
    public static final String NAME = "duplicate";

    /**
     * The copy that was kept.
     *
     * @param time when it happened
     * @param source file or topic it stands in
     * @param line its line there
     */
    public record Kept(Instant time, String source, long line) {}

    /** Whether an event with the kept one's id is its copy rather than a new use of the id. */
    public boolean isCopy(Kept kept, Instant time) {
        return Duration.between(kept.time(), time).abs().compareTo(memory) <= 0;
    }

    /** Why a copy is kept out. */
    public String reason(String id, Kept kept) {
        return "The id (" + id + ") stands in " + kept.source() + ", line " + kept.line() + " too.";
    }
}
