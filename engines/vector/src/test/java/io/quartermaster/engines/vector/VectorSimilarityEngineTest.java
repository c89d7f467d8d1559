package io.quartermaster.engines.vector;

import static org.assertj.core.api.Assertions.assertThat;

import io.quartermaster.domain.similarity.SimilarityEngines;
import io.quartermaster.domain.similarity.SimilarityKernel;
import io.quartermaster.domain.similarity.SimilaritySettings;
import io.quartermaster.domain.similarity.SparseSimilarityKernel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class VectorSimilarityEngineTest {

    @Test
    void isFoundWhereItsModuleIsThere() {
        assertThat(SimilarityEngines.choose("auto").name()).isEqualTo("vector");
        assertThat(new VectorSimilarityEngine().probe().device()).matches("cpu, \\d+ bits");
        try (SimilarityKernel kernel = SimilarityEngines.open(SimilaritySettings.DEFAULT);
                SparseSimilarityKernel sparse =
                        SimilarityEngines.openSparse(SimilaritySettings.DEFAULT)) {
            assertThat(kernel.name()).isEqualTo("vector");
            assertThat(sparse.name()).isEqualTo("vector");
        }
    }

    /** A process of its own, without the module: whatever is touched there must not need it. */
    @Test
    void saysWhyItIsNotThereAndThePanelServes() throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(
                                List.of(
                                        Path.of(System.getProperty("java.home"), "bin", "java")
                                                .toString(),
                                        "-cp",
                                        System.getProperty("java.class.path"),
                                        Choice.class.getName()))
                        .redirectErrorStream(true)
                        .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said.strip())
                .isEqualTo(
                        "panel, since cuda: its module is not on the class path; vector: Java was started without --add-modules jdk.incubator.vector, which bin/quartermaster similar has");
    }

    /** What is chosen in a process that was started without the module. */
    static final class Choice {

        private Choice() {}

        public static void main(String[] arguments) {
            var choice = SimilarityEngines.choose("auto");
            System.out.println(choice.name() + ", since " + choice.reason());
        }
    }
}
