package io.quartermaster.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import io.quartermaster.domain.similarity.SimilarityEngines;
import io.quartermaster.domain.similarity.SimilarityKernel;
import io.quartermaster.domain.similarity.SimilarityMeasure;
import io.quartermaster.domain.similarity.SimilarityRequest;
import io.quartermaster.domain.similarity.SimilaritySettings;
import java.lang.management.ManagementFactory;
import java.util.Random;

/**
 * Two threads of the best CPU engine against one, in wall time: 256 queries, 100,000 vectors, d
 * 128, k 100. Rounds take turns, and the best of each counts. Wall time says little on a busy
 * machine, so the processor time of both threads together is told beside it: where it is that of
 * one thread, two that have a core each take half the time.
 */
final class SimilarityThreads implements Figure {

    private static final int QUERIES = 256;
    private static final int ROWS = 100_000;
    private static final int DIMENSIONS = 128;
    private static final int ROUNDS = 20;
    private static final double ASKED = 1.8;
    private static final OperatingSystemMXBean MACHINE =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    @Override
    public String name() {
        return "similarity-threads";
    }

    @Override
    public String asked() {
        return "two threads at least 1.8 times one, 256 x 100,000, d 128, k 100";
    }

    @Override
    public String command() {
        return "benchmarks/run similarity-threads";
    }

    @Override
    public Reached measure(Workshop workshop) {
        Random random = new Random(DIMENSIONS);
        float[][] vectors = SimilarityKernels.gaussian(random, ROWS, DIMENSIONS);
        float[][] queries = SimilarityKernels.gaussian(random, QUERIES, DIMENSIONS);
        SimilaritySettings settings = SimilaritySettings.of("vector");
        try (SimilarityKernel one = SimilarityEngines.open(settings);
                SimilarityKernel two = SimilarityEngines.open(settings.withThreads(2))) {
            one.load(vectors);
            two.load(vectors);
            Times ofOne = new Times(Double.MAX_VALUE, Double.MAX_VALUE);
            Times ofTwo = ofOne;
            for (int round = 0; round < ROUNDS; round++) {
                ofOne = ofOne.best(times(one, queries));
                ofTwo = ofTwo.best(times(two, queries));
            }
            return Reached.of(
                    "%.0f ms with one thread, %.0f ms with two; processor time %.0f and %.0f ms"
                            .formatted(ofOne.wall, ofTwo.wall, ofOne.processor, ofTwo.processor),
                    "%.2f x one thread".formatted(ofOne.wall / ofTwo.wall),
                    ofOne.wall / ofTwo.wall >= ASKED);
        }
    }

    private static Times times(SimilarityKernel kernel, float[][] queries) {
        long processor = MACHINE.getProcessCpuTime();
        long start = System.nanoTime();
        kernel.topK(queries, SimilarityRequest.best(100, SimilarityMeasure.INNER_PRODUCT));
        double wall = (System.nanoTime() - start) / 1e6;
        return new Times(wall, (MACHINE.getProcessCpuTime() - processor) / 1e6);
    }

    /** Milliseconds of a call. */
    private record Times(double wall, double processor) {

        Times best(Times other) {
            return new Times(Math.min(wall, other.wall), Math.min(processor, other.processor));
        }
    }
}
