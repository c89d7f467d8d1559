package io.quartermaster.domain.similarity;

import io.quartermaster.domain.engine.EngineStatus;
import io.quartermaster.domain.engine.EngineUse;

/**
 * Opens {@link TurnedSimilarityKernel}s in plain loops that the compiler vectorises, there on every
 * machine.
 */
public final class PanelSimilarityEngine implements SimilarityEngine {

    private static final EngineUse USE = new EngineUse();

    @Override
    public String name() {
        return "panel";
    }

    @Override
    public EngineStatus probe() {
        return EngineStatus.available(name(), System.getProperty("java.version", ""), "cpu");
    }

    @Override
    public SimilarityKernel open(SimilaritySettings settings) {
        return TurnedSimilarityKernel.panel(USE, settings.threads());
    }

    @Override
    public SparseSimilarityKernel openSparse(SimilaritySettings settings) {
        return new PostingsSparseKernel(name(), USE, settings.threads());
    }

    @Override
    public EngineUse use() {
        return USE;
    }
}
