package io.quartermaster.domain.satisfaction.action;

import java.time.LocalDate;

/** Weeks from Monday to Sunday, numbered from the one of 1 January 1970 on. */
public final class WeekNumber {

    private static final int DAYS = 7;
    private static final int MONDAY_BEFORE = 3;

    private WeekNumber() {}

    /** The week of a day. */
    public static long of(LocalDate day) {
        return Math.floorDiv(day.toEpochDay() + MONDAY_BEFORE, (long) DAYS);
    }

    /** Its Sunday. */
    public static LocalDate lastDay(long week) {
        return LocalDate.ofEpochDay(week * DAYS - MONDAY_BEFORE + DAYS - 1);
    }
}
