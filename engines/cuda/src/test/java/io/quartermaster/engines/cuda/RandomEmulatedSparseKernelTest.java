package io.quartermaster.engines.cuda;

import io.quartermaster.domain.engine.EngineUse;
import io.quartermaster.domain.similarity.SimilaritySettings;
import io.quartermaster.domain.similarity.SparseKernelContract;
import io.quartermaster.domain.similarity.SparseSimilarityKernel;

/** The kernel of sparse vectors on the CPU, threads of a block in random order, with sanitizers. */
class RandomEmulatedSparseKernelTest extends SparseKernelContract {

    @Override
    protected SparseSimilarityKernel open(EngineUse use) {
        return new CudaSparseKernel(
                new EmulatedDevice(Emulator.sanitized(), "random"),
                use,
                SimilaritySettings.DEFAULT);
    }
}
