package io.quartermaster.benchmarks;

import io.quartermaster.domain.recommendation.content.ItemContent;
import io.quartermaster.domain.recommendation.evaluation.Interval;
import io.quartermaster.domain.recommendation.evaluation.MethodAccuracy;
import io.quartermaster.domain.recommendation.evaluation.MethodAccuracy.Measure;
import io.quartermaster.domain.recommendation.model.ModelKind;
import io.quartermaster.domain.recommendation.model.SearchSettings;
import io.quartermaster.domain.similarity.SimilaritySettings;
import io.quartermaster.pipelines.recommendation.RecommendationMeasuring;
import io.quartermaster.pipelines.recommendation.RecommendationSplit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What methods of recommendation reach on a split, as the verb {@code evaluate recommend} does. */
final class RecommendFigures {

    private static final int NEIGHBOURS = 50;
    private static final int LIST = 10;
    private static final long MEMORY = 800L << 20;
    private static final long SEED = 1;

    private RecommendFigures() {}

    static List<Figure> all() {
        return List.of(new AmazonToys(), new RetailRecommend());
    }

    /**
     * Measures.
     *
     * @param content of items, empty for none
     */
    static RecommendationMeasuring measure(
            RecommendationSplit split,
            List<ModelKind> kinds,
            int[] cuts,
            Optional<ItemContent> content) {
        SearchSettings settings =
                new SearchSettings(
                        NEIGHBOURS,
                        SimilaritySettings.DEFAULT.withThreads(0),
                        LIST,
                        split.excludeSeen(),
                        split.ordered(),
                        split.validation(),
                        split.holding(),
                        content,
                        MEMORY,
                        SEED,
                        System.err::println);
        return RecommendationMeasuring.of(split, kinds, cuts, settings);
    }

    static double mean(MethodAccuracy method, Measure measure) {
        return interval(method, measure).mean();
    }

    static Interval interval(MethodAccuracy method, Measure measure) {
        return Interval.of(method.values(measure), SEED);
    }

    static Interval gain(MethodAccuracy method, MethodAccuracy other, Measure measure) {
        return Interval.ofDifference(method.values(measure), other.values(measure), SEED);
    }

    static String shown(double one, double other) {
        return String.format(Locale.ROOT, "%.4f / %.4f", one, other);
    }
}
