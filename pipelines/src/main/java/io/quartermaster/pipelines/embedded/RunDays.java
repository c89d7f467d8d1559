package io.quartermaster.pipelines.embedded;

import io.quartermaster.domain.event.Behaviour;
import io.quartermaster.domain.event.OrderLine;
import io.quartermaster.domain.event.generator.MarketplaceOptions;
import io.quartermaster.pipelines.event.RunOptions;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.flink.configuration.Configuration;

/**
 * The days of a bounded run.
 *
 * @param first first day with an event
 * @param last last day with an event
 * @param tailStart first day of the held-out tail
 */
public record RunDays(LocalDate first, LocalDate last, LocalDate tailStart) {

    public RunDays {
        if (!tailStart.isAfter(first) || tailStart.isAfter(last)) {
            throw new IllegalArgumentException(
                    "The held-out tail (from %s) must lie within the days of the input (%s to %s).\nMaybe give more days, or a shorter tail with --tail-days."
                            .formatted(tailStart, first, last));
        }
    }

    /**
     * The last days are held out.
     *
     * @param tailDays how many of them, null for as many as a generated marketplace of this length
     *     has
     */
    public static RunDays of(LocalDate first, LocalDate last, Integer tailDays) {
        int days = Math.toIntExact(ChronoUnit.DAYS.between(first, last) + 1);
        int tail = tailDays == null ? MarketplaceOptions.tailDays(days) : tailDays;
        return new RunDays(first, last, last.minusDays(tail - 1L));
    }

    /**
     * The days of orders and behaviour.
     *
     * @return nothing if there are neither
     */
    static Optional<RunDays> of(
            List<OrderLine> orders, List<Behaviour> behaviour, ZoneId zone, Integer tailDays) {
        LongSummaryStatistics millis =
                Stream.concat(
                                orders.stream().map(OrderLine::time),
                                behaviour.stream().map(Behaviour::time))
                        .mapToLong(Instant::toEpochMilli)
                        .summaryStatistics();
        return millis.getCount() == 0
                ? Optional.empty()
                : Optional.of(of(day(millis.getMin(), zone), day(millis.getMax(), zone), tailDays));
    }

    private static LocalDate day(long millis, ZoneId zone) {
        return LocalDate.ofInstant(Instant.ofEpochMilli(millis), zone);
    }

    /** Tells the jobs. */
    public void into(Configuration configuration) {
        configuration.set(RunOptions.LAST_DAY, last.toString());
        configuration.set(RunOptions.TAIL_START, tailStart.toString());
    }

    /** Every plan day: from the tail's start on, while the day before is known. */
    public List<LocalDate> planDays(int everyDays) {
        List<LocalDate> days = new ArrayList<>();
        for (LocalDate day = tailStart; !day.minusDays(1).isAfter(last); ) {
            days.add(day);
            day = day.plusDays(everyDays);
        }
        return days;
    }
}
