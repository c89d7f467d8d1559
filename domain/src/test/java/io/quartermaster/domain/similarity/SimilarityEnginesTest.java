package io.quartermaster.domain.similarity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quartermaster.domain.engine.EngineChoice;
import org.junit.jupiter.api.Test;

class SimilarityEnginesTest {

    @Test
    void fallsBackToThePanelAndSaysWhy() {
        EngineChoice choice = SimilarityEngines.choose("auto");
        assertThat(choice.name()).isEqualTo("panel");
        assertThat(choice.reason())
                .isEqualTo(
                        "cuda: its module is not on the class path; vector: its module is not on the class path");
    }

    @Test
    void opensTheForcedEngine() {
        try (SimilarityKernel kernel = SimilarityEngines.open(SimilaritySettings.of("scalar"))) {
            assertThat(kernel.name()).isEqualTo("scalar");
        }
    }

    @Test
    void refusesAForcedEngineThatIsMissing() {
        assertThatThrownBy(() -> SimilarityEngines.choose("cuda"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "The engine (cuda) of the option similarity.engine is not available: its module is not on the class path.\nMaybe choose auto, which takes the best one that is there.");
    }

    @Test
    void refusesAnUnknownName() {
        assertThatThrownBy(() -> SimilarityEngines.choose("abacus"))
                .hasMessage(
                        "The engine (abacus) of the option similarity.engine is not known.\nMaybe one of: auto, cuda, vector, panel, scalar.");
    }
}
