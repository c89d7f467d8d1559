package io.quartermaster.engines.cuda;

import static org.assertj.core.api.Assertions.assertThat;

import io.quartermaster.domain.engine.EngineUse;
import io.quartermaster.domain.similarity.ScalarSimilarityKernel;
import io.quartermaster.domain.similarity.SimilarityKernel;
import io.quartermaster.domain.similarity.SimilarityMeasure;
import io.quartermaster.domain.similarity.SimilarityRequest;
import io.quartermaster.domain.similarity.TopK;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
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
                "barrier between reading and writing a list| __syncwarp();| 0| ",
                "ties by the lower id| ~static_cast<unsigned>(row)| 0| static_cast<unsigned>(row)",
                "last row of a split| row < split_end ? matrix| 0| row < split_end - 1 ? matrix"
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
        Random random = new Random(SEED);
        float[][] vectors = grid(random, 400, 37);
        float[][] queries = grid(random, 16, 37);
        ScalarSimilarityKernel scalar = new ScalarSimilarityKernel(new EngineUse());
        scalar.load(vectors);
        SimilarityRequest request = SimilarityRequest.best(20, SimilarityMeasure.INNER_PRODUCT);
        TopK[] expected = scalar.topK(queries, request);
        try (SimilarityKernel kernel =
                new CudaSimilarityKernel(new EmulatedDevice(emulator, order), new EngineUse())) {
            kernel.load(vectors);
            TopK[] found = kernel.topK(queries, request);
            return Arrays.equals(
                    Stream.of(expected).map(TopK::ids).toArray(int[][]::new),
                    Stream.of(found).map(TopK::ids).toArray(int[][]::new),
                    Arrays::compare);
        } catch (AssertionError deadlock) {
            return false;
        }
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
