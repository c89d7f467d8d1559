package io.quartermaster.domain.similarity;

import io.quartermaster.domain.engine.EngineStatus;
import io.quartermaster.domain.engine.EngineUse;

/** Opens {@link PanelSimilarityKernel}s: the vectorised CPU twin, there on every machine. */
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
    public SimilarityKernel open() {
        return new PanelSimilarityKernel(USE);
    }

    @Override
    public EngineUse use() {
        return USE;
    }
}
