package io.quartermaster.pipelines.event;

import io.quartermaster.domain.event.EventTimes;
import io.quartermaster.domain.event.RawRecord;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.Consumer;

/**
 * Whether raw records come in the order of event time. Those without a time that can be read do not
 * count.
 */
final class TimeOrder implements Consumer<RawRecord> {

    /** Local times may go back by this much where a zone skips an hour. */
    static final Duration SLACK = Duration.ofHours(1);

    /** The event time of a record without one. */
    static final long NO_TIME = Long.MIN_VALUE;

    private String latest = "";
    private boolean holds = true;

    private TimeOrder() {}

    /** Reads an input through. */
    static boolean holds(RawInput input) {
        TimeOrder order = new TimeOrder();
        try {
            input.forEach(order);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "The files (" + input.files() + ") cannot be read: " + e.getMessage(), e);
        }
        return order.holds;
    }

    /** Event time in milliseconds, {@link #NO_TIME} if none can be read. */
    static long millisOf(RawRecord record, ZoneId zone) {
        return millisOf(record.value("time").strip(), zone);
    }

    @Override
    public void accept(RawRecord record) {
        String time = record.value("time");
        if (time.equals(latest) || !holds) {
            return;
        }
        long millis = millisOf(time, ZoneOffset.UTC);
        if (millis != NO_TIME) {
            holds = latest.isEmpty() || millis >= millisOf(latest, ZoneOffset.UTC);
            latest = time;
        }
    }

    private static long millisOf(String time, ZoneId zone) {
        if (time.isEmpty()) {
            return NO_TIME;
        }
        try {
            return EventTimes.parse(time, zone).toEpochMilli();
        } catch (DateTimeException e) {
            return NO_TIME;
        }
    }
}
