package io.quartermaster.pipelines.recommendation;

import io.quartermaster.domain.recommendation.evaluation.MethodAccuracy;
import io.quartermaster.domain.recommendation.evaluation.RankingEvaluation;
import io.quartermaster.domain.recommendation.evaluation.RatingAccuracy;
import io.quartermaster.domain.recommendation.model.HeldOut;
import io.quartermaster.domain.recommendation.model.Liking;
import io.quartermaster.domain.recommendation.model.ModelKind;
import io.quartermaster.domain.recommendation.model.ModelSearch;
import io.quartermaster.domain.recommendation.model.RatingPredictor;
import io.quartermaster.domain.recommendation.model.SearchSettings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What methods reach on a split.
 *
 * @param users how many users were measured
 * @param newUsers who had something held out, but no history
 * @param items in the catalogue
 * @param unknownItems held out events whose item nobody has in training: no list can hold them
 * @param cuts lengths of lists
 * @param methods of each method, what each length of list reached
 * @param ratings errors of predicted ratings; empty where there are none
 */
public record RecommendationMeasuring(
        int users,
        int newUsers,
        int items,
        long unknownItems,
        int[] cuts,
        Map<String, List<MethodAccuracy>> methods,
        List<RatingAccuracy> ratings) {

    /** Measures. */
    public static RecommendationMeasuring of(
            RecommendationSplit split, List<ModelKind> kinds, int[] cuts, SearchSettings settings) {
        HeldOut heldOut = split.heldOut();
        HeldOut wanted =
                new HeldOut(
                        heldOut.training(), Liking.of(heldOut.training()).liked(heldOut.held()));
        RankingEvaluation evaluation = new RankingEvaluation(wanted, cuts, settings.excludeSeen());
        ModelSearch search = new ModelSearch(heldOut.training(), settings);
        Map<String, List<MethodAccuracy>> methods = new LinkedHashMap<>();
        for (ModelKind kind : kinds) {
            methods.put(kind.label(), evaluation.measure(kind.label(), search.fit(kind)));
            settings.say().accept("Measured " + kind.label());
        }
        return new RecommendationMeasuring(
                evaluation.users(),
                wanted.newUsers(),
                heldOut.training().items(),
                unknown(wanted),
                cuts,
                methods,
                split.rated() ? ratings(heldOut) : List.of());
    }

    private static List<RatingAccuracy> ratings(HeldOut heldOut) {
        List<RatingAccuracy> ratings = new ArrayList<>();
        ratings.add(
                RatingAccuracy.of(
                        "baseline", heldOut, RatingPredictor.baseline(heldOut.training())));
        ratings.add(
                RatingAccuracy.of("item-cf", heldOut, RatingPredictor.byItems(heldOut.training())));
        ratings.add(
                RatingAccuracy.of("user-cf", heldOut, RatingPredictor.byUsers(heldOut.training())));
        return ratings;
    }

    private static long unknown(HeldOut heldOut) {
        int[] holders = heldOut.training().holders();
        long unknown = 0;
        for (int user : heldOut.users()) {
            for (int item : heldOut.items(user)) {
                unknown += holders[item] == 0 ? 1 : 0;
            }
        }
        return unknown;
    }
}
