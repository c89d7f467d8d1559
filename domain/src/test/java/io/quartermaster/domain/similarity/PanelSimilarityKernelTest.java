package io.quartermaster.domain.similarity;

import static org.assertj.core.api.Assertions.assertThat;

import io.quartermaster.domain.engine.EngineUse;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PanelSimilarityKernelTest extends SimilarityKernelContract {

    @Override
    protected SimilarityKernel open(EngineUse use) {
        return new PanelSimilarityKernel(use);
    }

    @Test
    void agreesWithTheScalarKernelToTheLastBitOnAnyNumbers() {
        long seed = 31;
        Random random = new Random(seed);
        float[][] vectors = gaussian(random, 777, 45);
        float[][] queries = gaussian(random, 20, 45);
        ScalarSimilarityKernel scalar = new ScalarSimilarityKernel(new EngineUse());
        PanelSimilarityKernel panel = new PanelSimilarityKernel(new EngineUse());
        scalar.load(vectors);
        panel.load(vectors);
        for (SimilarityMeasure measure : SimilarityMeasure.values()) {
            TopK[] expected = scalar.topK(queries, measure, 50, null);
            TopK[] found = panel.topK(queries, measure, 50, null);
            for (int query = 0; query < queries.length; query++) {
                assertThat(found[query].ids()).as("seed %d", seed).isEqualTo(expected[query].ids());
                assertThat(found[query].scores()).isEqualTo(expected[query].scores());
            }
        }
    }

    private static float[][] gaussian(Random random, int rows, int d) {
        float[][] vectors = new float[rows][d];
        for (float[] vector : vectors) {
            for (int i = 0; i < d; i++) {
                vector[i] = (float) random.nextGaussian();
            }
        }
        return vectors;
    }
}
