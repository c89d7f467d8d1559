package io.quartermaster.pipelines.risk;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * Days as people write them: {@code 2006-11-14}, an instant that starts so, {@code 14-Nov-06},
 * {@code 11/14/06} or {@code 11/14/2006} (month first). Two-digit years are 2000 to 2099.
 */
final class DayText {

    private static final int ISO_LENGTH = 10;
    private static final List<DateTimeFormatter> FORMS =
            List.of(
                    DateTimeFormatter.ISO_LOCAL_DATE,
                    form("d-MMM-"),
                    DateTimeFormatter.ofPattern("M/d/uuuu", Locale.ROOT),
                    form("M/d/"));

    private DayText() {}

    private static DateTimeFormatter form(String start) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(start)
                .appendValueReduced(ChronoField.YEAR, 2, 2, 2000)
                .toFormatter(Locale.ENGLISH);
    }

    /** Epoch day; empty where the text is no day. */
    static OptionalLong epochDay(String text) {
        String stripped = text.strip();
        boolean isInstant = stripped.length() > ISO_LENGTH && stripped.charAt(ISO_LENGTH) == 'T';
        String day = isInstant ? stripped.substring(0, ISO_LENGTH) : stripped;
        for (DateTimeFormatter form : FORMS) {
            try {
                return OptionalLong.of(LocalDate.parse(day, form).toEpochDay());
            } catch (DateTimeException e) {
                // The next form may fit.
            }
        }
        return OptionalLong.empty();
    }
}
