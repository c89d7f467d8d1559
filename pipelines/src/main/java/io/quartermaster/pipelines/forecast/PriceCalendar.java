package io.quartermaster.pipelines.forecast;

import io.quartermaster.domain.forecast.DaysAhead;
import io.quartermaster.pipelines.event.CsvTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.configuration.ReadableConfig;

/**
 * Prices and promotions that are planned, from a file of {@code item,place,day,price,promotion}.
 *
 * <p>A line without a place holds for all places where no line of their own stands. Up to the last
 * day of the file everything is known: a day that an item has no line for has no promotion and, as
 * far as the calendar tells, its usual price. Of the days after the last nothing is known.
 */
public final class PriceCalendar {

    /** Of nothing. */
    public static final PriceCalendar NONE = new PriceCalendar(Map.of(), Long.MIN_VALUE);

    private static final Planned USUAL = new Planned(0, 0);

    /** One line. */
    private record Planned(double price, double promotion) {}

    private final Map<String, Map<Long, Planned>> days;
    private final long lastDay;

    private PriceCalendar(Map<String, Map<Long, Planned>> days, long lastDay) {
        this.days = days;
        this.lastDay = lastDay;
    }

    /** The calendar that the options name. */
    public static PriceCalendar read(ReadableConfig options) {
        return of(options.get(ForecastOptions.CALENDAR_FILE));
    }

    /** The calendar of a file; that of nothing if its name is empty. */
    static PriceCalendar of(String file) {
        return file.isEmpty() ? NONE : read(Path.of(file));
    }

    /**
     * Reads a file.
     *
     * @throws IllegalArgumentException when it is missing, lacks a column, or a line is wrong
     */
    public static PriceCalendar read(Path file) {
        Map<String, Map<Long, Planned>> days = new HashMap<>();
        long last = Long.MIN_VALUE;
        try (CsvTable table = CsvTable.open(file, "item", "place", "day", "price", "promotion")) {
            while (table.next()) {
                long day = day(table);
                Planned planned = planned(table);
                days.computeIfAbsent(
                                key(table.name("item"), table.text("place").strip()),
                                none -> new HashMap<>())
                        .put(day, planned);
                last = Math.max(last, day);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + file + " cannot be read.", e);
        }
        return new PriceCalendar(days, last);
    }

    private static long day(CsvTable table) {
        String text = table.name("day").strip();
        try {
            return LocalDate.parse(text).toEpochDay();
        } catch (DateTimeException e) {
            throw table.wrong("Its day (%s) is not a date such as 2026-01-31.".formatted(text));
        }
    }

    private static Planned planned(CsvTable table) {
        double price = table.number("price");
        double promotion = table.number("promotion");
        if (price < 0) {
            throw table.wrong("Its price (%s) must be 0 or more.".formatted(price));
        }
        if (promotion < 0 || promotion > 1) {
            throw table.wrong("Its promotion (%s) must be 0 to 1.".formatted(promotion));
        }
        return new Planned(price, promotion);
    }

    private static String key(String item, String place) {
        return item + "|" + place;
    }

    /** Whether anything is known. */
    boolean isEmpty() {
        return days.isEmpty();
    }

    /**
     * What is known of days to come.
     *
     * @param after epoch day before the first of them
     * @param count how many are asked for
     */
    public DaysAhead ahead(String item, String place, long after, int count) {
        int known = (int) Math.max(0, Math.min(count, lastDay - after));
        if (isEmpty() || known == 0) {
            return DaysAhead.UNKNOWN;
        }
        Map<Long, Planned> own = days.getOrDefault(key(item, place), Map.of());
        Map<Long, Planned> all = days.getOrDefault(key(item, ""), Map.of());
        double[] prices = new double[known];
        double[] promotions = new double[known];
        for (int step = 0; step < known; step++) {
            long day = after + 1 + step;
            Planned planned = own.getOrDefault(day, all.getOrDefault(day, USUAL));
            prices[step] = planned.price();
            promotions[step] = planned.promotion();
        }
        return new DaysAhead(prices, promotions);
    }
}
