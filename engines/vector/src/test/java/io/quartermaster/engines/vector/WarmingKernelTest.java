package io.quartermaster.engines.vector;

import io.quartermaster.domain.engine.EngineUse;
import io.quartermaster.domain.similarity.SimilarityKernel;
import io.quartermaster.domain.similarity.TurnedKernelContract;
import io.quartermaster.domain.similarity.TurnedSimilarityKernel;
import io.quartermaster.domain.similarity.WarmUp;

/** One that changes from panel to vector registers while it is asked. */
class WarmingKernelTest extends TurnedKernelContract {

    @Override
    protected SimilarityKernel open(EngineUse use, int threads) {
        return new TurnedSimilarityKernel(
                "vector", use, threads, LaneStore::new, new WarmUp(120_000));
    }
}
