package io.quartermaster.engines.cuda;

import io.quartermaster.domain.engine.EngineUse;
import io.quartermaster.domain.similarity.PanelSimilarityKernel;
import io.quartermaster.domain.similarity.SimilarityInput;
import io.quartermaster.domain.similarity.SimilarityKernel;
import io.quartermaster.domain.similarity.SimilarityMeasure;
import io.quartermaster.domain.similarity.TopK;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Scores and selects on the device. Sums in the same order as the scalar kernel, so it gives the
 * same bits.
 *
 * <p>When the device has no room for a matrix, or fails, the panel twin answers in its place: each
 * such call is counted as a fallback, the first of a matrix is logged. The device is tried again
 * with the next matrix when it only lacked room; after any other failure its context is lost, and
 * the twin serves from then on.
 */
final class CudaSimilarityKernel implements SimilarityKernel {

    private static final Logger LOG = LoggerFactory.getLogger(CudaSimilarityKernel.class);

    private final CudaDevice device;
    private final EngineUse use;
    private final PanelSimilarityKernel twin = new PanelSimilarityKernel(new EngineUse());
    private float[][] vectors = {};
    private int dimensions;
    private ResidentMatrix matrix;
    private boolean lost;
    private boolean twinServes;

    /** Takes the device over: closing the kernel closes it. */
    CudaSimilarityKernel(CudaDevice device, EngineUse use) {
        this.device = device;
        this.use = use;
    }

    @Override
    public String name() {
        return "cuda";
    }

    @Override
    public void load(float[][] rows) {
        dimensions = SimilarityInput.checkVectors(rows);
        release();
        vectors = copy(rows);
        if (lost) {
            twin.load(vectors);
            twinServes = true;
        } else if (vectors.length > 0 && dimensions > 0) {
            loadOnDevice();
        }
    }

    @Override
    public TopK[] topK(float[][] queries, SimilarityMeasure measure, int k, int[][] exclusions) {
        SimilarityInput.checkCall(queries, dimensions, vectors.length, k, exclusions);
        use.called(queries.length);
        if (matrix != null) {
            try {
                return matrix.topK(queries, measure, k, exclusions);
            } catch (CudaFailure failure) {
                fallBack(failure);
            }
        }
        return answerByTwin(queries, measure, k, exclusions);
    }

    @Override
    public void close() {
        release();
        vectors = new float[0][];
        dimensions = 0;
        device.close();
    }

    private void loadOnDevice() {
        try {
            matrix = new ResidentMatrix(device, vectors, dimensions);
        } catch (CudaFailure failure) {
            fallBack(failure);
        }
    }

    private TopK[] answerByTwin(
            float[][] queries, SimilarityMeasure measure, int k, int[][] exclusions) {
        if (twinServes) {
            use.fellBack();
        } else {
            twin.load(vectors);
        }
        return twin.topK(queries, measure, k, exclusions);
    }

    private void fallBack(CudaFailure failure) {
        LOG.warn(
                "The device {} failed ({}); the CPU answers for {} vectors of {} numbers.",
                device.name(),
                failure.getMessage(),
                vectors.length,
                dimensions);
        lost |= !failure.isOutOfMemory();
        releaseMatrix();
        twin.load(vectors);
        twinServes = true;
    }

    private void release() {
        releaseMatrix();
        twin.close();
        twinServes = false;
    }

    private void releaseMatrix() {
        ResidentMatrix released = matrix;
        matrix = null;
        if (released == null) {
            return;
        }
        try {
            released.close();
        } catch (CudaFailure failure) {
            LOG.warn(
                    "The device {} failed to free memory ({}).",
                    device.name(),
                    failure.getMessage());
            lost = true;
        }
    }

    private static float[][] copy(float[][] rows) {
        float[][] copy = new float[rows.length][];
        for (int row = 0; row < rows.length; row++) {
            copy[row] = rows[row].clone();
        }
        return copy;
    }
}
