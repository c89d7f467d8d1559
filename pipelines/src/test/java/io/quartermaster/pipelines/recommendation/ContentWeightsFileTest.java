package io.quartermaster.pipelines.recommendation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quartermaster.domain.recommendation.live.ContentWeights;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.flink.configuration.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContentWeightsFileTest {

    @TempDir private Path folder;

    @Test
    void theJobTakesWhatWasWritten() throws IOException {
        ContentWeights weights = new ContentWeights(0.5, 2, 1.5, Map.of("image", 0.0));
        ContentWeightsFile.write(weights, folder);
        assertThat(ContentWeightsFile.read(folder)).isEqualTo(weights);
        Configuration config = new Configuration();
        config.set(ListOptions.CONTENT_WEIGHTS, folder.toString());
        assertThat(RecommendationOptions.of(config).list().content()).isEqualTo(weights);
    }

    @Test
    void refusesAFolderWithoutWeightsAndDamagedOnes() throws IOException {
        assertThatThrownBy(() -> ContentWeightsFile.read(folder.resolve("none")))
                .hasMessageEndingWith(
                        "none) holds no weights of content.\nMaybe let 'train content' write them.");
        for (String damaged : new String[] {"{\"brand\":1,\"category\":1}", "{\"bra", "[]", ""}) {
            Files.writeString(folder.resolve("content.json"), damaged);
            assertThatThrownBy(() -> ContentWeightsFile.read(folder))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("is damaged")
                    .hasMessageEndingWith("Maybe let 'train content' write it anew.");
        }
    }
}
