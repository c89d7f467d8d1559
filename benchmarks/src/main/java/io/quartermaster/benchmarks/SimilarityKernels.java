package io.quartermaster.benchmarks;

import io.quartermaster.domain.engine.EngineUse;
import io.quartermaster.domain.similarity.ScalarSimilarityKernel;
import io.quartermaster.domain.similarity.SimilarityKernel;
import io.quartermaster.domain.similarity.SimilarityMeasure;
import io.quartermaster.domain.similarity.SimilarityRequest;
import io.quartermaster.domain.similarity.TurnedSimilarityKernel;
import java.util.Random;

/**
 * The panel kernel against the scalar one: 256 queries, 100,000 vectors, k 100, inner product,
 * selection included, one thread. The best of three rounds of each, after one to warm up.
 */
final class SimilarityKernels implements Figure {

    private static final int QUERIES = 256;
    private static final int ROWS = 100_000;
    private static final int K = 100;
    private static final int ROUNDS = 3;
    private static final int[] DIMENSIONS = {64, 128};
    private static final double RATIO_ASKED = 5;

    @Override
    public String name() {
        return "similarity-panel";
    }

    @Override
    public String asked() {
        return "at least 5 times the scalar kernel at 256 x 100,000, d 64 and 128, k 100";
    }

    @Override
    public String command() {
        return "benchmarks/run similarity-panel";
    }

    @Override
    public Reached measure(Workshop workshop) {
        return compare();
    }

    private Reached compare() {
        StringBuilder value = new StringBuilder();
        StringBuilder ratios = new StringBuilder();
        boolean met = true;
        for (int d : DIMENSIONS) {
            Random random = new Random(d);
            float[][] vectors = gaussian(random, ROWS, d);
            float[][] queries = gaussian(random, QUERIES, d);
            double panel =
                    millis(TurnedSimilarityKernel.panel(new EngineUse(), 1), vectors, queries);
            double scalar = millis(new ScalarSimilarityKernel(new EngineUse()), vectors, queries);
            String separator = value.isEmpty() ? "" : ", ";
            value.append("%sd %d: %.0f ms".formatted(separator, d, panel));
            ratios.append("%s%.1f x scalar".formatted(separator, scalar / panel));
            met &= scalar / panel >= RATIO_ASKED;
        }
        return Reached.of(value.toString(), ratios.toString(), met);
    }

    private static double millis(SimilarityKernel kernel, float[][] vectors, float[][] queries) {
        try (kernel) {
            kernel.load(vectors);
            double best = Double.MAX_VALUE;
            for (int round = 0; round <= ROUNDS; round++) {
                long start = System.nanoTime();
                kernel.topK(queries, SimilarityRequest.best(K, SimilarityMeasure.INNER_PRODUCT));
                double took = (System.nanoTime() - start) / 1e6;
                best = round == 0 ? best : Math.min(best, took);
            }
            return best;
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
