package io.quartermaster.engines.cuda;

import static org.assertj.core.api.Assertions.assertThat;

import io.quartermaster.domain.engine.EngineUse;
import io.quartermaster.domain.similarity.ScalarSimilarityKernel;
import io.quartermaster.domain.similarity.ScalarSparseKernel;
import io.quartermaster.domain.similarity.SimilarityKernel;
import io.quartermaster.domain.similarity.SimilarityMeasure;
import io.quartermaster.domain.similarity.SimilarityRequest;
import io.quartermaster.domain.similarity.SimilaritySettings;
import io.quartermaster.domain.similarity.SparseSimilarityKernel;
import io.quartermaster.domain.similarity.SparseVector;
import io.quartermaster.domain.similarity.TopK;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The emulation is worth its name only if it notices faults: each of these is put in, and seen. */
class EmulationTest {

    private static final long SEED = 5;

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "barrier before the tiles are written| __syncthreads();| 0| ",
                "barrier before the tiles are read| __syncthreads();| 1| ",
                "barrier before the lists are written| __syncthreads();| 2| ",
                "barrier before a turned tile is written| __syncthreads();| 3| ",
                "barrier before sparse sums are added to| __syncthreads();| 4| ",
                "barrier between two indexes of a sparse query| __syncthreads();| 5| ",
                "barrier before sparse sums are cleared| __syncthreads();| 6| ",
                "barrier between reading and writing a list| __syncwarp();| 0| ",
                "barrier before staged scores are read| __syncwarp();| 3| ",
                "ties by the lower id| ~static_cast<unsigned>(row)| 0| static_cast<unsigned>(row)",
                "last row of a split| row < split_end ? competing| 0| row < split_end - 1 ? competing",
                "last row of a sparse split| row < split_end ? competing| 1| row < split_end - 1 ? competing",
                "last pass of a large k| below[query] = joined[k - 1]| 0| below[query] = joined[k - 2]",
                "end of a list of exclusions| at < end && wanted| 0| at + 1 < end && wanted"
            },
            delimiter = '|')
    void noticesAFault(String fault, String text, int which, String instead) throws IOException {
        String source = Files.readString(Emulator.SOURCE);
        int at = source.indexOf(text.trim());
        for (int i = 0; i < which; i++) {
            at = source.indexOf(text.trim(), at + 1);
        }
        String replacement = instead == null ? "" : instead.trim();
        String faulty =
                source.substring(0, at) + replacement + source.substring(at + text.trim().length());
        Path emulator = Emulator.executable(faulty, "fault-" + fault.replace(' ', '-'));
        assertThat(
                        Stream.of("forward", "reverse", "random")
                                .allMatch(order -> isRight(emulator, order)))
                .as("%s: all orders right, seed %d", fault, SEED)
                .isFalse();
    }

    private static boolean isRight(Path emulator, String order) {
        try {
            return denseIsRight(emulator, order) && sparseIsRight(emulator, order);
        } catch (AssertionError deadlock) {
            return false;
        }
    }

    private static boolean denseIsRight(Path emulator, String order) {
        Random random = new Random(SEED);
        float[][] vectors = grid(random, 400, 37);
        float[][] queries = grid(random, 16, 37);
        SimilarityRequest request =
                SimilarityRequest.best(140, SimilarityMeasure.INNER_PRODUCT)
                        .without(everyFourth(queries.length, vectors.length));
        try (SimilarityKernel scalar = new ScalarSimilarityKernel(new EngineUse());
                SimilarityKernel kernel =
                        new CudaSimilarityKernel(
                                new EmulatedDevice(emulator, order),
                                new EngineUse(),
                                SimilaritySettings.DEFAULT)) {
            scalar.load(vectors);
            kernel.load(vectors);
            return areSame(scalar.topK(queries, request), kernel.topK(queries, request));
        }
    }

    private static boolean sparseIsRight(Path emulator, String order) {
        Random random = new Random(SEED);
        SparseVector[] vectors =
                Stream.of(grid(random, 4_400, 9))
                        .map(SparseVector::of)
                        .toArray(SparseVector[]::new);
        vectors[vectors.length - 1] = SparseVector.of(new float[] {9, 9, 9, 9, 9, 9, 9, 9, 9});
        SparseVector[] queries = Arrays.copyOf(vectors, 9);
        queries[8] = vectors[vectors.length - 1];
        SimilarityRequest request = SimilarityRequest.best(20, SimilarityMeasure.INNER_PRODUCT);
        try (SparseSimilarityKernel scalar = new ScalarSparseKernel(new EngineUse());
                SparseSimilarityKernel kernel =
                        new CudaSparseKernel(
                                new EmulatedDevice(emulator, order),
                                new EngineUse(),
                                SimilaritySettings.DEFAULT)) {
            scalar.load(vectors);
            kernel.load(vectors);
            return areSame(scalar.topK(queries, request), kernel.topK(queries, request));
        }
    }

    private static boolean areSame(TopK[] expected, TopK[] found) {
        return Arrays.equals(
                Stream.of(expected).map(TopK::ids).toArray(int[][]::new),
                Stream.of(found).map(TopK::ids).toArray(int[][]::new),
                Arrays::compare);
    }

    private static int[][] everyFourth(int queries, int rows) {
        int[] excluded = IntStream.range(0, rows / 4).map(i -> 4 * i).toArray();
        int[][] lists = new int[queries][];
        Arrays.fill(lists, excluded);
        return lists;
    }

    private static float[][] grid(Random random, int rows, int d) {
        float[][] vectors = new float[rows][d];
        for (float[] vector : vectors) {
            for (int i = 0; i < d; i++) {
                vector[i] = (random.nextInt(5) - 2) / 16f;
            }
        }
        return vectors;
    }
}
