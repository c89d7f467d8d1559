package io.quartermaster.benchmarks;

import java.util.List;

/** What is claimed of similarity on a CPU. */
final class SimilarityFigures {

    private static final int PANEL_PERCENT = 35;
    private static final int VECTOR_PERCENT = 70;

    private SimilarityFigures() {}

    static List<Figure> all() {
        return List.of(
                new SimilarityKernels("panel", PANEL_PERCENT),
                new SimilarityKernels("vector", VECTOR_PERCENT),
                new SimilarityThreads(),
                new SimilaritySizes());
    }
}
