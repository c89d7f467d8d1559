package io.quartermaster.domain.event;

import java.time.DayOfWeek;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** Days of the week as terms write them: {@code mon thu}. */
public final class OrderWeekdays {

    private OrderWeekdays() {}

    /**
     * The days that a text names; all of them if it is empty.
     *
     * @throws IllegalArgumentException when a word names no day
     */
    public static Set<DayOfWeek> parse(String text) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (String word : text.strip().split("\\s+", -1)) {
            if (!word.isEmpty()) {
                days.add(day(word));
            }
        }
        return days.isEmpty() ? EnumSet.allOf(DayOfWeek.class) : days;
    }

    private static DayOfWeek day(String word) {
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day.name().substring(0, 3).toLowerCase(Locale.ROOT).equals(word)) {
                return day;
            }
        }
        throw new IllegalArgumentException(
                "The order weekday (%s) must be one of mon, tue, wed, thu, fri, sat, sun."
                        .formatted(word));
    }
}
