package io.quartermaster.domain.event;

import java.time.ZoneId;

/** Makes typed events of raw records. */
public final class EventParser {

    private EventParser() {}

    /**
     * Reads the columns of a raw record as its kind asks for them.
     *
     * @param zone in which date-times without an offset are read
     */
    public static Parsed parse(RawRecord record, ZoneId zone) {
        return new Parsed.Faulty(
                "unknown_kind", "The kind (" + record.kind() + ") is not known in zone " + zone);
    }
}
