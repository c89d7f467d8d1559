package io.quartermaster.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class ModelAccuracyTest {

    @Test
    void saysEachModelAndTheRatioToSeasonalNaive() throws IOException {
        ModelAccuracy accuracy =
                new ModelAccuracy(
                        json(
                                "{\"lstm\":{\"pinball_loss\":0.2,\"mase\":0.7,\"squared_error\":1.25},\"seasonal_naive\":{\"pinball_loss\":0.25,\"mase\":null,\"squared_error\":2}}"));
        assertThat(accuracy.words())
                .isEqualTo(
                        "lstm 0.2000 / 0.700 / 1.250; seasonal_naive 0.2500 / not known / 2.000");
        assertThat(accuracy.pair()).isEqualTo("0.2000 of 0.2500");
        assertThat(accuracy.ratioWords())
                .isEqualTo("lstm's pinball loss 0.800 of seasonal naive's");
    }

    @Test
    void refusesARunWithoutTheLstm() throws IOException {
        JsonNode models = json("{\"seasonal_naive\":{\"pinball_loss\":0.25}}");
        assertThatThrownBy(() -> new ModelAccuracy(models))
                .hasMessage("no accuracy of lstm is in summary.json");
    }

    private static JsonNode json(String text) throws IOException {
        return new ObjectMapper().readTree(text);
    }
}
