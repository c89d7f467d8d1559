package io.quartermaster.engines.cuda;

import io.quartermaster.domain.engine.EngineUse;
import io.quartermaster.domain.similarity.SimilarityKernel;
import io.quartermaster.domain.similarity.SimilarityKernelContract;

/** The kernel's source on the CPU, threads of a block in random order. */
class RandomEmulatedCudaKernelTest extends SimilarityKernelContract {

    @Override
    protected SimilarityKernel open(EngineUse use) {
        return new CudaSimilarityKernel(new EmulatedDevice("random"), use);
    }
}
