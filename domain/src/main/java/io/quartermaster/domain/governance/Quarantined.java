package io.quartermaster.domain.governance;

/**
 * A record that was rejected, kept with its reason so that it can be replayed.
 *
 * @param source file or topic
 * @param line number of the record in its source
 * @param kind label of its event kind
 * @param rule name of the rule that rejected it, in lower snake case
 * @param reason names the value and what is wrong with it
 * @param original the line, personal fields masked
 */
public record Quarantined(
        String source, long line, String kind, String rule, String reason, String original) {}
