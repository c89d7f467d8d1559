package io.quartermaster.engines.cuda;

import io.quartermaster.domain.engine.EngineUse;
import io.quartermaster.domain.similarity.PostingsSparseKernel;
import io.quartermaster.domain.similarity.SimilarityInput;
import io.quartermaster.domain.similarity.SimilarityRequest;
import io.quartermaster.domain.similarity.SimilaritySettings;
import io.quartermaster.domain.similarity.SparseSimilarityKernel;
import io.quartermaster.domain.similarity.SparseVector;
import io.quartermaster.domain.similarity.TopK;

/**
 * Sparse vectors on the device. Sums run in the order of the indexes, so it gives the scalar
 * kernel's bits; the CPU twin answers where the device cannot (see {@link CudaSession}).
 */
final class CudaSparseKernel implements SparseSimilarityKernel {

    private final CudaSession session;
    private final EngineUse use;
    private final PostingsSparseKernel twin;
    private DevicePostings onDevice;

    /** Takes the device over: closing the kernel closes it. */
    CudaSparseKernel(CudaDevice device, EngineUse use, SimilaritySettings settings) {
        this.session = new CudaSession(device, use, settings.deviceBytes());
        this.use = use;
        this.twin = new PostingsSparseKernel("cuda", new EngineUse(), settings.threads());
    }

    @Override
    public String name() {
        return "cuda";
    }

    @Override
    public void load(SparseVector[] rows) {
        twin.load(rows);
        forget();
        session.startAgain();
    }

    @Override
    public TopK[] topK(SparseVector[] queries, SimilarityRequest request) {
        int rows = twin.postings().inverseNorms().length;
        SimilarityInput.checkRequest(queries.length, rows, request);
        use.called(queries.length);
        if (rows == 0 || queries.length == 0) {
            return twin.topK(queries, request);
        }
        return session.answer(
                () -> topKOnDevice(queries, request),
                this::forget,
                () -> twin.topK(queries, request));
    }

    @Override
    public void close() {
        forget();
        twin.close();
        session.close();
    }

    private TopK[] topKOnDevice(SparseVector[] queries, SimilarityRequest request) {
        if (onDevice == null) {
            onDevice = DevicePostings.of(twin.postings(), session.memory(), session.lanes()[0]);
        }
        return new DeviceSearch(session.lanes())
                .topK(
                        new SparseQueries(
                                onDevice, queries, request.isCosine(), session.multiprocessors()),
                        queries.length,
                        request,
                        request.additions(onDevice.rows()),
                        CudaBuffer.NULL);
    }

    private void forget() {
        if (onDevice != null) {
            onDevice = null;
            session.release();
        }
    }
}
