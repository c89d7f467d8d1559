package io.quartermaster.pipelines.recommendation;

import io.quartermaster.domain.recommendation.evaluation.Interval;
import io.quartermaster.domain.recommendation.evaluation.MethodAccuracy.Measure;
import io.quartermaster.domain.recommendation.evaluation.RankingEvaluation;
import io.quartermaster.domain.recommendation.live.ContentWeights;
import io.quartermaster.domain.recommendation.live.DescribedItem;
import io.quartermaster.domain.recommendation.model.HeldOut;
import io.quartermaster.domain.recommendation.model.Histories;
import io.quartermaster.domain.recommendation.model.LikenessScorer;
import io.quartermaster.domain.similarity.SimilaritySettings;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Learns what the modalities of items count from what users did, draws it towards equal weights as
 * far as that lists better, and judges it on what they did next, beside equal weights.
 *
 * @param weights learnt from all that users did
 * @param quality how lists by likeness alone did with weights learnt before what is held out
 */
public record ContentTraining(ContentWeights weights, Quality quality) {

    private static final int LIST = 10;
    private static final double[] SHARES = {0, 0.25, 0.5, 1};

    /**
     * NDCG@10 on what is held out.
     *
     * @param users on whom it was judged
     * @param learnt with the weights learnt
     * @param equal with equal ones
     * @param gain of the one over the other, paired by user
     */
    public record Quality(int users, Interval learnt, Interval equal, Interval gain) {}

    /**
     * Learns and judges.
     *
     * @param split what users did
     * @param catalogue items by name, as {@link DescribedItemFile} reads them
     * @param similarity what finds likeness
     * @param seed of all chance
     */
    public static ContentTraining of(
            RecommendationSplit split,
            Map<String, DescribedItem> catalogue,
            SimilaritySettings similarity,
            long seed) {
        List<DescribedItem> items =
                split.heldOut().training().itemNames().stream()
                        .map(name -> catalogue.getOrDefault(name, DescribedItem.UNKNOWN))
                        .toList();
        Judge judge =
                (heldOut, weights) ->
                        new RankingEvaluation(heldOut, new int[] {LIST}, split.excludeSeen())
                                .measure(
                                        "content",
                                        LikenessScorer.of(
                                                DescribedItem.vectors(items, weights), similarity))
                                .get(0)
                                .values(Measure.NDCG);
        Histories known = split.heldOut().training();
        double share = share(split.inner(), items, judge, seed);
        double[] learnt = judge.of(split.heldOut(), weights(items, known, seed).kept(share));
        double[] equal = judge.of(split.heldOut(), ContentWeights.EQUAL);
        return new ContentTraining(
                weights(items, split.heldOut().all(), seed).kept(share),
                new Quality(
                        learnt.length,
                        Interval.of(learnt, seed),
                        Interval.of(equal, seed),
                        Interval.ofDifference(learnt, equal, seed)));
    }

    /** Lists by likeness with some weights: NDCG of each user. */
    private interface Judge {
        double[] of(HeldOut heldOut, ContentWeights weights);
    }

    /** How much to keep of what is learnt, chosen on what came last before what is held out. */
    private static double share(HeldOut inner, List<DescribedItem> items, Judge judge, long seed) {
        ContentWeights learnt = weights(items, inner.training(), seed);
        double best = 0;
        double highest = -1;
        for (double share : SHARES) {
            double ndcg = Arrays.stream(judge.of(inner, learnt.kept(share))).average().orElse(0);
            if (ndcg > highest) {
                highest = ndcg;
                best = share;
            }
        }
        return best;
    }

    private static ContentWeights weights(
            List<DescribedItem> items, Histories histories, long seed) {
        List<int[]> chosen =
                IntStream.range(0, histories.users())
                        .mapToObj(user -> histories.of(user).items())
                        .toList();
        return ContentWeights.learn(items, chosen, seed);
    }

    /** Whether lists by what was learnt are at least as good as by equal weights. */
    public boolean isGoodEnough() {
        return quality.gain().mean() >= 0;
    }

    /** In words. */
    public List<String> told() {
        StringBuilder counts =
                new StringBuilder(
                        String.format(
                                Locale.ROOT,
                                "Learnt: brand %.2f, category %.2f, words %.2f",
                                weights.brand(),
                                weights.category(),
                                weights.words()));
        weights.vectors()
                .forEach(
                        (name, weight) ->
                                counts.append(
                                        String.format(Locale.ROOT, ", %s %.2f", name, weight)));
        return List.of(
                counts.toString(),
                String.format(
                        Locale.ROOT,
                        "NDCG@10 on %,d users: %.4f, by equal weights %.4f; gain %.4f (%.4f to %.4f)",
                        quality.users(),
                        quality.learnt().mean(),
                        quality.equal().mean(),
                        quality.gain().mean(),
                        quality.gain().low(),
                        quality.gain().high()));
    }
}
