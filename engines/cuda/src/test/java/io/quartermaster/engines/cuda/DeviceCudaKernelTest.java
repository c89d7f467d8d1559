package io.quartermaster.engines.cuda;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quartermaster.domain.engine.EngineStatus;
import io.quartermaster.domain.engine.EngineUse;
import io.quartermaster.domain.similarity.SimilarityKernel;
import io.quartermaster.domain.similarity.SimilarityKernelContract;
import io.quartermaster.domain.similarity.SimilaritySettings;

/** The kernel on the machine's own device, where there is one: no build can bring it. */
class DeviceCudaKernelTest extends SimilarityKernelContract {

    @Override
    protected SimilarityKernel open(EngineUse use) {
        EngineStatus status = new CudaSimilarityEngine().probe();
        assumeTrue(status.available(), "skipped: " + status.reason());
        return new CudaSimilarityKernel(
                JCudaDevice.open(SimilarityPtx.terminated()), use, SimilaritySettings.DEFAULT);
    }
}
