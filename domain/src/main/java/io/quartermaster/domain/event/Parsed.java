package io.quartermaster.domain.event;

/**
 * What became of a raw record: an event with every field in place, or the fault that forbids it.
 */
public sealed interface Parsed permits Parsed.Whole, Parsed.Faulty {

    /**
     * The record has the form of its kind. Whether its values are possible is for the rules of
     * governance.
     */
    record Whole(Event event) implements Parsed {}

    /**
     * The record lacks the form of its kind.
     *
     * @param rule missing_field, malformed_field, malformed_line or unknown_kind
     * @param reason names every column at fault and its value
     */
    record Faulty(String rule, String reason) implements Parsed {}
}
