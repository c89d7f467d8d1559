package io.quartermaster.pipelines.forecast.series;

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
public record TimeStep(int months, long amount) {

    private static final long DAY_MILLIS = 86_400_000L;
    private static final double DAYS_OF_MONTH = 30.436875;

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

    /** The most common of a series' distances, of several the least; of one value, a day or 1. */
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
        long usual = mostCommon(distances);
        if (form == TimeForm.INTEGER) {
            return new TimeStep(0, usual);
        }
        long days = millis ? usual / DAY_MILLIS : usual;
        if (days >= 28 && days <= 31 && distances[0] != distances[distances.length - 1]) {
            return new TimeStep(1, 0);
        }
        if (days >= 89 && days <= 92) {
            return new TimeStep(3, 0);
        }
        return days >= 365 && days <= 366 ? new TimeStep(12, 0) : new TimeStep(0, usual);
    }

    private static long mostCommon(long[] sorted) {
        long usual = sorted[0];
        int most = 0;
        int from = 0;
        for (int to = 1; to <= sorted.length; to++) {
            if (to == sorted.length || sorted[to] != sorted[from]) {
                if (to - from > most) {
                    most = to - from;
                    usual = sorted[from];
                }
                from = to;
            }
        }
        return usual;
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

    /** How many steps lie between two positions; -1 where it is no whole number of them. */
    long between(long from, long to, TimeForm form) {
        if (months == 0) {
            return amount > 0 && (to - from) % amount == 0 ? (to - from) / amount : -1;
        }
        long days = form == TimeForm.DATE ? 1 : DAY_MILLIS;
        long steps = Math.round((to - from) / (days * DAYS_OF_MONTH * months));
        return steps <= Integer.MAX_VALUE && isAfter(from, to, (int) steps, form) ? steps : -1;
    }

    /** The last day of a month goes on to the last of another, the 31st to it as well. */
    private boolean isAfter(long from, long to, int steps, TimeForm form) {
        return after(from, steps, form) == to || after(to, -steps, form) == from;
    }
}
