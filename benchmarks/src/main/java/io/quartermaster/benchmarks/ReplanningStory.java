package io.quartermaster.benchmarks;

import io.quartermaster.domain.event.BrandTerms;
import io.quartermaster.domain.event.CatalogueItem;
import io.quartermaster.domain.event.StockLevel;
import io.quartermaster.domain.forecast.Forecast;
import io.quartermaster.domain.replenishment.PlanSummary;
import io.quartermaster.pipelines.channel.Channels;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * What the replanning job is told: one brand's items, their first forecast, and then in turns a
 * count that finds nothing of an item and terms with other packs and prices. What it answers is
 * timed. The job runs in this process, so the story is one object.
 */
final class ReplanningStory {

    static final int HORIZON = 28;

    /** One event and one tick of the clock each, which lets it be planned for. */
    static final int EVENTS = 100;

    private static final int ITEMS = 200;
    private static final LocalDate EVE = LocalDate.of(2026, 3, 1);
    private static final double CAPACITY_SHARE = 0.9;
    private static final int SECONDS_APART = 10;
    private static final long PATIENCE_SECONDS = 120;

    private final double[] perDay = new double[ITEMS];
    private final Semaphore answers = new Semaphore(0);
    private final Map<Integer, Long> told = new ConcurrentHashMap<>();
    private final List<Double> seconds = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, Double> gaps = new ConcurrentHashMap<>();

    private final Map<String, List<?>> first;

    ReplanningStory() {
        Random random = new Random(11);
        Arrays.setAll(perDay, item -> 1 + 9 * random.nextDouble());
        first =
                Map.of(
                        Channels.ITEMS.name(), items(),
                        Channels.FORECAST.name(),
                                IntStream.range(0, ITEMS).mapToObj(this::forecast).toList(),
                        Channels.STOCK.name(), firstStock(),
                        Channels.TERMS.name(), List.of(firstTerms()));
    }

    /** What is known of a channel when the story begins. */
    List<?> first(String channel) {
        return first.getOrDefault(channel, List.of());
    }

    private List<CatalogueItem> items() {
        return IntStream.range(0, ITEMS)
                .mapToObj(
                        item ->
                                new CatalogueItem(
                                        "item-" + item,
                                        EVE.minusDays(40).atStartOfDay(ZoneOffset.UTC).toInstant(),
                                        "story",
                                        name(item),
                                        "Corvino",
                                        "tools",
                                        "East",
                                        BigDecimal.valueOf(3 + item % 7),
                                        BigDecimal.valueOf(9 + item % 11),
                                        "EUR",
                                        1,
                                        0,
                                        null,
                                        false))
                .toList();
    }

    private Forecast forecast(int item) {
        double[] mean = new double[HORIZON];
        double[] middle = new double[HORIZON];
        double[] high = new double[HORIZON];
        Arrays.fill(mean, perDay[item]);
        Arrays.setAll(middle, step -> perDay[item] * (step + 1));
        Arrays.setAll(high, step -> middle[step] + 1.3 * Math.sqrt(middle[step]));
        return new Forecast(
                name(item),
                "main",
                EVE,
                "lstm",
                "1",
                true,
                mean,
                mean,
                mean,
                mean,
                middle,
                high,
                Channels.endOf(EVE));
    }

    private List<StockLevel> firstStock() {
        return IntStream.range(0, ITEMS)
                .mapToObj(
                        item ->
                                level(
                                        item,
                                        EVE.atTime(9, 0).toInstant(ZoneOffset.UTC),
                                        cover(item)))
                .toList();
    }

    private long cover(int item) {
        return Math.round(perDay[item] * (3 + item % 5));
    }

    private static StockLevel level(int item, Instant time, long units) {
        return new StockLevel(
                "level-%d-%s".formatted(item, time), time, "story", name(item), "main", units);
    }

    private BrandTerms firstTerms() {
        return terms(1, EVE.minusDays(30).atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    private BrandTerms terms(int version, Instant time) {
        return BrandTerms.plain(
                "terms-" + version,
                time,
                "story",
                "Corvino",
                "East",
                version,
                3,
                12,
                6,
                BigDecimal.valueOf(90 + version % 7, 2),
                Math.round(CAPACITY_SHARE * Arrays.stream(perDay).sum()),
                1,
                EVE.minusDays(30),
                null);
    }

    /** When a part of the story happens; even parts are ticks of the clock. */
    static Instant time(long part) {
        Instant first = EVE.plusDays(1).atTime(8, 0).toInstant(ZoneOffset.UTC);
        return first.plusSeconds(SECONDS_APART * ((part + 1) / 2) + (part % 2 == 0 ? 2 : 0));
    }

    /** Stock of a part; of a tick an item that nobody knows, null where it tells of terms. */
    StockLevel stock(long part) {
        if (part % 2 == 0) {
            return new StockLevel("tick-" + part, time(part), "story", "clock", "main", 1);
        }
        int event = (int) (part / 2);
        return event % 2 == 0 ? level(event * 37 % ITEMS, time(part), 0) : null;
    }

    /** Terms of a part, null where it tells of stock. */
    BrandTerms terms(long part) {
        int event = (int) (part / 2);
        return part % 2 == 1 && event % 2 == 1 ? terms(1 + event, time(part)) : null;
    }

    /** Waits until what was told before is planned for, and starts the clock. */
    void tell(long part) throws InterruptedException {
        if (part % 2 == 1) {
            await();
        }
        told.putIfAbsent((int) ((part + 1) / 2), System.nanoTime());
    }

    private void await() throws InterruptedException {
        if (!answers.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException(
                    "No plan came within %d s of the last event.".formatted(PATIENCE_SECONDS));
        }
    }

    /** A plan came out: the answer to the last that was told. */
    void answered(PlanSummary summary) {
        int plan = seconds.size();
        seconds.add((System.nanoTime() - told.get(plan)) / 1e9);
        double gap = (summary.objective() - summary.bound()) / summary.objective();
        gaps.merge(summary.cause(), gap, Math::max);
        answers.release();
    }

    double firstSeconds() {
        return seconds.get(0);
    }

    double largestGap(String cause) {
        return gaps.get(cause);
    }

    /** Seconds of each event after the first plan. */
    double[] seconds() {
        return seconds.stream().skip(1).mapToDouble(Double::doubleValue).toArray();
    }

    /** The same of every second event. */
    double[] seconds(int first) {
        double[] all = seconds();
        return IntStream.range(0, all.length)
                .filter(event -> event % 2 == first)
                .mapToDouble(event -> all[event])
                .toArray();
    }

    private static String name(int item) {
        return "A%03d".formatted(item);
    }
}
