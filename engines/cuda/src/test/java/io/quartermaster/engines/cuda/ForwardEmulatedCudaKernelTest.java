package io.quartermaster.engines.cuda;

import io.quartermaster.domain.engine.EngineUse;
import io.quartermaster.domain.similarity.SimilarityKernel;
import io.quartermaster.domain.similarity.SimilarityKernelContract;
import io.quartermaster.domain.similarity.SimilaritySettings;

/** The kernel's source on the CPU, threads of a block in forward order. */
class ForwardEmulatedCudaKernelTest extends SimilarityKernelContract {

    @Override
    protected SimilarityKernel open(EngineUse use) {
        return new CudaSimilarityKernel(
                new EmulatedDevice("forward"), use, SimilaritySettings.DEFAULT);
    }
}
