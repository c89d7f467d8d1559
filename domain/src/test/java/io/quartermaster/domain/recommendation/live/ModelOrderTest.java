package io.quartermaster.domain.recommendation.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.quartermaster.domain.recommendation.Ranker;
import io.quartermaster.domain.recommendation.ScorePart;
import io.quartermaster.domain.recommendation.incremental.ItemNeighbours;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Ann has a, of brand X; c and d are its neighbours, with weights 0.5 and 0.25. */
class ModelOrderTest {

    private final KnownItems known = new KnownItems(new BlendWeights(1, 0.5, 0.1));
    private final List<OwnItem> own = List.of(new OwnItem("a", 1, true));
    private final List<float[]> asked = new ArrayList<>();

    @Test
    void ordersByTheChanceAndPartsStillSumToTheScore() {
        tell();
        List<Proposal> list = list("days_left", "neighbours");
        assertThat(asked).containsExactly(new float[] {7, 0.5f}, new float[] {365, 0.25f});
        assertThat(list)
                .extracting(one -> one.item() + " " + one.scoring().score())
                .containsExactly("d 0.75", "c 0.5");
        assertThat(list.get(0).scoring().reason())
                .isEqualTo("bought a (0.25); by the model its chance is 0.75 (0.5)");
        for (Proposal one : list) {
            assertThat(one.scoring().parts().stream().mapToLong(ScorePart::millionths).sum())
                    .isEqualTo(one.scoring().millionths());
        }
    }

    /** Each by hand; of d nothing is known beside its weight. */
    @Test
    void knowsFiguresAsOfTheTimeAndDefaultsForTheOthers() {
        tell();
        known.putBrandScore("X", 0.75);
        list(RankerFeature.labels().toArray(String[]::new));
        assertThat(asked.get(0))
                .containsExactly(
                        0.5f,
                        0,
                        0.2f,
                        0.52f,
                        1,
                        1,
                        1,
                        3,
                        30,
                        0.625f,
                        0.75f,
                        3.9068906f,
                        -1.1375035f,
                        7);
        assertThat(asked.get(1))
                .containsExactly(0.25f, 0, 0, 0.25f, 1, 0, 0, 0, 365, 0.5f, 0, 0, 0, 365);
    }

    private void tell() {
        known.putNeighbours(
                new ItemNeighbours("a", List.of("c", "d"), new double[] {0.5, 0.25}), 0);
        known.putNeighbours(new ItemNeighbours("c", List.of(), new double[0]), 2);
        known.putCustomers(9);
        known.putListing("a", "X", "cups");
        known.putListing("c", "X", "cups");
        known.figures().putOffer("c", 7, 70);
        known.figures().putDemand("c", 7, 14, 4);
        known.figures().putSatisfaction("X", 0.625);
        known.figures().putDay(100);
    }

    private List<Proposal> list(String... features) {
        Ranker ranker = new FirstIsWorse(List.of(features));
        return LiveRanker.by(ranker, 14, new RankingSettings(5, 50, 0.5, 0, 0, 0), known)
                .rank("ann", own, item -> item.equals("a"));
    }

    /** Gives 0.5 to the first candidate, 0.75 to the next. */
    private final class FirstIsWorse implements Ranker {

        private final List<String> features;

        FirstIsWorse(List<String> features) {
            this.features = features;
        }

        @Override
        public List<String> features() {
            return features;
        }

        @Override
        public boolean givesChances() {
            return true;
        }

        @Override
        public String version() {
            return "test";
        }

        @Override
        public float[] score(float[][] rows) {
            asked.addAll(List.of(rows));
            float[] scores = new float[rows.length];
            for (int row = 0; row < rows.length; row++) {
                scores[row] = 0.5f + 0.25f * row;
            }
            return scores;
        }

        @Override
        public void close() {}
    }
}
