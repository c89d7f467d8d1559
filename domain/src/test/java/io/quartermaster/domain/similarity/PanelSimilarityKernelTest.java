package io.quartermaster.domain.similarity;

import io.quartermaster.domain.engine.EngineUse;

class PanelSimilarityKernelTest extends TurnedKernelContract {

    @Override
    protected SimilarityKernel open(EngineUse use, int threads) {
        return TurnedSimilarityKernel.panel(use, threads);
    }
}
