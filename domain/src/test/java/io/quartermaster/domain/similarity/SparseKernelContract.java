package io.quartermaster.domain.similarity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quartermaster.domain.engine.EngineUse;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What every kernel of sparse vectors promises: the bits of the dense scalar kernel. */
public abstract class SparseKernelContract {

    private final EngineUse use = new EngineUse();

    /** The kernel under test, empty. */
    protected abstract SparseSimilarityKernel open(EngineUse use);

    @ParameterizedTest(name = "{0} rows, {1} queries, length {2}, one in {3}, k {4}, seed {5}")
    @CsvSource({
        "1, 1, 1, 1, 1, 41",
        "60, 7, 40, 3, 10, 42",
        "129, 33, 300, 30, 128, 43",
        "400, 5, 1000, 100, 1024, 44",
        "700, 5, 64, 2, 140, 45",
        "2500, 3, 200, 9, 40, 46"
    })
    void givesTheBitsOfTheDenseKernel(
            int rows, int queries, int length, int oneIn, int k, long seed) {
        Random random = new Random(seed);
        float[][] vectors = mostlyZeros(random, rows, length, oneIn);
        float[][] asked = mostlyZeros(random, queries, length, oneIn);
        float[] bonus = SimilarityKernelContract.gaussian(random, 1, rows)[0];
        boolean[] valid = new boolean[rows];
        IntStream.range(0, rows).forEach(row -> valid[row] = random.nextInt(4) > 0);
        int[][] excluded = new int[queries][];
        Arrays.setAll(
                excluded,
                i -> IntStream.range(0, rows).filter(row -> random.nextInt(9) == 0).toArray());
        for (SimilarityMeasure measure : SimilarityMeasure.values()) {
            SimilarityRequest plain = SimilarityRequest.best(k, measure);
            assertSameAsDense(vectors, asked, plain, seed);
            assertSameAsDense(vectors, asked, plain.without(excluded), seed);
            assertSameAsDense(
                    vectors, asked, plain.plus(bonus).among(valid).without(excluded), seed);
        }
    }

    @Test
    void countsWhatOccursTogether() {
        try (SparseSimilarityKernel kernel = open(use)) {
            SparseVector[] baskets = {of(0, 1, 2), of(1, 2), of(7), of(2, 900_000)};
            kernel.load(baskets);
            int[][] oneself = {{0}, {1}, {2}, {3}};
            SimilarityRequest request =
                    SimilarityRequest.best(2, SimilarityMeasure.INNER_PRODUCT).without(oneself);
            TopK[] best = kernel.topK(baskets, request);
            assertThat(best[0].ids()).containsExactly(1, 3);
            assertThat(best[0].scores()).containsExactly(2f, 1f);
            assertThat(best[2].ids()).containsExactly(0, 1);
            assertThat(best[2].scores()).containsOnly(0f);
            assertThat(best[3].ids()).containsExactly(0, 1);
            assertThat(use.calls()).isEqualTo(1);
            assertThat(use.rows()).isEqualTo(4);
        }
    }

    @Test
    void answersNothingWhereNothingIsLoaded() {
        try (SparseSimilarityKernel kernel = open(use)) {
            SimilarityRequest request = SimilarityRequest.best(5, SimilarityMeasure.COSINE);
            kernel.load(new SparseVector[0]);
            assertThat(kernel.topK(new SparseVector[] {of(3)}, request)[0].ids()).isEmpty();
            kernel.load(new SparseVector[] {of(), of(1)});
            TopK[] best = kernel.topK(new SparseVector[] {of(), of(99), of(1)}, request);
            assertThat(best[0].ids()).containsExactly(0, 1);
            assertThat(best[1].scores()).containsExactly(0f, 0f);
            assertThat(best[2].ids()).containsExactly(1, 0);
            assertThat(kernel.topK(new SparseVector[0], request)).isEmpty();
        }
    }

    @Test
    void refusesInputThatCannotBe() {
        assertThatThrownBy(() -> new SparseVector(new int[] {2, 2}, new float[] {1, 1}))
                .hasMessage(
                        "The indexes of a sparse vector must ascend from 0, but (2) stands at place 1.\nMaybe sort and sum them first.");
        assertThatThrownBy(() -> new SparseVector(new int[] {2}, new float[] {Float.NaN}))
                .hasMessageStartingWith("The number (NaN) in sparse vector (0) must be finite");
        assertThatThrownBy(() -> new SparseVector(new int[] {2}, new float[0]))
                .hasMessage(
                        "The number of indexes (1) of a sparse vector must be that of its values (0).");
        try (SparseSimilarityKernel kernel = open(use)) {
            kernel.load(new SparseVector[] {of(1)});
            SimilarityRequest request = SimilarityRequest.best(5, SimilarityMeasure.COSINE);
            assertThatThrownBy(
                            () ->
                                    kernel.topK(
                                            new SparseVector[] {of(1)}, request.plus(new float[2])))
                    .hasMessage("The number of bonuses (2) must be that of the ids (1).");
        }
    }

    private void assertSameAsDense(
            float[][] vectors, float[][] asked, SimilarityRequest request, long seed) {
        try (SimilarityKernel dense = new ScalarSimilarityKernel(new EngineUse());
                SparseSimilarityKernel kernel = open(new EngineUse())) {
            dense.load(vectors);
            kernel.load(Stream.of(vectors).map(SparseVector::of).toArray(SparseVector[]::new));
            TopK[] expected = dense.topK(asked, request);
            TopK[] found =
                    kernel.topK(
                            Stream.of(asked).map(SparseVector::of).toArray(SparseVector[]::new),
                            request);
            for (int query = 0; query < asked.length; query++) {
                String what = "seed %d, %s, query %d".formatted(seed, request.measure(), query);
                assertThat(found[query].ids()).as(what).isEqualTo(expected[query].ids());
                assertThat(found[query].scores()).as(what).isEqualTo(expected[query].scores());
            }
        }
    }

    private static SparseVector of(int... indexes) {
        float[] ones = new float[indexes.length];
        Arrays.fill(ones, 1f);
        return new SparseVector(indexes, ones);
    }

    private static float[][] mostlyZeros(Random random, int rows, int length, int oneIn) {
        float[][] vectors = new float[rows][length];
        for (float[] vector : vectors) {
            for (int i = 0; i < length; i++) {
                vector[i] = random.nextInt(oneIn) == 0 ? (float) random.nextGaussian() : 0f;
            }
        }
        return vectors;
    }
}
