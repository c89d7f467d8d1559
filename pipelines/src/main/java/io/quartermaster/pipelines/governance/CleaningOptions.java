package io.quartermaster.pipelines.governance;

import io.quartermaster.domain.governance.BurstRule;
import io.quartermaster.domain.governance.DuplicateRule;
import io.quartermaster.domain.governance.OutlierRule;
import io.quartermaster.domain.governance.ReviewRule;
import io.quartermaster.domain.governance.RuleBook;
import io.quartermaster.pipelines.event.OptionLimits;
import io.quartermaster.pipelines.event.RunOptions;
import java.io.Serializable;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;
import org.apache.flink.configuration.ReadableConfig;

/**
 * Options of the cleaning job, built and checked once.
 *
 * @param zone in which date-times without an offset are read
 * @param tokenKey secret that personal fields are tokenised with
 * @param notProducts item codes, in upper case, that are no goods
 * @param earliest events before it are impossible
 * @param latest events after it lie in the future
 * @param allowedLateness how far behind the watermark an event may come
 * @param duplicates how long copies are remembered
 * @param outliers which orders are out of proportion
 * @param returnWindow how long an order may be taken back
 * @param bursts how many clicks are believed
 * @param reviews how long one review keeps others out
 * @param knownBrands whether every brand must be introduced
 * @param knownItems whether every item must be introduced
 */
public record CleaningOptions(
        ZoneId zone,
        String tokenKey,
        Set<String> notProducts,
        Instant earliest,
        Instant latest,
        Duration allowedLateness,
        DuplicateRule duplicates,
        OutlierRule outliers,
        Duration returnWindow,
        BurstRule bursts,
        ReviewRule reviews,
        boolean knownBrands,
        boolean knownItems)
        implements Serializable {

    private static final long serialVersionUID = 1L;

    public static final ConfigOption<String> TOKEN_KEY =
            ConfigOptions.key("governance.token-key")
                    .stringType()
                    .defaultValue("quartermaster")
                    .withDescription(
                            "Secret that personal fields are tokenised with (HMAC-SHA256). The default is known to everyone: set one of your own wherever the data is real.");

    public static final ConfigOption<List<String>> NOT_PRODUCTS =
            ConfigOptions.key("governance.not-products")
                    .stringType()
                    .asList()
                    .defaultValues(RuleBook.DEFAULT_NOT_PRODUCTS.toArray(String[]::new))
                    .withDescription(
                            "Item codes that book charges rather than goods; upper and lower case are the same.");

    public static final ConfigOption<String> EARLIEST_TIME =
            ConfigOptions.key("governance.earliest-time")
                    .stringType()
                    .defaultValue("1990-01-01T00:00:00Z")
                    .withDescription("Events before this instant are impossible.");

    public static final ConfigOption<String> LATEST_TIME =
            ConfigOptions.key("governance.latest-time")
                    .stringType()
                    .noDefaultValue()
                    .withDescription(
                            "Events after this instant lie in the future. Unset: the end of run.last-day where that is set, else nothing lies in the future.");

    public static final ConfigOption<Duration> ALLOWED_LATENESS =
            ConfigOptions.key("governance.allowed-lateness")
                    .durationType()
                    .defaultValue(Duration.ofDays(3))
                    .withDescription(
                            "How far behind the watermark an event may come; a later one goes to quarantine.");

    public static final ConfigOption<Duration> DUPLICATE_MEMORY =
            ConfigOptions.key("governance.duplicate-memory")
                    .durationType()
                    .defaultValue(Duration.ofDays(7))
                    .withDescription(
                            "How long, in event time, an id is remembered to find its copies. Not shorter than the allowed lateness, or a late copy would pass.");

    public static final ConfigOption<Integer> OUTLIER_FEWEST_ORDERS =
            ConfigOptions.key("governance.outlier.fewest-orders")
                    .intType()
                    .defaultValue(30)
                    .withDescription("Orders of an item before any of it is called an outlier.");

    public static final ConfigOption<Double> OUTLIER_FACTOR =
            ConfigOptions.key("governance.outlier.factor")
                    .doubleType()
                    .defaultValue(6.0)
                    .withDescription(
                            "Robust standard deviations of log2(units) above the item's median that are still believed.");

    public static final ConfigOption<Double> OUTLIER_FLOOR_OCTAVES =
            ConfigOptions.key("governance.outlier.floor-octaves")
                    .doubleType()
                    .defaultValue(0.75)
                    .withDescription(
                            "Smallest median absolute deviation assumed for an item, in octaves of units.");

    public static final ConfigOption<Duration> RETURN_WINDOW =
            ConfigOptions.key("governance.return-window")
                    .durationType()
                    .defaultValue(Duration.ofDays(180))
                    .withDescription("How long a return may look back for its order line.");

    public static final ConfigOption<Integer> BURST_LIMIT =
            ConfigOptions.key("governance.burst.limit")
                    .intType()
                    .defaultValue(5)
                    .withDescription(
                            "Equal actions of one visitor on one item that are believed within the burst window.");

    public static final ConfigOption<Duration> BURST_WINDOW =
            ConfigOptions.key("governance.burst.window")
                    .durationType()
                    .defaultValue(Duration.ofMinutes(1))
                    .withDescription("Window in which equal actions are counted.");

    public static final ConfigOption<Duration> REVIEW_WINDOW =
            ConfigOptions.key("governance.review-window")
                    .durationType()
                    .defaultValue(Duration.ofDays(90))
                    .withDescription(
                            "How long the review of an order and item keeps further ones of the same customer out.");

    public static final ConfigOption<Boolean> KNOWN_BRANDS =
            ConfigOptions.key("governance.known-brands")
                    .booleanType()
                    .defaultValue(false)
                    .withDescription(
                            "Whether terms, stages, judgements and actions must name a brand that an offer or a catalogue row has introduced, no later than they. Runs over event files that hold offers or items switch it on.");

    public static final ConfigOption<Boolean> KNOWN_ITEMS =
            ConfigOptions.key("governance.known-items")
                    .booleanType()
                    .defaultValue(false)
                    .withDescription(
                            "Whether orders, returns, behaviour, stock, texts and vectors must name an item that a catalogue row has introduced, no later than they.");

    /** Every option of the job. */
    public static List<ConfigOption<?>> all() {
        return List.of(
                TOKEN_KEY,
                NOT_PRODUCTS,
                EARLIEST_TIME,
                LATEST_TIME,
                ALLOWED_LATENESS,
                DUPLICATE_MEMORY,
                OUTLIER_FEWEST_ORDERS,
                OUTLIER_FACTOR,
                OUTLIER_FLOOR_OCTAVES,
                RETURN_WINDOW,
                BURST_LIMIT,
                BURST_WINDOW,
                REVIEW_WINDOW,
                KNOWN_BRANDS,
                KNOWN_ITEMS,
                RunOptions.ZONE,
                RunOptions.LAST_DAY);
    }

    /**
     * Reads and checks the options.
     *
     * @throws IllegalArgumentException when a value is not possible
     */
    public static CleaningOptions of(ReadableConfig options) {
        ZoneId zone = zone(options.get(RunOptions.ZONE));
        requireKey(options.get(TOKEN_KEY));
        requireMemory(options);
        return new CleaningOptions(
                zone,
                options.get(TOKEN_KEY),
                upperCase(options.get(NOT_PRODUCTS)),
                instant(EARLIEST_TIME, options.get(EARLIEST_TIME)),
                latest(options, zone),
                options.get(ALLOWED_LATENESS),
                new DuplicateRule(options.get(DUPLICATE_MEMORY)),
                new OutlierRule(
                        positive(options, OUTLIER_FEWEST_ORDERS),
                        positive(options, OUTLIER_FACTOR),
                        positive(options, OUTLIER_FLOOR_OCTAVES)),
                options.get(RETURN_WINDOW),
                new BurstRule(positive(options, BURST_LIMIT), options.get(BURST_WINDOW)),
                new ReviewRule(options.get(REVIEW_WINDOW)),
                options.get(KNOWN_BRANDS),
                options.get(KNOWN_ITEMS));
    }

    /** The rules that judge an event by itself. */
    RuleBook ruleBook() {
        return RuleBook.of(notProducts, earliest, latest);
    }

    private static Instant latest(ReadableConfig options, ZoneId zone) {
        String latest = options.getOptional(LATEST_TIME).orElse("");
        if (!latest.isEmpty()) {
            return instant(LATEST_TIME, latest);
        }
        return options.getOptional(RunOptions.LAST_DAY)
                .map(day -> day(RunOptions.LAST_DAY, day).plusDays(1).atStartOfDay(zone))
                .map(end -> end.toInstant().minusMillis(1))
                .orElse(Instant.MAX);
    }

    private static Set<String> upperCase(List<String> codes) {
        return codes.stream()
                .map(code -> code.toUpperCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static ZoneId zone(String zone) {
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException e) {
            throw notPossible(RunOptions.ZONE, zone, "a time zone such as Europe/Berlin", e);
        }
    }

    private static Instant instant(ConfigOption<?> option, String value) {
        try {
            return Instant.parse(value);
        } catch (DateTimeException e) {
            throw notPossible(option, value, "an instant such as 2024-01-31T00:00:00Z", e);
        }
    }

    private static LocalDate day(ConfigOption<?> option, String value) {
        try {
            return LocalDate.parse(value);
        } catch (DateTimeException e) {
            throw notPossible(option, value, "a day such as 2024-01-31", e);
        }
    }

    private static IllegalArgumentException notPossible(
            ConfigOption<?> option, Object value, String expected, DateTimeException cause) {
        return new IllegalArgumentException(
                "The option " + option.key() + " (" + value + ") must be " + expected + ".", cause);
    }

    private static <T extends Number> T positive(ReadableConfig options, ConfigOption<T> option) {
        return OptionLimits.positive(option, options.get(option));
    }

    /** HMAC takes no empty key; the value is a secret, so the message does not tell it. */
    private static void requireKey(String key) {
        if (key.isEmpty()) {
            throw new IllegalArgumentException(
                    "The option (%s) must not be empty.\nMaybe a secret of your own."
                            .formatted(TOKEN_KEY.key()));
        }
    }

    private static void requireMemory(ReadableConfig options) {
        Duration memory = options.get(DUPLICATE_MEMORY);
        Duration lateness = options.get(ALLOWED_LATENESS);
        if (memory.compareTo(lateness) < 0) {
            throw new IllegalArgumentException(
                    "The option %s (%s) must not be shorter than %s (%s).%nMaybe set both to %s."
                            .formatted(
                                    DUPLICATE_MEMORY.key(),
                                    memory,
                                    ALLOWED_LATENESS.key(),
                                    lateness,
                                    lateness));
        }
    }
}
