package io.quartermaster.engines.cuda;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quartermaster.domain.engine.EngineStatus;
import io.quartermaster.domain.engine.EngineUse;
import io.quartermaster.domain.similarity.SimilaritySettings;
import io.quartermaster.domain.similarity.SparseKernelContract;
import io.quartermaster.domain.similarity.SparseSimilarityKernel;

/** The kernel of sparse vectors on the machine's own device, where there is one. */
class DeviceSparseKernelTest extends SparseKernelContract {

    @Override
    protected SparseSimilarityKernel open(EngineUse use) {
        EngineStatus status = new CudaSimilarityEngine().probe();
        assumeTrue(status.available(), "skipped: " + status.reason());
        return new CudaSparseKernel(
                JCudaDevice.open(SimilarityPtx.terminated()), use, SimilaritySettings.DEFAULT);
    }
}
