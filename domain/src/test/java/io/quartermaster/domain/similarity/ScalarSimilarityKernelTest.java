package io.quartermaster.domain.similarity;

import io.quartermaster.domain.engine.EngineUse;

class ScalarSimilarityKernelTest extends SimilarityKernelContract {

    @Override
    protected SimilarityKernel open(EngineUse use) {
        return new ScalarSimilarityKernel(use);
    }
}
