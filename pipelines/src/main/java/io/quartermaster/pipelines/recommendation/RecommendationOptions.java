package io.quartermaster.pipelines.recommendation;

import io.quartermaster.domain.recommendation.RecommendationMethod;
import io.quartermaster.domain.recommendation.live.BlendWeights;
import io.quartermaster.domain.recommendation.live.RankingSettings;
import io.quartermaster.domain.similarity.SimilaritySettings;
import io.quartermaster.pipelines.event.DayClock;
import io.quartermaster.pipelines.event.OptionLimits;
import io.quartermaster.pipelines.event.RunOptions;
import io.quartermaster.pipelines.similarity.SimilarityOptions;
import java.io.Serializable;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;
import org.apache.flink.configuration.ReadableConfig;

/**
 * Options of the recommendation job, checked.
 *
 * @param method weights between items, or what is popular alone
 * @param list how a list is made
 * @param ownItems of a customer that count in a list, the latest
 * @param excludeBought whether what a customer has bought is left out
 * @param repeatShare share of repeats from which on it is not left out all the same
 * @param when a customer has a new list
 * @param actInterval from one list on acting to the customer's next
 * @param similarity how contents of items are compared
 * @param days when recommendations are made at a day's close
 * @param horizonDays days over which stock has to last
 * @param customers how much is kept of a customer
 * @param table how the item-to-item table is kept
 * @param shown what is done with what was shown
 */
public record RecommendationOptions(
        RecommendationMethod method,
        ListOptions list,
        int ownItems,
        boolean excludeBought,
        double repeatShare,
        ListTime when,
        Duration actInterval,
        SimilaritySettings similarity,
        RecommendationDays days,
        int horizonDays,
        CustomerLimits customers,
        TableOptions table,
        ShownOptions shown)
        implements Serializable {

    public static final ConfigOption<RecommendationMethod> METHOD =
            ConfigOptions.key("recommendation.method")
                    .enumType(RecommendationMethod.class)
                    .defaultValue(RecommendationMethod.ITEM_CF)
                    .withDescription(
                            "ITEM_CF: weights between items; POPULAR: only what is popular. (USER_CF is a method of the verb recommend; the job does not compare customers with each other.)");

    public static final ConfigOption<Boolean> EXCLUDE_BOUGHT =
            ConfigOptions.key("recommendation.exclude-bought")
                    .booleanType()
                    .defaultValue(true)
                    .withDescription(
                            "Leave out what a customer has bought. What came back is always left out.");

    public static final ConfigOption<Double> REPEAT_SHARE =
            ConfigOptions.key("recommendation.repeat-share")
                    .doubleType()
                    .defaultValue(0.2)
                    .withDescription(
                            "With recommendation.exclude-bought: share of an item's purchases that repeat an earlier one by the same customer, from which on it is not left out. It is drawn towards that of its category.");

    public static final ConfigOption<Duration> HALF_LIFE =
            ConfigOptions.key("recommendation.half-life")
                    .durationType()
                    .defaultValue(Duration.ofDays(30))
                    .withDescription(
                            "After this time a purchase or an interest counts half, so that items of new brands can come up. 0: nothing ages.");

    public static final ConfigOption<Integer> EVERY_DAYS =
            ConfigOptions.key("recommendation.every-days")
                    .intType()
                    .defaultValue(1)
                    .withDescription(
                            "Days between recommendations, counted from the tail's start (or the epoch). With 1, who acted on a day has a new list when it closes.");

    public static final ConfigOption<ListTime> WHEN =
            ConfigOptions.key("recommendation.when")
                    .enumType(ListTime.class)
                    .defaultValue(ListTime.CLOSE)
                    .withDescription(
                            "When a customer has a new list: as a day closes, as the customer acts, or both.");

    public static final ConfigOption<Duration> ACT_INTERVAL =
            ConfigOptions.key("recommendation.act-interval")
                    .durationType()
                    .defaultValue(Duration.ofMinutes(1))
                    .withDescription(
                            "Event time from one list on acting to the same customer's next at the earliest. 0: one for each act.");

    public static final ConfigOption<Duration> TABLE_INTERVAL =
            ConfigOptions.key("recommendation.table-interval")
                    .durationType()
                    .defaultValue(Duration.ZERO)
                    .withDescription(
                            "How often the item-to-item table is told to all who recommend. 0: when lists are made at a day's close.");

    public static final ConfigOption<Integer> TABLE_SHARDS =
            ConfigOptions.key("recommendation.table-shards")
                    .intType()
                    .defaultValue(2)
                    .withDescription(
                            "Parts of the item-to-item table, which tasks share. What is recommended does not depend on it.");

    public static final ConfigOption<Integer> CUSTOMER_ITEMS =
            ConfigOptions.key("recommendation.customer-items")
                    .intType()
                    .defaultValue(2_000)
                    .withDescription(
                            "Items kept of a customer at most; the oldest make room, as if they had never been.");

    public static final ConfigOption<Duration> CUSTOMER_TTL =
            ConfigOptions.key("recommendation.customer-ttl")
                    .durationType()
                    .defaultValue(Duration.ofDays(360))
                    .withDescription(
                            "After this time without a purchase of it or an interest in it, an item of a customer is forgotten. 12 half-lives at most, so that sums stay exact.");

    public static final ConfigOption<Integer> OWN_ITEMS =
            ConfigOptions.key("recommendation.own-items")
                    .intType()
                    .defaultValue(100)
                    .withDescription("Items of a customer that count in a list, the latest.");

    /** Every option of the job, those of the run aside. */
    static List<ConfigOption<?>> all() {
        return List.of(
                METHOD,
                ListOptions.K,
                ListOptions.CANDIDATES,
                ListOptions.RUNNING_OUT_FACTOR,
                ListOptions.MAX_PER_BRAND,
                ListOptions.MAX_PER_CATEGORY,
                ListOptions.EXPLORATION_SHARE,
                ListOptions.RANKER,
                ListOptions.CONTENT_WEIGHTS,
                OWN_ITEMS,
                EXCLUDE_BOUGHT,
                REPEAT_SHARE,
                HALF_LIFE,
                EVERY_DAYS,
                WHEN,
                ACT_INTERVAL,
                TableOptions.WEIGHTING,
                TableOptions.SHRINKAGE,
                TableOptions.NEIGHBOURS,
                TABLE_INTERVAL,
                TABLE_SHARDS,
                CUSTOMER_ITEMS,
                CUSTOMER_TTL,
                ShownOptions.LOG,
                ShownOptions.LEARN);
    }

    /** Whether figures are told that only a trained ranker asks for. */
    boolean tellsFigures() {
        return list.hasRanker() || shown.log();
    }

    /**
     * Reads and checks.
     *
     * @throws IllegalArgumentException naming the option and the value that is not possible
     */
    public static RecommendationOptions of(ReadableConfig config) {
        RecommendationDays days =
                new RecommendationDays(
                        day(config, RunOptions.TAIL_START, LocalDate.EPOCH),
                        day(config, RunOptions.LAST_DAY, LocalDate.MAX),
                        OptionLimits.positive(EVERY_DAYS, config.get(EVERY_DAYS)));
        CustomerLimits customers = CustomerLimits.of(config);
        return new RecommendationOptions(
                method(config),
                ListOptions.of(config),
                OptionLimits.positive(OWN_ITEMS, config.get(OWN_ITEMS)),
                config.get(EXCLUDE_BOUGHT),
                OptionLimits.within(REPEAT_SHARE, config.get(REPEAT_SHARE), 0, 1),
                config.get(WHEN),
                notNegative(ACT_INTERVAL, config),
                SimilarityOptions.of(config),
                days,
                OptionLimits.positive(RunOptions.HORIZON_DAYS, config.get(RunOptions.HORIZON_DAYS)),
                customers,
                TableOptions.of(
                        config,
                        customers.halfLife(),
                        new TableTimes(notNegative(TABLE_INTERVAL, config), days)),
                ShownOptions.of(config));
    }

    /** What parts of a score count before anything is learnt. */
    BlendWeights weights() {
        return method == RecommendationMethod.POPULAR ? BlendWeights.POPULAR : BlendWeights.PRIOR;
    }

    RankingSettings ranking() {
        return list.settings();
    }

    static Duration notNegative(ConfigOption<Duration> option, ReadableConfig config) {
        Duration value = config.get(option);
        if (value.isNegative()) {
            throw new IllegalArgumentException(
                    "The option (%s), %s, must be at least 0.\nMaybe %s."
                            .formatted(option.key(), value, option.defaultValue()));
        }
        return value;
    }

    private static RecommendationMethod method(ReadableConfig config) {
        RecommendationMethod method = config.get(METHOD);
        if (method == RecommendationMethod.USER_CF) {
            throw new IllegalArgumentException(
                    "The option (%s), %s, is not a method of the job.\nMaybe %s; the verb recommend has --method user-cf."
                            .formatted(METHOD.key(), method, METHOD.defaultValue()));
        }
        return method;
    }

    private static LocalDate day(
            ReadableConfig config, ConfigOption<String> option, LocalDate otherwise) {
        LocalDate day = DayClock.day(config, option);
        return day == null ? otherwise : day;
    }
}
