package io.quartermaster.pipelines.recommendation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quartermaster.domain.recommendation.ItemWeighting;
import io.quartermaster.domain.recommendation.RecommendationMethod;
import io.quartermaster.domain.recommendation.live.ContentWeights;
import io.quartermaster.domain.similarity.SimilaritySettings;
import io.quartermaster.pipelines.similarity.SimilarityOptions;
import java.time.Duration;
import java.time.LocalDate;
import org.apache.flink.configuration.Configuration;
import org.junit.jupiter.api.Test;

class RecommendationOptionsTest {

    @Test
    void hasDefaults() {
        RecommendationDays days = new RecommendationDays(LocalDate.EPOCH, LocalDate.MAX, 1);
        assertThat(RecommendationOptions.of(new Configuration()))
                .isEqualTo(
                        new RecommendationOptions(
                                RecommendationMethod.ITEM_CF,
                                new ListOptions(10, 100, 0.5, 5, 0, 0.1, "", ContentWeights.EQUAL),
                                100,
                                true,
                                0.2,
                                ListTime.CLOSE,
                                Duration.ofMinutes(1),
                                SimilaritySettings.DEFAULT,
                                days,
                                14,
                                new CustomerLimits(
                                        2_000, Duration.ofDays(360), Duration.ofDays(30)),
                                new TableOptions(
                                        ItemWeighting.COSINE,
                                        0,
                                        50,
                                        2,
                                        Duration.ofDays(30),
                                        new TableTimes(Duration.ZERO, days)),
                                new ShownOptions(false, false)));
    }

    @Test
    void keepsSumsExact() {
        Configuration config = new Configuration();
        config.set(RecommendationOptions.HALF_LIFE, Duration.ofDays(7));
        assertThatThrownBy(() -> RecommendationOptions.of(config))
                .hasMessage(
                        "The option (recommendation.customer-ttl), PT8640H, must be at most 12 times (recommendation.half-life), PT168H.\nMaybe PT2016H.");
        config.set(RecommendationOptions.HALF_LIFE, Duration.ZERO);
        assertThat(RecommendationOptions.of(config).customers().halfLife()).isZero();
    }

    @Test
    void doesNotCompareCustomersWithEachOther() {
        Configuration config = new Configuration();
        config.set(RecommendationOptions.METHOD, RecommendationMethod.USER_CF);
        assertThatThrownBy(() -> RecommendationOptions.of(config))
                .hasMessage(
                        "The option (recommendation.method), USER_CF, is not a method of the job.\nMaybe ITEM_CF; the verb recommend has --method user-cf.");
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
        factor.set(ListOptions.RUNNING_OUT_FACTOR, 2.0);
        assertThatThrownBy(() -> RecommendationOptions.of(factor))
                .hasMessage(
                        "The option (recommendation.running-out-factor), 2.0, must lie within 0.0 and 1.0.\nMaybe 0.5.");
        Configuration neighbours = new Configuration();
        neighbours.set(TableOptions.NEIGHBOURS, 1_025);
        assertThatThrownBy(() -> RecommendationOptions.of(neighbours))
                .hasMessage(
                        "The option (recommendation.neighbours), 1025, must lie within 1 and 1024.\nMaybe 50.");
        Configuration engine = new Configuration();
        engine.set(SimilarityOptions.ENGINE, "abacus");
        assertThatThrownBy(() -> RecommendationOptions.of(engine))
                .hasMessageStartingWith("The engine (abacus) of the option similarity.engine");
    }
}
