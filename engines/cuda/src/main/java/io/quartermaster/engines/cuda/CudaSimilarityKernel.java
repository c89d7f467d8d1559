package io.quartermaster.engines.cuda;

import io.quartermaster.domain.engine.EngineUse;
import io.quartermaster.domain.similarity.MatrixPart;
import io.quartermaster.domain.similarity.ResidentMatrix;
import io.quartermaster.domain.similarity.SimilarityInput;
import io.quartermaster.domain.similarity.SimilarityKernel;
import io.quartermaster.domain.similarity.SimilarityPairs;
import io.quartermaster.domain.similarity.SimilarityRequest;
import io.quartermaster.domain.similarity.TopK;
import io.quartermaster.domain.similarity.TurnedSimilarityKernel;
import java.util.List;
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
    private final TurnedSimilarityKernel twin = TurnedSimilarityKernel.panel(new EngineUse(), 1);
    private DeviceMatrix onDevice;
    private long versionOnDevice = -1;
    private boolean lost;
    private boolean full;

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
    public void load(float[][] vectors) {
        twin.load(vectors);
        full = false;
        synchronise();
    }

    @Override
    public void upsert(int[] ids, float[][] vectors) {
        twin.upsert(ids, vectors);
    }

    @Override
    public void delete(int... ids) {
        twin.delete(ids);
    }

    @Override
    public long version() {
        return twin.version();
    }

    @Override
    public List<MatrixPart> snapshot() {
        return twin.snapshot();
    }

    @Override
    public void restore(List<MatrixPart> parts) {
        twin.restore(parts);
        full = false;
        versionOnDevice = -1;
    }

    @Override
    public TopK[] topK(float[][] queries, SimilarityRequest request) {
        ResidentMatrix matrix = twin.matrix();
        SimilarityInput.checkCall(queries, matrix, request);
        use.called(queries.length);
        synchronise();
        if (onDevice != null) {
            try {
                return onDevice.topK(queries, request, matrix.additions(request));
            } catch (CudaFailure failure) {
                fallBack(failure);
            }
        }
        if (lost || full) {
            use.fellBack();
        }
        return twin.topK(queries, request);
    }

    @Override
    public float[] scores(float[][] queries, SimilarityPairs pairs) {
        SimilarityInput.checkCall(queries, twin.matrix(), pairs);
        use.called(pairs.count());
        return twin.scores(queries, pairs);
    }

    @Override
    public void close() {
        release();
        twin.close();
        device.close();
    }

    /** Brings the matrix to the device unless it is there as it is now. */
    private void synchronise() {
        ResidentMatrix matrix = twin.matrix();
        if (versionOnDevice == matrix.version()) {
            return;
        }
        release();
        versionOnDevice = matrix.version();
        if (!lost && !full && matrix.size() > 0) {
            try {
                onDevice = new DeviceMatrix(device, matrix);
            } catch (CudaFailure failure) {
                fallBack(failure);
            }
        }
    }

    private void fallBack(CudaFailure failure) {
        LOG.warn(
                "The device {} failed ({}); the CPU answers for {} vectors of {} numbers.",
                device.name(),
                failure.getMessage(),
                twin.matrix().size(),
                twin.matrix().dimensions());
        full = failure.isOutOfMemory();
        lost |= !full;
        release();
    }

    private void release() {
        DeviceMatrix released = onDevice;
        onDevice = null;
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
}
