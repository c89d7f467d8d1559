package io.quartermaster.pipelines.recommendation;

import static org.assertj.core.api.Assertions.assertThat;

import io.quartermaster.domain.recommendation.evaluation.Interval;
import io.quartermaster.domain.recommendation.live.ContentWeights;
import io.quartermaster.domain.recommendation.live.DescribedItem;
import io.quartermaster.domain.similarity.SimilaritySettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContentTrainingTest {

    @TempDir private Path folder;

    @Test
    void isGoodEnoughWhereItListsNoWorseThanEqualWeights() {
        assertThat(training(0.01).isGoodEnough()).isTrue();
        assertThat(training(0).isGoodEnough()).isTrue();
        assertThat(training(-0.01).isGoodEnough()).isFalse();
        assertThat(training(0.01).told())
                .containsExactly(
                        "Learnt: brand 0.50, category 2.00, words 0.50, image 1.00",
                        "NDCG@10 on 9 users: 0.5000, by equal weights 0.4000; gain 0.0100 (-0.1000 to 0.2000)");
    }

    /** One modality alone orders the same at any weight: nothing learnt is kept. */
    @Test
    void keepsNothingOfWhatListsNoBetter() throws IOException {
        Map<String, DescribedItem> catalogue = new TreeMap<>();
        List<String> lines = new ArrayList<>(List.of("user,item,timestamp"));
        SplittableRandom random = new SplittableRandom(9);
        for (int i = 0; i < 40; i++) {
            catalogue.put("i" + i, new DescribedItem("", "c" + i % 4, List.of(), Map.of()));
        }
        for (int user = 0; user < 60; user++) {
            for (int step = 0; step < 10; step++) {
                lines.add("u%d,i%d,%d".formatted(user, random.nextInt(40), 100 * step + user));
            }
        }
        Path file = Files.write(folder.resolve("done.csv"), lines);
        RecommendationSplit split =
                RecommendationSplit.of(file, "temporal", 0.2, catalogue.keySet());
        ContentTraining training =
                ContentTraining.of(split, catalogue, SimilaritySettings.DEFAULT, 1);
        assertThat(training.weights()).isEqualTo(ContentWeights.EQUAL);
        assertThat(training.quality().gain().mean()).isZero();
    }

    private static ContentTraining training(double gain) {
        return new ContentTraining(
                new ContentWeights(0.5, 2, 0.5, Map.of("image", 1.0)),
                new ContentTraining.Quality(
                        9,
                        new Interval(0.5, 0.4, 0.6),
                        new Interval(0.4, 0.3, 0.5),
                        new Interval(gain, -0.1, 0.2)));
    }
}
