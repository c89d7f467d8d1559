package io.quartermaster.domain.recommendation.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.quartermaster.domain.recommendation.evaluation.MethodAccuracy.Measure;
import io.quartermaster.domain.recommendation.evaluation.RankingEvaluation;
import io.quartermaster.domain.recommendation.model.SearchSettings.Holding;
import io.quartermaster.domain.similarity.SimilaritySettings;
import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LikingTest {

    @Test
    void aRatingBelowTheMiddleOfItsScaleSpeaksForNothing() {
        Histories stars = rated(1, 5, 4, 3, 2);
        Liking liking = Liking.of(stars);
        assertThat(liking.least()).isEqualTo(3);
        assertThat(liking.liked(stars).of(0).values()).containsExactly(5, 4, 3);
        assertThat(Liking.of(rated(0, 1, 1)).least()).isEqualTo(0.5);
    }

    @Test
    void countsAndStrengthsAllSpeakForTheirItems() {
        for (float[] values :
                new float[][] {
                    {1, 1, 1}, {1, 1, 2, 9}, {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12}, {}
                }) {
            Histories histories = rated(values);
            Liking liking = Liking.of(histories);
            assertThat(liking.isAny()).as(Arrays.toString(values)).isTrue();
            assertThat(liking.liked(histories)).isSameAs(histories);
        }
    }

    /** Everybody tries what is advertised and dislikes it; what each likes stays in a group. */
    @Test
    void theBlendDoesNotListWhatEverybodyDislikes() {
        HistoriesBuilder builder = new HistoriesBuilder();
        SplittableRandom random = new SplittableRandom(3);
        for (int user = 0; user < 120; user++) {
            int group = user % 3;
            for (int step = 0; step < 8; step++) {
                int item = 10 * group + random.nextInt(10);
                builder.add("u" + user, "i" + item, 4 + random.nextInt(2), step);
            }
            builder.add("u" + user, "advertised" + user % 7, 1, 8);
            builder.add("u" + user, "i" + (10 * group + random.nextInt(10)), 5, 9);
        }
        Histories all = builder.build(false);
        HeldOut heldOut = HeldOut.lastOfEach(all);
        ModelSearch search = new ModelSearch(heldOut.training(), settings());
        ItemScorer scorer = search.fit(ModelKind.AUTO);
        TopItems top = new TopItems(heldOut.training(), true);
        for (int user = 0; user < all.users(); user++) {
            int[] list = top.of(heldOut.training().of(user), scorer, 3);
            assertThat(Arrays.stream(list).mapToObj(all::item))
                    .allMatch(name -> name.startsWith("i"));
        }
        double ndcg =
                Arrays.stream(
                                new RankingEvaluation(heldOut, new int[] {10}, true)
                                        .measure("auto", scorer)
                                        .get(0)
                                        .values(Measure.NDCG))
                        .average()
                        .orElse(0);
        assertThat(ndcg).isGreaterThan(0.2);
    }

    private static SearchSettings settings() {
        return new SearchSettings(
                50,
                SimilaritySettings.DEFAULT,
                10,
                true,
                true,
                null,
                Holding.LAST,
                Optional.empty(),
                1L << 30,
                1,
                line -> {});
    }

    private static Histories rated(float... values) {
        HistoriesBuilder builder = new HistoriesBuilder();
        for (int i = 0; i < values.length; i++) {
            builder.add("ann", "i%02d".formatted(i), values[i], i);
        }
        return builder.build(false);
    }
}
