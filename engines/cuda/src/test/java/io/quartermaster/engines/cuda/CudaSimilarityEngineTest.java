package io.quartermaster.engines.cuda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quartermaster.domain.engine.EngineStatus;
import io.quartermaster.domain.similarity.SimilarityEngines;
import io.quartermaster.domain.similarity.SimilaritySettings;
import org.junit.jupiter.api.Test;

class CudaSimilarityEngineTest {

    private final CudaSimilarityEngine engine = new CudaSimilarityEngine();

    @Test
    void isFoundAndAskedFirst() {
        EngineStatus first = SimilarityEngines.probe().get(0);
        assertThat(first).isEqualTo(engine.probe());
        assertThat(SimilarityEngines.choose("auto").name())
                .isEqualTo(first.available() ? "cuda" : "panel");
    }

    @Test
    void saysWhyItIsNotAvailable() {
        EngineStatus status = engine.probe();
        assumeTrue(!status.available(), "skipped: there is a device here");
        assertThat(status.reason()).startsWith("no NVIDIA device (cudaError");
        assertThatThrownBy(() -> engine.open(SimilaritySettings.DEFAULT))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("CUDA is not available: " + status.reason() + ".");
    }
}
