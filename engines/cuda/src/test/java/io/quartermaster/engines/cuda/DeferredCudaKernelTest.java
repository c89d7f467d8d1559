package io.quartermaster.engines.cuda;

import static org.assertj.core.api.Assertions.assertThat;

import io.quartermaster.domain.engine.EngineUse;
import io.quartermaster.domain.similarity.ScalarSimilarityKernel;
import io.quartermaster.domain.similarity.SimilarityKernel;
import io.quartermaster.domain.similarity.SimilarityKernelContract;
import io.quartermaster.domain.similarity.SimilarityMeasure;
import io.quartermaster.domain.similarity.SimilarityRequest;
import io.quartermaster.domain.similarity.SimilaritySettings;
import io.quartermaster.domain.similarity.TopK;
import org.junit.jupiter.api.Test;

/** The kernel on a device that does everything as late as it may. */
class DeferredCudaKernelTest extends SimilarityKernelContract {

    @Override
    protected SimilarityKernel open(EngineUse use) {
        return new CudaSimilarityKernel(
                new DeferredDevice(new EmulatedDevice("forward")), use, SimilaritySettings.DEFAULT);
    }

    @Test
    void answersManyBatchesOnTwoLanes() {
        float[][] vectors = {{1, 0}, {0, 2}, {-3, 3}, {4, -4}};
        float[][] queries = new float[4_500][2];
        for (int i = 0; i < queries.length; i++) {
            queries[i][0] = i % 7 - 3;
            queries[i][1] = i % 5 - 2;
        }
        SimilarityRequest request = SimilarityRequest.best(3, SimilarityMeasure.INNER_PRODUCT);
        try (SimilarityKernel kernel = open(new EngineUse());
                SimilarityKernel scalar = new ScalarSimilarityKernel(new EngineUse())) {
            kernel.load(vectors);
            scalar.load(vectors);
            TopK[] expected = scalar.topK(queries, request);
            TopK[] found = kernel.topK(queries, request);
            for (int i = 0; i < queries.length; i++) {
                assertThat(found[i].ids()).as("query %d", i).isEqualTo(expected[i].ids());
                assertThat(found[i].scores()).isEqualTo(expected[i].scores());
            }
        }
    }
}
