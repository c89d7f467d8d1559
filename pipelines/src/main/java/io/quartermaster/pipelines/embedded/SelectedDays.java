package io.quartermaster.pipelines.embedded;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The part of history that a run reads.
 *
 * @param fromMillis first instant, in epoch milliseconds
 * @param untilMillis first instant after it
 */
record SelectedDays(long fromMillis, long untilMillis) implements Serializable {

    private static final long serialVersionUID = 1L;

    /** All days. */
    static SelectedDays all() {
        return new SelectedDays(Long.MIN_VALUE, Long.MAX_VALUE);
    }

    /**
     * Days {@code from} to {@code to}, each null for no limit.
     *
     * @throws IllegalArgumentException when the last lies before the first
     */
    static SelectedDays of(LocalDate from, LocalDate to, ZoneId zone) {
        if (from != null && to != null && to.isBefore(from)) {
            throw new IllegalArgumentException(
                    "The last day (%s) must not lie before the first (%s).\nMaybe exchange --from and --to."
                            .formatted(to, from));
        }
        return new SelectedDays(
                from == null ? Long.MIN_VALUE : startOf(from, zone).toEpochMilli(),
                to == null ? Long.MAX_VALUE : startOf(to.plusDays(1), zone).toEpochMilli());
    }

    private static Instant startOf(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }

    /** A record without a time that can be read is kept, so that it can be rejected. */
    boolean contain(Long timestamp) {
        return timestamp == null
                || timestamp == Long.MIN_VALUE
                || (timestamp >= fromMillis && timestamp < untilMillis);
    }
}
