package io.quartermaster.pipelines.forecast;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;

/**
 * The distance between two steps of a series.
 *
 * @param months of the calendar, 0 if the distance is a fixed amount
 * @param amount in the time form's own unit
 */
record TimeStep(int months, long amount) {

    private static final long DAY_MILLIS = 86_400_000L;

    /**
     * The step that a frequency names: a count and S, T or min, H, D, W, M, Q or Y.
     *
     * @throws IllegalArgumentException when it names none, or does not go with the form
     */
    static TimeStep named(String frequency, TimeForm form) {
        String unit = frequency.replaceFirst("^\\d+", "");
        String digits = frequency.substring(0, frequency.length() - unit.length());
        long count = digits.isEmpty() ? 1 : Long.parseLong(digits);
        if (form == TimeForm.INTEGER) {
            return new TimeStep(0, count);
        }
        int months =
                switch (unit) {
                    case "M", "MS", "ME" -> 1;
                    case "Q", "QS", "QE" -> 3;
                    case "Y", "A", "YS", "YE" -> 12;
                    default -> 0;
                };
        if (months > 0) {
            return new TimeStep((int) count * months, 0);
        }
        long millis =
                count
                        * switch (unit.replaceFirst("-.*", "")) {
                            case "S", "s" -> 1000L;
                            case "T", "min" -> 60_000L;
                            case "H", "h" -> 3_600_000L;
                            case "D", "" -> DAY_MILLIS;
                            case "W" -> 7 * DAY_MILLIS;
                            default -> throw unknown(frequency);
                        };
        if (form != TimeForm.DATE) {
            return new TimeStep(0, millis);
        }
        if (millis % DAY_MILLIS != 0) {
            throw unknown(frequency);
        }
        return new TimeStep(0, millis / DAY_MILLIS);
    }

    private static IllegalArgumentException unknown(String frequency) {
        return new IllegalArgumentException(
                "The frequency (%s) does not go with the times of the file.\nMaybe D, W, M or H."
                        .formatted(frequency));
    }

    /** The middle one of a series' distances; of one value, a day or 1. */
    static TimeStep of(long[] positions, TimeForm form) {
        boolean millis = form != TimeForm.INTEGER && form != TimeForm.DATE;
        if (positions.length < 2) {
            return new TimeStep(0, millis ? DAY_MILLIS : 1);
        }
        long[] distances = new long[positions.length - 1];
        for (int i = 0; i < distances.length; i++) {
            distances[i] = positions[i + 1] - positions[i];
        }
        Arrays.sort(distances);
        long middle = distances[distances.length / 2];
        if (form == TimeForm.INTEGER) {
            return new TimeStep(0, middle);
        }
        long days = millis ? middle / DAY_MILLIS : middle;
        if (days >= 28 && days <= 31 && distances[0] != distances[distances.length - 1]) {
            return new TimeStep(1, 0);
        }
        if (days >= 89 && days <= 92) {
            return new TimeStep(3, 0);
        }
        return days >= 365 && days <= 366 ? new TimeStep(12, 0) : new TimeStep(0, middle);
    }

    /** The position so many steps after another. */
    long after(long position, int steps, TimeForm form) {
        if (months == 0) {
            return position + amount * steps;
        }
        if (form == TimeForm.DATE) {
            LocalDate day = LocalDate.ofEpochDay(position);
            LocalDate later = day.plusMonths((long) months * steps);
            boolean atEnd = day.getDayOfMonth() == day.lengthOfMonth();
            return (atEnd ? later.withDayOfMonth(later.lengthOfMonth()) : later).toEpochDay();
        }
        LocalDateTime time =
                LocalDateTime.ofInstant(Instant.ofEpochMilli(position), ZoneOffset.UTC);
        return time.plusMonths((long) months * steps).toInstant(ZoneOffset.UTC).toEpochMilli();
    }
}
