package io.quartermaster.domain.similarity;

import static org.assertj.core.api.Assertions.assertThat;

import io.quartermaster.domain.engine.EngineUse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What every kernel promises. Numbers lie on a grid of 1/16, so that sums are exact in any order
 * and ids must be identical to the scalar kernel's, ties included.
 */
public abstract class SimilarityKernelContract extends SimilarityRefusalContract {

    @ParameterizedTest(name = "{0} rows, {1} queries, d {2}, k {3}, seed {4}")
    @CsvSource({
        "1, 1, 1, 1, 11",
        "2, 7, 3, 5, 12",
        "63, 6, 33, 10, 13",
        "65, 9, 33, 3, 14",
        "127, 16, 16, 128, 15",
        "129, 17, 15, 129, 16",
        "511, 3, 8, 1, 17",
        "513, 8, 31, 100, 18",
        "1025, 33, 9, 10, 19",
        "700, 3, 1, 300, 20",
        "300, 8, 127, 7, 21",
        "1100, 2, 3, 1024, 22",
        "70, 5, 1024, 9, 23"
    })
    void selectsWhatTheScalarKernelSelects(int rows, int queries, int d, int k, long seed) {
        Random random = new Random(seed);
        float[][] vectors = grid(random, rows, d);
        float[][] asked = grid(random, queries, d);
        int[][] excluded = exclusions(random, queries, rows);
        float[] bonus = grid(random, 1, rows)[0];
        boolean[] valid = marks(random, rows);
        for (SimilarityMeasure measure : SimilarityMeasure.values()) {
            SimilarityRequest plain = SimilarityRequest.best(k, measure);
            assertSameAsScalar(vectors, asked, plain, seed);
            assertSameAsScalar(vectors, asked, plain.without(excluded), seed);
            assertSameAsScalar(vectors, asked, plain.plus(bonus), seed);
            assertSameAsScalar(vectors, asked, plain.among(valid), seed);
            assertSameAsScalar(
                    vectors, asked, plain.among(valid).plus(bonus).without(excluded), seed);
        }
    }

    @Test
    void addsTheBonusBeforeItSelects() {
        kernel.load(new float[][] {{3}, {2}, {1}});
        SimilarityRequest request =
                SimilarityRequest.best(2, SimilarityMeasure.INNER_PRODUCT)
                        .plus(new float[] {-4, 0, 5})
                        .among(new boolean[] {true, true, true});
        TopK best = kernel.topK(new float[][] {{1}}, request)[0];
        assertThat(best.ids()).containsExactly(2, 1);
        assertThat(best.scores()).containsExactly(6f, 2f);
    }

    @Test
    void selectsNoIdThatIsNotValid() {
        kernel.load(new float[][] {{3}, {2}, {1}});
        SimilarityRequest request =
                SimilarityRequest.best(3, SimilarityMeasure.INNER_PRODUCT)
                        .among(new boolean[] {false, true, false});
        assertThat(kernel.topK(new float[][] {{-1}}, request)[0].ids()).containsExactly(1);
    }

    @Test
    void answersAfterChangesAsAMatrixLoadedAtOnce() {
        long seed = 24;
        Random random = new Random(seed);
        float[][] now = gaussian(random, 300, 21);
        float[][] asked = gaussian(random, 9, 21);
        kernel.load(now);
        SimilarityRequest request = SimilarityRequest.best(40, SimilarityMeasure.COSINE);
        kernel.topK(asked, request);
        for (int step = 0; step < 6; step++) {
            now = change(random, now);
            String what = "seed %d, step %d".formatted(seed, step);
            try (SimilarityKernel rebuilt = open(new EngineUse());
                    SimilarityKernel restored = open(new EngineUse())) {
                rebuilt.load(now);
                TopK[] expected = rebuilt.topK(asked, request);
                assertSame(kernel.topK(asked, request), expected, what);
                List<MatrixPart> parts = new ArrayList<>(kernel.snapshot());
                Collections.shuffle(parts, random);
                restored.restore(parts);
                assertThat(restored.version()).isEqualTo(kernel.version());
                assertSame(restored.topK(asked, request), expected, what + ", restored");
            }
        }
    }

    @Test
    void keepsIdsWhenOthersComeAndGo() {
        kernel.load(new float[][] {{1}, {2}, {3}});
        kernel.delete(1);
        kernel.upsert(new int[] {3}, new float[][] {{4}});
        assertThat(topKOfMany(new float[] {1}, 1, 9, null)[0].ids()).containsExactly(3, 2, 0);
        kernel.upsert(new int[] {1, 0}, new float[][] {{5}, {0}});
        assertThat(topKOfMany(new float[] {1}, 1, 9, null)[0].ids()).containsExactly(1, 3, 2, 0);
    }

    @Test
    void startsEmptyAndCanBecomeSoAgain() {
        kernel.upsert(new int[] {0, 1}, new float[][] {{1, 1}, {2, 2}});
        kernel.delete(0, 1);
        assertThat(topKOfMany(new float[] {1}, 1, 9, null)[0].ids()).isEmpty();
        kernel.upsert(new int[] {1}, new float[][] {{7}});
        assertThat(topKOfMany(new float[] {1}, 1, 9, null)[0].ids()).containsExactly(1);
    }

    @Test
    void raisesItsVersionWithEveryChange() {
        long before = kernel.version();
        kernel.load(new float[][] {{1}, {2}});
        long loaded = kernel.version();
        kernel.upsert(new int[] {1}, new float[][] {{3}});
        long upserted = kernel.version();
        kernel.delete(0);
        long deleted = kernel.version();
        assertThat(new long[] {before, loaded, upserted, deleted})
                .isSorted()
                .doesNotHaveDuplicates();
        kernel.delete(0);
        topKOfMany(new float[] {1}, 1, 9, null);
        assertThat(kernel.version()).as("nothing changed").isEqualTo(deleted);
    }

    @ParameterizedTest
    @EnumSource(SimilarityMeasure.class)
    void scoresPairsAsItScoresLists(SimilarityMeasure measure) {
        long seed = 25;
        Random random = new Random(seed);
        kernel.load(gaussian(random, 90, 33));
        float[][] asked = gaussian(random, 7, 33);
        TopK[] best = kernel.topK(asked, SimilarityRequest.best(30, measure));
        int[] queries = IntStream.range(0, 7 * 30).map(pair -> pair / 30).toArray();
        int[] ids = Stream.of(best).flatMapToInt(one -> Arrays.stream(one.ids())).toArray();
        float[] scores = kernel.scores(asked, new SimilarityPairs(measure, queries, ids));
        for (int pair = 0; pair < ids.length; pair++) {
            assertThat(scores[pair])
                    .as("seed %d, pair %d", seed, pair)
                    .isEqualTo(best[pair / 30].scores()[pair % 30]);
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
        TopK best = kernel.topK(new float[][] {{3, 4}}, SimilarityRequest.best(3, measure))[0];
        assertThat(best.ids()).containsExactly(1, 0, 2);
        assertThat(best.scores()[1]).isZero();
        TopK none = kernel.topK(new float[][] {{0, 0}}, SimilarityRequest.best(3, measure))[0];
        assertThat(none.ids()).containsExactly(0, 1, 2);
        assertThat(none.scores()).containsOnly(0f);
    }

    @Test
    void measuresTheCosineByHand() {
        kernel.load(new float[][] {{1, 0}, {3, 4}, {0, -2}});
        TopK best = kernel.topK(new float[][] {{6, 8}}, COSINE_3)[0];
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
        TopK[] best =
                kernel.topK(
                        queries,
                        SimilarityRequest.best(1024, SimilarityMeasure.INNER_PRODUCT)
                                .without(excluded));
        assertThat(best[0].ids()).containsExactly(2, 0);
        assertThat(best[1].ids()).isEmpty();
        assertThat(best[2].ids()).containsExactly(2, 1, 0);
    }

    @Test
    void loadsAgain() {
        kernel.load(new float[][] {{1, 1}});
        kernel.load(new float[][] {{1}, {2}});
        TopK best = topKOfMany(new float[] {1}, 1, 1, null)[0];
        assertThat(best.ids()).containsExactly(1);
    }

    @Test
    void answersNothingWhereNothingIsLoaded() {
        kernel.load(new float[0][]);
        TopK[] best = kernel.topK(new float[][] {{1}}, COSINE_3);
        assertThat(best).hasSize(1);
        assertThat(best[0].ids()).isEmpty();
        assertThat(kernel.topK(new float[0][], COSINE_3)).isEmpty();
    }

    @Test
    void keepsItsCopyOfTheVectors() {
        float[][] vectors = {{1}, {2}};
        kernel.load(vectors);
        vectors[0][0] = 9;
        TopK best = topKOfMany(new float[] {1}, 1, 1, null)[0];
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

    private void assertSameAsScalar(
            float[][] vectors, float[][] queries, SimilarityRequest request, long seed) {
        try (ScalarSimilarityKernel scalar = new ScalarSimilarityKernel(new EngineUse())) {
            scalar.load(vectors);
            kernel.load(vectors);
            String what = "seed %d, %s".formatted(seed, request.measure());
            assertSame(kernel.topK(queries, request), scalar.topK(queries, request), what);
        }
    }

    private static void assertSame(TopK[] found, TopK[] expected, String what) {
        assertThat(found).hasSameSizeAs(expected);
        for (int query = 0; query < expected.length; query++) {
            String which = what + ", query " + query;
            assertThat(found[query].ids()).as(which).isEqualTo(expected[query].ids());
            assertThat(found[query].scores()).as(which).isEqualTo(expected[query].scores());
        }
    }

    /** Some vectors change, some go, some come: in the kernel, and in the copy that is returned. */
    private float[][] change(Random random, float[][] before) {
        int added = random.nextInt(40);
        float[][] after = Arrays.copyOf(before, before.length + added);
        int[] places = IntStream.range(0, after.length).toArray();
        int[] gone = Arrays.stream(places).filter(id -> random.nextInt(15) == 0).toArray();
        kernel.delete(gone);
        Arrays.stream(gone).forEach(id -> after[id] = null);
        int[] changed =
                Arrays.stream(places)
                        .filter(id -> id >= before.length || random.nextInt(20) == 0)
                        .toArray();
        float[][] vectors = gaussian(random, changed.length, 21);
        kernel.upsert(changed, vectors);
        for (int i = 0; i < changed.length; i++) {
            after[changed[i]] = vectors[i];
        }
        return after;
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

    static float[][] gaussian(Random random, int rows, int d) {
        float[][] vectors = new float[rows][d];
        for (float[] vector : vectors) {
            for (int i = 0; i < d; i++) {
                vector[i] = (float) random.nextGaussian();
            }
        }
        return vectors;
    }

    private static boolean[] marks(Random random, int rows) {
        boolean[] marks = new boolean[rows];
        for (int row = 0; row < rows; row++) {
            marks[row] = random.nextInt(3) > 0;
        }
        return marks;
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
