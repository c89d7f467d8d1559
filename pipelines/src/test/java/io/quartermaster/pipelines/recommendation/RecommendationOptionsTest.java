package io.quartermaster.pipelines.recommendation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quartermaster.domain.recommendation.RecommendationMethod;
import io.quartermaster.domain.similarity.SimilaritySettings;
import io.quartermaster.pipelines.similarity.SimilarityOptions;
import java.time.Duration;
import java.time.LocalDate;
import org.apache.flink.configuration.Configuration;
import org.junit.jupiter.api.Test;

class RecommendationOptionsTest {

    @Test
    void hasDefaults() {
        Configuration config = new Configuration();
        assertThat(RecommendationOptions.of(config))
                .isEqualTo(
                        new RecommendationOptions(
                                RecommendationMethod.ITEM_CF,
                                10,
                                50,
                                true,
                                0.5,
                                Duration.ofDays(30),
                                SimilaritySettings.DEFAULT,
                                new RecommendationDays(LocalDate.EPOCH, LocalDate.MAX, 1),
                                14));
    }

    @Test
    void refusesValuesThatCannotBe() {
        Configuration config = new Configuration();
        config.set(RecommendationOptions.EVERY_DAYS, 0);
        assertThatThrownBy(() -> RecommendationOptions.of(config))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "The option (recommendation.every-days), 0, must be above 0.\nMaybe 1.");
        Configuration factor = new Configuration();
        factor.set(RecommendationOptions.RUNNING_OUT_FACTOR, 2.0);
        assertThatThrownBy(() -> RecommendationOptions.of(factor))
                .hasMessage(
                        "The option (recommendation.running-out-factor), 2.0, must lie within 0.0 and 1.0.\nMaybe 0.5.");
        Configuration engine = new Configuration();
        engine.set(SimilarityOptions.ENGINE, "abacus");
        assertThatThrownBy(() -> RecommendationOptions.of(engine))
                .hasMessageStartingWith("The engine (abacus) of the option similarity.engine");
    }
}
