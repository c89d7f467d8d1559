package io.quartermaster.domain.similarity;

import io.quartermaster.domain.engine.EngineUse;

class PostingsSparseKernelTest extends SparseKernelContract {

    @Override
    protected SparseSimilarityKernel open(EngineUse use) {
        return new PostingsSparseKernel("panel", use, 3);
    }
}
