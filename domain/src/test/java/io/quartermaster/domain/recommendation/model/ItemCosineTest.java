package io.quartermaster.domain.recommendation.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quartermaster.domain.recommendation.model.NeighbourModel.Reading;
import io.quartermaster.domain.similarity.SimilaritySettings;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ItemCosineTest {

    /** Every item has fewer than 50 others with anything in common, so no tie is cut off. */
    @ParameterizedTest
    @ValueSource(strings = {"auto", "panel", "scalar"})
    void equalsTheFilterThatCountsPairs(String engine) {
        Histories histories = drawn(new Random(3));
        ItemScorer byKernel = new ItemCosine(50, SimilaritySettings.of(engine)).fit(histories);
        ItemScorer byPairs = NeighbourModel.cosine(Reading.ITEMS_OF_THE_USER, 50).fit(histories);
        for (int user = 0; user < histories.users(); user++) {
            assertThat(Toy.scores(byKernel, histories, user))
                    .containsExactly(Toy.scores(byPairs, histories, user), within(1e-5));
        }
    }

    private static Histories drawn(Random random) {
        HistoriesBuilder builder = new HistoriesBuilder();
        for (int event = 0; event < 600; event++) {
            String user = "u%02d".formatted(random.nextInt(40));
            String item = "i%02d".formatted(random.nextInt(50));
            builder.add(user, item, 1 + random.nextInt(5), event);
        }
        return builder.build(true);
    }
}
