package io.quartermaster.benchmarks;

import io.quartermaster.domain.similarity.SimilarityEngines;
import io.quartermaster.domain.similarity.SimilarityKernel;
import io.quartermaster.domain.similarity.SimilarityMeasure;
import io.quartermaster.domain.similarity.SimilarityRequest;
import io.quartermaster.domain.similarity.SimilaritySettings;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Random;

/**
 * The CPU engines against the scalar loop at many sizes, the smallest too: the matrix loaded, then
 * twenty calls, or as many as can be measured. The worst ratio of each engine is told.
 */
final class SimilaritySizes implements Figure {

    private static final int[] ROWS = {1, 10, 63, 64, 100, 513, 2_000, 20_000};
    private static final int[] DIMENSIONS = {1, 8, 32, 129};
    private static final int[] QUERIES = {1, 3, 64};
    private static final String[] ENGINES = {"scalar", "vector", "panel"};
    private static final int FEWEST_CALLS = 20;

    /** Products that take long enough to be measured. */
    private static final long PRODUCTS = 2_000_000;

    private static final int ROUNDS = 5;

    /** What two measurements of the same loop may differ by. */
    private static final double NOISE = 0.8;

    /** Seconds of a call below which two are not told apart. */
    private static final double TELLABLE = 5e-8;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    @Override
    public String name() {
        return "similarity-sizes";
    }

    @Override
    public String asked() {
        return "vector and panel never slower than scalar (0.8 of it and 50 ns a call are noise), 96 sizes of 1 to 20,000 rows";
    }

    @Override
    public String command() {
        return "benchmarks/run similarity-sizes";
    }

    /** Goes over all sizes twice; the first time warms up. */
    @Override
    public Reached measure(Workshop workshop) {
        worst();
        Worst[] worst = worst();
        return Reached.of(
                "worst of vector %s, of panel %s".formatted(worst[1], worst[2]),
                "x scalar",
                worst[1].ratio >= NOISE && worst[2].ratio >= NOISE);
    }

    private static Worst[] worst() {
        Worst[] worst = new Worst[ENGINES.length];
        Arrays.fill(worst, new Worst(Double.MAX_VALUE, ""));
        for (int rows : ROWS) {
            for (int d : DIMENSIONS) {
                for (int queries : QUERIES) {
                    double[] seconds = seconds(rows, d, queries);
                    for (int i = 1; i < ENGINES.length; i++) {
                        double ratio = seconds[0] / seconds[i];
                        if (ratio < worst[i].ratio) {
                            worst[i] = new Worst(ratio, queries + " x " + rows + ", d " + d);
                        }
                    }
                }
            }
        }
        return worst;
    }

    private static double[] seconds(int rows, int d, int queries) {
        Random random = new Random(rows + d);
        float[][] vectors = SimilarityKernels.gaussian(random, rows, d);
        float[][] asked = SimilarityKernels.gaussian(random, queries, d);
        double[] best = new double[ENGINES.length];
        Arrays.fill(best, Double.MAX_VALUE);
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < ENGINES.length; i++) {
                best[i] = Math.min(best[i], seconds(ENGINES[i], vectors, asked));
            }
        }
        return best;
    }

    /** Of a call, its part of the loading included. */
    private static double seconds(String engine, float[][] vectors, float[][] queries) {
        SimilarityRequest request = SimilarityRequest.best(10, SimilarityMeasure.COSINE);
        long products = (long) vectors.length * (vectors[0].length + 20) * queries.length;
        long calls = Math.max(FEWEST_CALLS, PRODUCTS / products / FEWEST_CALLS);
        try (SimilarityKernel kernel = SimilarityEngines.open(SimilaritySettings.of(engine))) {
            long start = THREADS.getCurrentThreadCpuTime();
            kernel.load(vectors);
            for (long call = 0; call < calls; call++) {
                kernel.topK(queries, request);
            }
            return (THREADS.getCurrentThreadCpuTime() - start) / 1e9 / calls + TELLABLE;
        }
    }

    private record Worst(double ratio, String where) {

        @Override
        public String toString() {
            return "%.2f (%s)".formatted(ratio, where);
        }
    }
}
