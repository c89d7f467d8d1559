package io.quartermaster.domain.event;

import java.time.DayOfWeek;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** Days of the week as terms write them: {@code mon thu}. */
public final class OrderWeekdays {

    private static final int DAYS_OF_WEEK = 7;

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

    /**
     * The most days between two order days, where every so many days one falls due and only some
     * days of the week take orders.
     *
     * @param everyDays 1 or more
     */
    public static int longestGap(int everyDays, Set<DayOfWeek> weekdays) {
        int longest = 0;
        int last = Integer.MIN_VALUE;
        for (int day = 0; day <= 2 * DAYS_OF_WEEK * everyDays; day += everyDays) {
            if (weekdays.contains(DayOfWeek.MONDAY.plus(day))) {
                longest = last < 0 ? longest : Math.max(longest, day - last);
                last = day;
            }
        }
        return longest == 0 ? everyDays : longest;
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
