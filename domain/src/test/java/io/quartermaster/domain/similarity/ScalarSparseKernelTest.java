package io.quartermaster.domain.similarity;

import io.quartermaster.domain.engine.EngineUse;

class ScalarSparseKernelTest extends SparseKernelContract {

    @Override
    protected SparseSimilarityKernel open(EngineUse use) {
        return new ScalarSparseKernel(use);
    }
}
