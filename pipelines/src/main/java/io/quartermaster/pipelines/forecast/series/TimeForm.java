package io.quartermaster.pipelines.forecast.series;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.OptionalLong;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;

/** How a file writes time, so that what is written from it looks the same. */
public enum TimeForm {
    /** Whole numbers. */
    INTEGER(Long::parseLong, Long::toString),
    /** Days, as 2011-12-09; counted in days. */
    DATE(text -> LocalDate.parse(text).toEpochDay(), day -> LocalDate.ofEpochDay(day).toString()),
    /** Instants, as 2011-12-09T10:00:00Z; counted in milliseconds. */
    INSTANT(text -> Instant.parse(text).toEpochMilli(), at -> Instant.ofEpochMilli(at).toString()),
    /** Local times with a blank, as 2011-12-09 10:00:00; counted in milliseconds. */
    LOCAL_TIME(
            text -> millis(LocalDateTime.parse(text, Forms.BLANK)),
            at -> local(at).format(Forms.BLANK)),
    /** Local times, as 2011-12-09T10:00:00; counted in milliseconds. */
    ISO_LOCAL_TIME(
            text -> millis(LocalDateTime.parse(text, Forms.ISO)),
            at -> local(at).format(Forms.ISO));

    private static final class Forms {
        private static final DateTimeFormatter BLANK =
                DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
        private static final DateTimeFormatter ISO =
                DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");
    }

    // Plain functions without state, which the compiler cannot know.
    @SuppressWarnings("ImmutableEnumChecker")
    private final ToLongFunction<String> parser;

    @SuppressWarnings("ImmutableEnumChecker")
    private final LongFunction<String> writer;

    TimeForm(ToLongFunction<String> parser, LongFunction<String> writer) {
        this.parser = parser;
        this.writer = writer;
    }

    /**
     * The form of a text.
     *
     * @throws IllegalArgumentException when it is none of these
     */
    public static TimeForm of(String text) {
        for (TimeForm form : values()) {
            if (form.read(text).isPresent()) {
                return form;
            }
        }
        throw new IllegalArgumentException(
                "The time (%s) is neither a day, an instant nor a whole number.\nMaybe like 2011-12-09, 2011-12-09T10:00:00Z or 17."
                        .formatted(text));
    }

    private OptionalLong read(String text) {
        try {
            return OptionalLong.of(parser.applyAsLong(text));
        } catch (DateTimeException | NumberFormatException e) {
            return OptionalLong.empty();
        }
    }

    public long parse(String text) {
        return read(text)
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "The time (%s) is written unlike the first one of its file.\nMaybe write all of them alike."
                                                .formatted(text)));
    }

    public String format(long position) {
        return writer.apply(position);
    }

    private static long millis(LocalDateTime time) {
        return time.toInstant(ZoneOffset.UTC).toEpochMilli();
    }

    private static LocalDateTime local(long millis) {
        return LocalDateTime.ofInstant(Instant.ofEpochMilli(millis), ZoneOffset.UTC);
    }
}
