package io.quartermaster.engines.cuda;

import io.quartermaster.domain.engine.EngineStatus;
import io.quartermaster.domain.engine.EngineUse;
import io.quartermaster.domain.similarity.SimilarityEngine;
import io.quartermaster.domain.similarity.SimilarityKernel;
import io.quartermaster.domain.similarity.SimilaritySettings;
import io.quartermaster.domain.similarity.SparseSimilarityKernel;

/** Opens {@link CudaSimilarityKernel}s on the first NVIDIA device. Probes once in a process. */
public final class CudaSimilarityEngine implements SimilarityEngine {

    private static final EngineUse USE = new EngineUse();

    @Override
    public String name() {
        return "cuda";
    }

    @Override
    public EngineStatus probe() {
        return Probed.STATUS;
    }

    @Override
    public SimilarityKernel open(SimilaritySettings settings) {
        return new CudaSimilarityKernel(opened(), USE, settings);
    }

    @Override
    public SparseSimilarityKernel openSparse(SimilaritySettings settings) {
        return new CudaSparseKernel(opened(), USE, settings);
    }

    private CudaDevice opened() {
        if (!probe().available()) {
            throw new IllegalStateException("CUDA is not available: " + probe().reason() + ".");
        }
        return JCudaDevice.open(SimilarityPtx.terminated());
    }

    @Override
    public EngineUse use() {
        return USE;
    }

    private static final class Probed {
        private static final EngineStatus STATUS = CudaProbe.run();
    }
}
