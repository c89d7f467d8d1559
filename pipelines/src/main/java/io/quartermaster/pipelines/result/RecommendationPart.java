package io.quartermaster.pipelines.result;

import io.quartermaster.domain.recommendation.Recommendation;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One part of a recommendation's score.
 *
 * @param of the recommendation
 * @param number 0 for the part that the reason names first
 */
record RecommendationPart(Recommendation of, int number) {

    static Stream<RecommendationPart> of(Recommendation recommendation) {
        return IntStream.range(0, recommendation.partKinds().length)
                .mapToObj(number -> new RecommendationPart(recommendation, number));
    }

    String kind() {
        return of.partKinds()[number];
    }

    String source() {
        return of.partSources()[number];
    }

    double amount() {
        return of.partAmounts()[number];
    }
}
