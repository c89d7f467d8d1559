package io.quartermaster.domain.similarity;

import io.quartermaster.domain.engine.Engine;
import io.quartermaster.domain.engine.EngineUse;

/** Opens similarity kernels of one kind. */
public interface SimilarityEngine extends Engine {

    /**
     * Opens a kernel with nothing loaded.
     *
     * @throws IllegalStateException when the engine is not available
     */
    SimilarityKernel open(SimilaritySettings settings);

    /**
     * Opens a kernel of sparse vectors with nothing loaded.
     *
     * @throws IllegalStateException when the engine is not available
     */
    SparseSimilarityKernel openSparse(SimilaritySettings settings);

    /** How often its kernels were called in this process, and the query rows they carried. */
    EngineUse use();
}
