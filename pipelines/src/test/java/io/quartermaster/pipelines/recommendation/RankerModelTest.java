package io.quartermaster.pipelines.recommendation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quartermaster.domain.recommendation.Ranker;
import io.quartermaster.domain.recommendation.RankerLoss;
import java.nio.file.Path;
import java.util.List;
import org.apache.flink.configuration.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Refused before the run, by name. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "the native library is for linux-x86_64")
class RankerModelTest {

    @TempDir private Path folder;

    @Test
    void takesAModelThatGivesChancesFromFeaturesOfTheJob() {
        SmallRanker.train(folder, RankerLoss.LOGISTIC, List.of("neighbours", "days_left"));
        new RecommendationJob().check(options());
        try (Ranker ranker = ListOptions.of(options()).openRanker()) {
            assertThat(ranker.features()).containsExactly("neighbours", "days_left");
        }
    }

    @Test
    void refusesAFeatureThatTheJobDoesNotKnow() {
        SmallRanker.train(folder, RankerLoss.LOGISTIC, List.of("neighbours", "weather"));
        assertThatThrownBy(() -> new RecommendationJob().check(options()))
                .hasMessageStartingWith(
                        "The model (%s) of the option recommendation.ranker takes the feature (weather), which the job does not know.\nMaybe train it with features out of: neighbours, content,"
                                .formatted(folder));
    }

    @Test
    void refusesAModelWithoutChances() {
        SmallRanker.train(folder, RankerLoss.SQUARED, List.of("neighbours", "price"));
        assertThatThrownBy(() -> new RecommendationJob().check(options()))
                .hasMessage(
                        "The model (%s) of the option recommendation.ranker gives scores, not chances.\nMaybe train it with --profile full."
                                .formatted(folder));
    }

    @Test
    void refusesAFolderWithoutAModel() {
        assertThatThrownBy(() -> new RecommendationJob().check(options()))
                .hasMessageContaining("holds no model")
                .hasMessageContaining("train ranker");
    }

    private Configuration options() {
        Configuration config = new Configuration();
        config.set(ListOptions.RANKER, folder.toString());
        return config;
    }
}
