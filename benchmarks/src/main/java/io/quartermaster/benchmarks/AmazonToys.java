package io.quartermaster.benchmarks;

import io.quartermaster.domain.recommendation.content.ItemContent;
import io.quartermaster.domain.recommendation.evaluation.Interval;
import io.quartermaster.domain.recommendation.evaluation.MethodAccuracy;
import io.quartermaster.domain.recommendation.evaluation.MethodAccuracy.Measure;
import io.quartermaster.domain.recommendation.model.ModelKind;
import io.quartermaster.pipelines.recommendation.ItemContents;
import io.quartermaster.pipelines.recommendation.RecommendationSplit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The next item of each user of Amazon Toys and Games, all 11,924 items ranked. Published:
 * popularity 0.0113 / 0.0061, SASRec 0.0675 / 0.0374, S3-Rec, which reads attributes too, 0.0700 /
 * 0.0376 (Zhou et al. 2020).
 */
final class AmazonToys implements Figure {

    private static final String SEQUENCES = "recommend/amazon_toys_sequences.csv.gz";
    private static final String ATTRIBUTES = "recommend/amazon_toys_item_attributes.json.gz";
    private static final double HIT_RATE = 0.119;
    private static final double NDCG = 0.078;

    @Override
    public String name() {
        return "amazon-toys";
    }

    @Override
    public String asked() {
        return "auto's HR@10 / NDCG@10 at leave one out at least 0.119 / 0.078, the goal 0.13 / 0.085; published S3-Rec 0.0700 / 0.0376";
    }

    @Override
    public String command() {
        return "bin/quartermaster evaluate recommend --input ../shared/data/"
                + SEQUENCES
                + " --attributes ../shared/data/"
                + ATTRIBUTES;
    }

    @Override
    public Reached measure(Workshop workshop) throws IOException {
        Path file = workshop.data(SEQUENCES);
        ItemContents contents =
                ItemContents.read(
                        Optional.empty(), Optional.of(workshop.data(ATTRIBUTES)), Map.of());
        RecommendationSplit split =
                RecommendationSplit.of(file, "leave-one-out", 0.2, contents.items());
        Optional<ItemContent> content = contents.of(split.heldOut().training().itemNames());
        MethodAccuracy with = reached(split, ModelKind.AUTO, content);
        MethodAccuracy without = reached(split, ModelKind.AUTO, Optional.empty());
        MethodAccuracy sequence = reached(split, ModelKind.SEQUENCE, Optional.empty());
        MethodAccuracy popular = reached(split, ModelKind.POPULAR, Optional.empty());
        Interval hits = RecommendFigures.interval(with, Measure.HIT_RATE);
        Interval ndcg = RecommendFigures.interval(with, Measure.NDCG);
        return Reached.of(
                String.format(
                        Locale.ROOT,
                        "%.4f (%.4f to %.4f) / %.4f (%.4f to %.4f); without attributes %s",
                        hits.mean(),
                        hits.low(),
                        hits.high(),
                        ndcg.mean(),
                        ndcg.low(),
                        ndcg.high(),
                        shown(without)),
                "sequence %s, popular %s".formatted(shown(sequence), shown(popular)),
                hits.mean() >= HIT_RATE && ndcg.mean() >= NDCG);
    }

    private static MethodAccuracy reached(
            RecommendationSplit split, ModelKind kind, Optional<ItemContent> content) {
        return RecommendFigures.measure(split, List.of(kind), new int[] {10}, content)
                .methods()
                .get(kind.label())
                .get(0);
    }

    private static String shown(MethodAccuracy method) {
        return RecommendFigures.shown(
                RecommendFigures.mean(method, Measure.HIT_RATE),
                RecommendFigures.mean(method, Measure.NDCG));
    }
}
