package io.quartermaster.domain.similarity;

import static org.assertj.core.api.Assertions.assertThat;

import io.quartermaster.domain.engine.EngineUse;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a CPU twin promises besides: the scalar kernel's bits, with any number of threads. */
public abstract class TurnedKernelContract extends SimilarityKernelContract {

    /** The kernel under test, empty, with so many threads. */
    protected abstract SimilarityKernel open(EngineUse use, int threads);

    @Override
    protected SimilarityKernel open(EngineUse use) {
        return open(use, 1);
    }

    @ParameterizedTest(name = "{0} rows, {1} queries, d {2}, k {3}, {4} threads")
    @CsvSource({
        "777, 20, 45, 50, 1",
        "777, 20, 45, 50, 2",
        "1500, 20, 3, 200, 3",
        "2049, 3, 130, 1024, 3",
        "600, 7, 200, 10, 2",
        "64, 1, 300, 10, 4",
        "100, 261, 16, 10, 3"
    })
    void agreesWithTheScalarKernelToTheLastBitOnAnyNumbers(
            int rows, int queries, int d, int k, int threads) {
        long seed = 31;
        Random random = new Random(seed);
        float[][] vectors = gaussian(random, rows, d);
        float[][] asked = gaussian(random, queries, d);
        float[] bonus = gaussian(random, 1, rows)[0];
        try (ScalarSimilarityKernel scalar = new ScalarSimilarityKernel(new EngineUse());
                SimilarityKernel kernel = open(new EngineUse(), threads)) {
            scalar.load(vectors);
            kernel.load(vectors);
            kernel.topK(new float[6][d], SimilarityRequest.best(1, SimilarityMeasure.COSINE));
            for (SimilarityMeasure measure : SimilarityMeasure.values()) {
                SimilarityRequest request = SimilarityRequest.best(k, measure).plus(bonus);
                TopK[] expected = scalar.topK(asked, request);
                TopK[] found = kernel.topK(asked, request);
                for (int query = 0; query < queries; query++) {
                    String what = "seed %d, query %d".formatted(seed, query);
                    assertThat(found[query].ids()).as(what).isEqualTo(expected[query].ids());
                    assertThat(found[query].scores()).as(what).isEqualTo(expected[query].scores());
                }
            }
        }
    }
}
