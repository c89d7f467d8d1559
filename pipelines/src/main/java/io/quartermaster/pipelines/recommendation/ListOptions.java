package io.quartermaster.pipelines.recommendation;

import io.quartermaster.domain.engine.FirstEngine;
import io.quartermaster.domain.recommendation.Ranker;
import io.quartermaster.domain.recommendation.RankerEngine;
import io.quartermaster.domain.recommendation.live.ContentWeights;
import io.quartermaster.domain.recommendation.live.RankerFeature;
import io.quartermaster.domain.recommendation.live.RankingSettings;
import io.quartermaster.pipelines.event.OptionLimits;
import java.io.Serializable;
import java.nio.file.Path;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;
import org.apache.flink.configuration.ReadableConfig;

/**
 * How a list is made, as {@link RankingSettings} has it.
 *
 * @param k items at most
 * @param candidates items that are looked at closely
 * @param runningOutFactor what the score of an item about to run out is multiplied by
 * @param maxPerBrand items of one brand at most; 0: any number
 * @param maxPerCategory items of one category at most; 0: any number
 * @param explorationShare share of places for items of brands on trial
 * @param ranker folder of a trained ranker that orders candidates, empty: the blend does
 * @param content what modalities count in likeness by content
 */
public record ListOptions(
        int k,
        int candidates,
        double runningOutFactor,
        int maxPerBrand,
        int maxPerCategory,
        double explorationShare,
        String ranker,
        ContentWeights content)
        implements Serializable {

    public static final ConfigOption<Integer> K =
            ConfigOptions.key("recommendation.k")
                    .intType()
                    .defaultValue(10)
                    .withDescription("Items recommended to a customer at most.");

    public static final ConfigOption<Integer> CANDIDATES =
            ConfigOptions.key("recommendation.candidates")
                    .intType()
                    .defaultValue(100)
                    .withDescription(
                            "Items that are looked at closely for a list, those with the highest scores; at least recommendation.k.");

    public static final ConfigOption<Double> RUNNING_OUT_FACTOR =
            ConfigOptions.key("recommendation.running-out-factor")
                    .doubleType()
                    .defaultValue(0.5)
                    .withDescription(
                            "What the score of an item is multiplied by whose stock is below what the forecast expects over the horizon. What is sold out is left out.");

    public static final ConfigOption<Integer> MAX_PER_BRAND =
            ConfigOptions.key("recommendation.max-per-brand")
                    .intType()
                    .defaultValue(5)
                    .withDescription("Items of one brand in a list at most. 0: any number.");

    public static final ConfigOption<Integer> MAX_PER_CATEGORY =
            ConfigOptions.key("recommendation.max-per-category")
                    .intType()
                    .defaultValue(0)
                    .withDescription("Items of one category in a list at most. 0: any number.");

    public static final ConfigOption<Double> EXPLORATION_SHARE =
            ConfigOptions.key("recommendation.exploration-share")
                    .doubleType()
                    .defaultValue(0.1)
                    .withDescription(
                            "Share of a list's places that items of brands on trial get, those of better brands and of the customer's categories first. 0: none.");

    public static final ConfigOption<String> RANKER =
            ConfigOptions.key("recommendation.ranker")
                    .stringType()
                    .defaultValue("")
                    .withDescription(
                            "Folder of a model that 'train ranker --profile full' wrote: it orders the candidates by the chance that it gives them. Empty: the sum of the parts does. On a cluster it must lie where every task manager finds it.");

    public static final ConfigOption<String> CONTENT_WEIGHTS =
            ConfigOptions.key("recommendation.content-weights")
                    .stringType()
                    .defaultValue("")
                    .withDescription(
                            "Folder in which 'train content' wrote what brand, category, words and vectors count in likeness by content; it is read where the job is started. Empty: they count the same.");

    static ListOptions of(ReadableConfig config) {
        int k = OptionLimits.positive(K, config.get(K));
        return new ListOptions(
                k,
                Math.max(k, OptionLimits.positive(CANDIDATES, config.get(CANDIDATES))),
                OptionLimits.within(RUNNING_OUT_FACTOR, config.get(RUNNING_OUT_FACTOR), 0, 1),
                OptionLimits.atLeast(MAX_PER_BRAND, config.get(MAX_PER_BRAND), 0),
                OptionLimits.atLeast(MAX_PER_CATEGORY, config.get(MAX_PER_CATEGORY), 0),
                OptionLimits.within(EXPLORATION_SHARE, config.get(EXPLORATION_SHARE), 0, 1),
                config.get(RANKER),
                content(config.get(CONTENT_WEIGHTS)));
    }

    private static ContentWeights content(String folder) {
        return folder.isEmpty() ? ContentWeights.EQUAL : ContentWeightsFile.read(Path.of(folder));
    }

    boolean hasRanker() {
        return !ranker.isEmpty();
    }

    /**
     * The trained ranker, checked.
     *
     * @throws IllegalArgumentException when it cannot be had, gives no chances, or takes a feature
     *     that the job does not know
     */
    Ranker openRanker() {
        Ranker opened =
                FirstEngine.of(RankerEngine.class, ListOptions.class.getClassLoader(), "rankers")
                        .open(Path.of(ranker));
        try {
            checkRanker(opened);
            return opened;
        } catch (IllegalArgumentException e) {
            opened.close();
            throw e;
        }
    }

    private void checkRanker(Ranker opened) {
        for (String feature : opened.features()) {
            if (!RankerFeature.labels().contains(feature)) {
                throw new IllegalArgumentException(
                        "The model (%s) of the option %s takes the feature (%s), which the job does not know.\nMaybe train it with features out of: %s."
                                .formatted(
                                        ranker,
                                        RANKER.key(),
                                        feature,
                                        String.join(", ", RankerFeature.labels())));
            }
        }
        if (!opened.givesChances()) {
            throw new IllegalArgumentException(
                    "The model (%s) of the option %s gives scores, not chances.\nMaybe train it with --profile full."
                            .formatted(ranker, RANKER.key()));
        }
    }

    RankingSettings settings() {
        return new RankingSettings(
                k, candidates, runningOutFactor, maxPerBrand, maxPerCategory, explorationShare);
    }
}
