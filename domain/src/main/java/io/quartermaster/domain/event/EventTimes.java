package io.quartermaster.domain.event;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;

/**
 * Reads points in time as files give them: ISO-8601 with an offset ({@code 2011-05-01T08:00:00Z}),
 * epoch milliseconds ({@code 1304236800000}), a local date-time ({@code 2011-05-01 08:00[:00]}) or
 * a local date ({@code 2011-05-01}, its first instant), the last two in a zone given. Years reach
 * from 1 to 9999.
 */
public final class EventTimes {

    private static final long FIRST_MILLIS = Instant.parse("0001-01-01T00:00:00Z").toEpochMilli();
    private static final long LAST_MILLIS = Instant.parse("9999-12-31T23:59:59Z").toEpochMilli();
    private static final int DATE_LENGTH = 10;

    private EventTimes() {}

    /**
     * The point in time that a text names.
     *
     * @throws DateTimeException if it has none of the forms
     */
    public static Instant parse(String text, ZoneId zone) {
        Instant instant = isWhole(text) ? ofEpoch(text) : ofIso(text, zone);
        if (instant.toEpochMilli() < FIRST_MILLIS || instant.toEpochMilli() > LAST_MILLIS) {
            throw new DateTimeException("The year of (" + text + ") is not within 1 to 9999.");
        }
        return instant;
    }

    private static Instant ofIso(String text, ZoneId zone) {
        if (text.length() == DATE_LENGTH) {
            return LocalDate.parse(text).atStartOfDay(zone).toInstant();
        }
        if (text.length() < DATE_LENGTH || text.length() > 40) {
            throw new DateTimeException("The text (" + text + ") is no time.");
        }
        String iso = text.charAt(DATE_LENGTH) == ' ' ? withT(text) : text;
        Instant inUtc = IsoForms.instant(iso);
        if (inUtc != null) {
            return inUtc;
        }
        if (hasOffset(iso)) {
            return OffsetDateTime.parse(iso).toInstant();
        }
        LocalDateTime local = IsoForms.dateTime(iso, iso.length());
        return (local == null ? LocalDateTime.parse(iso) : local).atZone(zone).toInstant();
    }

    private static String withT(String text) {
        return text.substring(0, DATE_LENGTH) + 'T' + text.substring(DATE_LENGTH + 1);
    }

    private static boolean hasOffset(String iso) {
        char last = iso.charAt(iso.length() - 1);
        return last == 'Z'
                || last == 'z'
                || iso.indexOf('+', DATE_LENGTH) > 0
                || iso.indexOf('-', DATE_LENGTH) > 0;
    }

    private static boolean isWhole(String text) {
        int start = text.startsWith("-") ? 1 : 0;
        for (int i = start; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return text.length() > start;
    }

    private static Instant ofEpoch(String text) {
        if (text.length() > 16) {
            throw new DateTimeException("The number (" + text + ") is no epoch millisecond.");
        }
        return Instant.ofEpochMilli(Long.parseLong(text));
    }
}
