package io.quartermaster.domain.similarity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quartermaster.domain.engine.EngineUse;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What every kernel promises. Numbers lie on a grid of 1/16, so that sums are exact in any order
 * and ids must be identical to the scalar kernel's, ties included.
 */
public abstract class SimilarityKernelContract {

    private final EngineUse use = new EngineUse();
    private SimilarityKernel kernel;

    /** The kernel under test, empty. */
    protected abstract SimilarityKernel open(EngineUse use);

    @BeforeEach
    void openKernel() {
        kernel = open(use);
    }

    @AfterEach
    void closeKernel() {
        if (kernel != null) {
            kernel.close();
        }
    }

    @ParameterizedTest(name = "{0} rows, {1} queries, d {2}, k {3}, seed {4}")
    @CsvSource({
        "1, 1, 1, 1, 11",
        "2, 7, 3, 5, 12",
        "47, 6, 17, 10, 13",
        "49, 9, 5, 3, 14",
        "127, 16, 16, 128, 15",
        "129, 17, 15, 129, 16",
        "511, 3, 8, 1, 17",
        "513, 8, 31, 100, 18",
        "1025, 33, 9, 10, 19",
        "700, 5, 1, 300, 20",
        "300, 8, 127, 7, 21"
    })
    void selectsWhatTheScalarKernelSelects(int rows, int queries, int d, int k, long seed) {
        Random random = new Random(seed);
        float[][] vectors = grid(random, rows, d);
        float[][] asked = grid(random, queries, d);
        int[][] excluded = exclusions(random, queries, rows);
        for (SimilarityMeasure measure : SimilarityMeasure.values()) {
            assertSameAsScalar(vectors, asked, measure, k, null, seed);
            assertSameAsScalar(vectors, asked, measure, k, excluded, seed);
        }
    }

    @Test
    void breaksTiesByTheLowerId() {
        float[][] vectors = new float[100][];
        for (int row = 0; row < vectors.length; row++) {
            vectors[row] = new float[] {row % 2};
        }
        kernel.load(vectors);
        TopK[] best = topKOfMany(new float[] {1}, 8, 4, null);
        assertThat(best[7].ids()).containsExactly(1, 3, 5, 7);
        assertThat(best[7].scores()).containsExactly(1f, 1f, 1f, 1f);
    }

    @ParameterizedTest
    @EnumSource(SimilarityMeasure.class)
    void givesAZeroVectorTheScoreZero(SimilarityMeasure measure) {
        kernel.load(new float[][] {{0, 0}, {3, 4}, {-3, -4}});
        TopK best = kernel.topK(new float[][] {{3, 4}}, measure, 3, null)[0];
        assertThat(best.ids()).containsExactly(1, 0, 2);
        assertThat(best.scores()[1]).isZero();
        TopK none = kernel.topK(new float[][] {{0, 0}}, measure, 3, null)[0];
        assertThat(none.ids()).containsExactly(0, 1, 2);
        assertThat(none.scores()).containsOnly(0f);
    }

    @Test
    void measuresTheCosineByHand() {
        kernel.load(new float[][] {{1, 0}, {3, 4}, {0, -2}});
        TopK best = kernel.topK(new float[][] {{6, 8}}, SimilarityMeasure.COSINE, 3, null)[0];
        assertThat(best.ids()).containsExactly(1, 0, 2);
        assertThat(best.scores()[0]).isCloseTo(1f, within());
        assertThat(best.scores()[1]).isCloseTo(0.6f, within());
        assertThat(best.scores()[2]).isCloseTo(-0.8f, within());
    }

    @Test
    void returnsWhatIsLeftWhenKIsLarger() {
        kernel.load(new float[][] {{1}, {2}, {3}});
        int[][] excluded = {{1}, {0, 1, 2}, {}};
        float[][] queries = {{1}, {1}, {1}};
        TopK[] best = kernel.topK(queries, SimilarityMeasure.INNER_PRODUCT, 1_000_000, excluded);
        assertThat(best[0].ids()).containsExactly(2, 0);
        assertThat(best[1].ids()).isEmpty();
        assertThat(best[2].ids()).containsExactly(2, 1, 0);
    }

    @Test
    void loadsAgain() {
        kernel.load(new float[][] {{1, 1}});
        kernel.load(new float[][] {{1}, {2}});
        TopK best = kernel.topK(new float[][] {{1}}, SimilarityMeasure.INNER_PRODUCT, 1, null)[0];
        assertThat(best.ids()).containsExactly(1);
    }

    @Test
    void answersNothingWhereNothingIsLoaded() {
        kernel.load(new float[0][]);
        TopK[] best = kernel.topK(new float[][] {{1}}, SimilarityMeasure.COSINE, 3, null);
        assertThat(best).hasSize(1);
        assertThat(best[0].ids()).isEmpty();
        assertThat(kernel.topK(new float[0][], SimilarityMeasure.COSINE, 3, null)).isEmpty();
    }

    @Test
    void keepsItsCopyOfTheVectors() {
        float[][] vectors = {{1}, {2}};
        kernel.load(vectors);
        vectors[0][0] = 9;
        TopK best = kernel.topK(new float[][] {{1}}, SimilarityMeasure.INNER_PRODUCT, 1, null)[0];
        assertThat(best.ids()).containsExactly(1);
    }

    @Test
    void countsCallsAndRows() {
        kernel.load(new float[][] {{1}, {2}});
        topKOfMany(new float[] {1}, 5, 1, null);
        topKOfMany(new float[] {1}, 60, 1, null);
        assertThat(use.calls()).isEqualTo(2);
        assertThat(use.rows()).isEqualTo(65);
        assertThat(use.fallbacks()).isZero();
    }

    @Test
    void refusesInputThatCannotBe() {
        assertThatThrownBy(() -> kernel.load(new float[][] {{1, 2}, {1}}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "The length (1) of vector (1) must be 2.\nMaybe a column is missing in it.");
        assertThatThrownBy(() -> kernel.load(new float[][] {{Float.NaN}}))
                .hasMessage(
                        "The number (NaN) in vector (0) must be finite and at most 1e15 in size.\nMaybe scale the vectors.");
        kernel.load(new float[][] {{1}, {2}});
        assertThatThrownBy(() -> topKOfMany(new float[] {1, 2}, 1, 1, null))
                .hasMessageStartingWith("The length (2) of query (0) must be 1.");
        assertThatThrownBy(() -> topKOfMany(new float[] {1}, 1, 0, null))
                .hasMessage("The k (0) must be 1 or more.");
        assertThatThrownBy(() -> topKOfMany(new float[] {1}, 2, 1, new int[1][]))
                .hasMessage("The number of exclusion lists (1) must be that of the queries (2).");
        assertThatThrownBy(() -> topKOfMany(new float[] {1}, 1, 1, new int[][] {{1, 0}}))
                .hasMessage("The exclusions of query (0) must ascend, but 0 follows 1.");
    }

    private void assertSameAsScalar(
            float[][] vectors,
            float[][] queries,
            SimilarityMeasure measure,
            int k,
            int[][] excluded,
            long seed) {
        try (ScalarSimilarityKernel scalar = new ScalarSimilarityKernel(new EngineUse())) {
            scalar.load(vectors);
            kernel.load(vectors);
            TopK[] expected = scalar.topK(queries, measure, k, excluded);
            TopK[] found = kernel.topK(queries, measure, k, excluded);
            for (int query = 0; query < queries.length; query++) {
                String what = "seed %d, %s, query %d".formatted(seed, measure, query);
                assertThat(found[query].ids()).as(what).isEqualTo(expected[query].ids());
                assertThat(found[query].scores()).as(what).isEqualTo(expected[query].scores());
            }
        }
    }

    private TopK[] topKOfMany(float[] query, int times, int k, int[][] excluded) {
        float[][] queries = new float[times][];
        for (int i = 0; i < times; i++) {
            queries[i] = query;
        }
        return kernel.topK(queries, SimilarityMeasure.INNER_PRODUCT, k, excluded);
    }

    /**
     * Numbers from -1 to 1 in steps of 1/16, about a third of them 0; some rows are 0 altogether.
     */
    private static float[][] grid(Random random, int rows, int d) {
        float[][] vectors = new float[rows][d];
        for (float[] vector : vectors) {
            if (random.nextInt(20) > 0) {
                for (int i = 0; i < d; i++) {
                    vector[i] = random.nextInt(3) == 0 ? 0 : (random.nextInt(33) - 16) / 16f;
                }
            }
        }
        return vectors;
    }

    private static int[][] exclusions(Random random, int queries, int rows) {
        int[][] excluded = new int[queries][];
        for (int query = 0; query < queries; query++) {
            int oneIn = 1 + random.nextInt(5);
            excluded[query] =
                    IntStream.range(0, rows).filter(row -> random.nextInt(oneIn) == 0).toArray();
        }
        return excluded;
    }

    private static org.assertj.core.data.Offset<Float> within() {
        return org.assertj.core.api.Assertions.within(1e-6f);
    }
}
