package io.quartermaster.benchmarks;

import io.quartermaster.domain.similarity.SimilarityEngines;
import io.quartermaster.domain.similarity.SimilarityKernel;
import io.quartermaster.domain.similarity.SimilarityMeasure;
import io.quartermaster.domain.similarity.SimilarityRequest;
import io.quartermaster.domain.similarity.SimilaritySettings;
import io.quartermaster.domain.similarity.TopK;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Random;

/**
 * A similarity engine with selection against OpenBLAS' sgemm alone: 256 queries, 100,000 vectors, d
 * 128, k 100, inner product, one thread. Rounds take turns, and the best of each counts, in time
 * that the thread had a processor: both are alone on it, so a busy machine troubles both alike.
 */
final class SimilarityKernels implements Figure {

    private static final int QUERIES = 256;
    private static final int ROWS = 100_000;
    private static final int DIMENSIONS = 128;
    private static final SimilarityRequest REQUEST =
            SimilarityRequest.best(100, SimilarityMeasure.INNER_PRODUCT);
    private static final int ROUNDS = 12;
    private static final double GIGA = 1e9;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final String engine;
    private final int percentAsked;

    /**
     * @param percentAsked of the peer's operations a second
     */
    SimilarityKernels(String engine, int percentAsked) {
        this.engine = engine;
        this.percentAsked = percentAsked;
    }

    @Override
    public String name() {
        return "similarity-" + engine;
    }

    @Override
    public String asked() {
        return "at least %d %% of OpenBLAS' sgemm alone, 256 x 100,000, d 128, k 100, one thread, selection included"
                .formatted(percentAsked);
    }

    @Override
    public String command() {
        return "benchmarks/run " + name();
    }

    @Override
    public Reached measure(Workshop workshop) {
        Random random = new Random(DIMENSIONS);
        float[][] vectors = gaussian(random, ROWS, DIMENSIONS);
        float[][] queries = gaussian(random, QUERIES, DIMENSIONS);
        try (SimilarityKernel kernel = SimilarityEngines.open(SimilaritySettings.of(engine));
                OpenBlas peer = new OpenBlas(queries, vectors)) {
            kernel.load(vectors);
            double own = Double.MAX_VALUE;
            double others = Double.MAX_VALUE;
            for (int round = 0; round < ROUNDS; round++) {
                own = Math.min(own, seconds(() -> kernel.topK(queries, REQUEST)));
                others = Math.min(others, seconds(peer::multiplyRows));
                others = Math.min(others, seconds(peer::multiplyTurned));
            }
            checkAgainst(peer, kernel.topK(queries, REQUEST));
            checkAgainstScalar(vectors, queries, kernel.topK(queries, REQUEST));
            return reached(own, others);
        }
    }

    private Reached reached(double own, double others) {
        double operations = 2.0 * QUERIES * ROWS * DIMENSIONS / GIGA;
        return Reached.of(
                "%.0f ms, %.1f GFLOP/s".formatted(own * 1e3, operations / own),
                "%.0f %% of OpenBLAS (%.0f ms, %.1f GFLOP/s)"
                        .formatted(100 * others / own, others * 1e3, operations / others),
                100 * others / own >= percentAsked);
    }

    private static void checkAgainst(OpenBlas peer, TopK[] best) {
        for (int query = 0; query < QUERIES; query++) {
            for (int i = 0; i < best[query].ids().length; i++) {
                float product = peer.product(query, best[query].ids()[i]);
                if (Math.abs(product - best[query].scores()[i]) > 1e-3) {
                    throw new IllegalStateException(
                            "The score of query %d, place %d, is not the peer's."
                                    .formatted(query, i));
                }
            }
        }
    }

    private static void checkAgainstScalar(float[][] vectors, float[][] queries, TopK[] best) {
        try (SimilarityKernel scalar = SimilarityEngines.open(SimilaritySettings.of("scalar"))) {
            scalar.load(vectors);
            TopK[] truth = scalar.topK(queries, REQUEST);
            for (int query = 0; query < QUERIES; query++) {
                if (!Arrays.equals(truth[query].ids(), best[query].ids())
                        || !Arrays.equals(truth[query].scores(), best[query].scores())) {
                    throw new IllegalStateException(
                            "The list of query %d is not the scalar kernel's.".formatted(query));
                }
            }
        }
    }

    private static double seconds(Runnable work) {
        long start = THREADS.getCurrentThreadCpuTime();
        work.run();
        return (THREADS.getCurrentThreadCpuTime() - start) / GIGA;
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
}
