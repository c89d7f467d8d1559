package io.quartermaster.domain.similarity;

import io.quartermaster.domain.engine.EngineStatus;
import io.quartermaster.domain.engine.EngineUse;

/**
 * Opens {@link ScalarSimilarityKernel}s: the plain loop that is the truth, there on every machine.
 */
public final class ScalarSimilarityEngine implements SimilarityEngine {

    private static final EngineUse USE = new EngineUse();

    @Override
    public String name() {
        return "scalar";
    }

    @Override
    public EngineStatus probe() {
        return EngineStatus.available(name(), System.getProperty("java.version", ""), "cpu");
    }

    @Override
    public SimilarityKernel open(SimilaritySettings settings) {
        return new ScalarSimilarityKernel(USE);
    }

    @Override
    public SparseSimilarityKernel openSparse(SimilaritySettings settings) {
        return new ScalarSparseKernel(USE);
    }

    @Override
    public EngineUse use() {
        return USE;
    }
}
