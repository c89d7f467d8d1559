package io.quartermaster.domain.event.generator;

/** What is wrong with a generated record. Cleaning has to find it by itself: no file names it. */
public enum Flaw {
    /** Nothing. */
    NONE,
    /** The same record a second time. */
    DUPLICATE,
    /** A price or amount below 0. */
    NEGATIVE_PRICE,
    /** A field that must be there is empty; writers leave out the item or order. */
    MISSING_FIELD,
    /** Text that cannot be read; writers break the time, or cut the line. */
    MALFORMED,
    /** One of many clicks within seconds. */
    CLICK_BURST,
    /** The same review again under another id. */
    REPEATED_REVIEW
}
