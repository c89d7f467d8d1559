package io.quartermaster.pipelines.recommendation;

import io.quartermaster.domain.recommendation.RecommendationMethod;
import io.quartermaster.domain.recommendation.RecommenderSettings;
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
 * @param method reading of collaborative filtering
 * @param k items for a customer at most
 * @param neighbours neighbours that count
 * @param excludeBought whether what a customer has bought is left out
 * @param runningOutFactor what the score of an item about to run out is multiplied by
 * @param halfLife after it a purchase or an interest counts half; zero: never
 * @param similarity how customers and items are compared
 * @param days when recommendations are made
 * @param horizonDays days over which stock has to last
 */
public record RecommendationOptions(
        RecommendationMethod method,
        int k,
        int neighbours,
        boolean excludeBought,
        double runningOutFactor,
        Duration halfLife,
        SimilaritySettings similarity,
        RecommendationDays days,
        int horizonDays)
        implements Serializable {

    public static final ConfigOption<RecommendationMethod> METHOD =
            ConfigOptions.key("recommendation.method")
                    .enumType(RecommendationMethod.class)
                    .defaultValue(RecommendationMethod.ITEM_CF)
                    .withDescription(
                            "Weights between items, between customers, or none: only what is popular.");

    public static final ConfigOption<Integer> K =
            ConfigOptions.key("recommendation.k")
                    .intType()
                    .defaultValue(10)
                    .withDescription("Items recommended to a customer at most.");

    public static final ConfigOption<Integer> NEIGHBOURS =
            ConfigOptions.key("recommendation.neighbours")
                    .intType()
                    .defaultValue(50)
                    .withDescription("Nearest neighbours that count in a score.");

    public static final ConfigOption<Boolean> EXCLUDE_BOUGHT =
            ConfigOptions.key("recommendation.exclude-bought")
                    .booleanType()
                    .defaultValue(true)
                    .withDescription("Leave out what a customer has bought.");

    public static final ConfigOption<Double> RUNNING_OUT_FACTOR =
            ConfigOptions.key("recommendation.running-out-factor")
                    .doubleType()
                    .defaultValue(0.5)
                    .withDescription(
                            "What the score of an item is multiplied by whose stock is below what the forecast expects over the horizon.");

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

    /** Every option of the job, those of the run aside. */
    static List<ConfigOption<?>> all() {
        return List.of(
                METHOD, K, NEIGHBOURS, EXCLUDE_BOUGHT, RUNNING_OUT_FACTOR, HALF_LIFE, EVERY_DAYS);
    }

    /**
     * Reads and checks.
     *
     * @throws IllegalArgumentException naming the option and the value that is not possible
     */
    public static RecommendationOptions of(ReadableConfig config) {
        return new RecommendationOptions(
                config.get(METHOD),
                OptionLimits.positive(K, config.get(K)),
                OptionLimits.positive(NEIGHBOURS, config.get(NEIGHBOURS)),
                config.get(EXCLUDE_BOUGHT),
                OptionLimits.within(RUNNING_OUT_FACTOR, config.get(RUNNING_OUT_FACTOR), 0, 1),
                config.get(HALF_LIFE),
                SimilarityOptions.of(config),
                new RecommendationDays(
                        day(config, RunOptions.TAIL_START, LocalDate.EPOCH),
                        day(config, RunOptions.LAST_DAY, LocalDate.MAX),
                        OptionLimits.positive(EVERY_DAYS, config.get(EVERY_DAYS))),
                OptionLimits.positive(
                        RunOptions.HORIZON_DAYS, config.get(RunOptions.HORIZON_DAYS)));
    }

    /** What the domain asks for. */
    RecommenderSettings settings() {
        return new RecommenderSettings(method, k, neighbours, excludeBought, runningOutFactor);
    }

    private static LocalDate day(
            ReadableConfig config, ConfigOption<String> option, LocalDate otherwise) {
        LocalDate day = DayClock.day(config, option);
        return day == null ? otherwise : day;
    }
}
