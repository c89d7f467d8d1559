package io.quartermaster.pipelines.recommendation;

import io.quartermaster.domain.recommendation.ItemWeighting;
import io.quartermaster.domain.recommendation.incremental.TableSettings;
import io.quartermaster.domain.similarity.SimilarityRequest;
import io.quartermaster.pipelines.event.OptionLimits;
import java.io.Serializable;
import java.time.Duration;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;
import org.apache.flink.configuration.ReadableConfig;

/**
 * How the item-to-item table is kept and told.
 *
 * @param weighting formula of a weight
 * @param shrinkage customers whose word is taken half
 * @param neighbours of each item that count
 * @param shards parts of the table, which tasks share
 * @param halfLife after it a purchase or an interest counts half; zero: never
 * @param times when it is told
 */
public record TableOptions(
        ItemWeighting weighting,
        double shrinkage,
        int neighbours,
        int shards,
        Duration halfLife,
        TableTimes times)
        implements Serializable {

    public static final ConfigOption<ItemWeighting> WEIGHTING =
            ConfigOptions.key("recommendation.weighting")
                    .enumType(ItemWeighting.class)
                    .defaultValue(ItemWeighting.COSINE)
                    .withDescription("Formula of a weight between two items.");

    public static final ConfigOption<Double> SHRINKAGE =
            ConfigOptions.key("recommendation.shrinkage")
                    .doubleType()
                    .defaultValue(0.0)
                    .withDescription(
                            "A weight is multiplied by n / (n + shrinkage), n the customers who have both items, so that what few say counts less.");

    public static final ConfigOption<Integer> NEIGHBOURS =
            ConfigOptions.key("recommendation.neighbours")
                    .intType()
                    .defaultValue(50)
                    .withDescription(
                            "Nearest neighbours of each item that count in a score, 1 to 1024.");

    /** As many as a similarity kernel selects. */
    private static final int MOST_NEIGHBOURS = SimilarityRequest.LARGEST_K;

    static TableOptions of(ReadableConfig config, Duration halfLife, TableTimes times) {
        return new TableOptions(
                config.get(WEIGHTING),
                OptionLimits.atLeast(SHRINKAGE, config.get(SHRINKAGE), 0),
                OptionLimits.within(NEIGHBOURS, config.get(NEIGHBOURS), 1, MOST_NEIGHBOURS),
                OptionLimits.positive(
                        RecommendationOptions.TABLE_SHARDS,
                        config.get(RecommendationOptions.TABLE_SHARDS)),
                halfLife,
                times);
    }

    TableSettings settings() {
        return new TableSettings(weighting, shrinkage, neighbours);
    }
}
