package io.quartermaster.engines.cuda;

import io.quartermaster.domain.engine.EngineUse;
import io.quartermaster.domain.similarity.MatrixPart;
import io.quartermaster.domain.similarity.ResidentMatrix;
import io.quartermaster.domain.similarity.SimilarityInput;
import io.quartermaster.domain.similarity.SimilarityKernel;
import io.quartermaster.domain.similarity.SimilarityMeasure;
import io.quartermaster.domain.similarity.SimilarityPairs;
import io.quartermaster.domain.similarity.SimilarityRequest;
import io.quartermaster.domain.similarity.SimilaritySettings;
import io.quartermaster.domain.similarity.TopK;
import io.quartermaster.domain.similarity.TurnedSimilarityKernel;
import java.nio.FloatBuffer;
import java.util.BitSet;
import java.util.List;

/**
 * Scores and selects on the device. Sums in the same order as the scalar kernel, so it gives the
 * same bits. The matrix lies on the host too, in a CPU twin that answers where the device cannot
 * (see {@link CudaSession}); what changed goes over with the next call.
 */
final class CudaSimilarityKernel implements SimilarityKernel {

    private static final int THREADS = 128;

    private final CudaSession session;
    private final EngineUse use;
    private final TurnedSimilarityKernel twin;
    private final BitSet changed = new BitSet();
    private DeviceRows onDevice;

    /** Takes the device over: closing the kernel closes it. */
    CudaSimilarityKernel(CudaDevice device, EngineUse use, SimilaritySettings settings) {
        this.session = new CudaSession(device, use, settings.deviceBytes());
        this.use = use;
        this.twin = TurnedSimilarityKernel.panel(new EngineUse(), settings.threads());
    }

    @Override
    public String name() {
        return "cuda";
    }

    @Override
    public void load(float[][] vectors) {
        twin.load(vectors);
        forget();
        session.startAgain();
    }

    @Override
    public void upsert(int[] ids, float[][] vectors) {
        twin.upsert(ids, vectors);
        for (int id : ids) {
            changed.set(id);
        }
    }

    @Override
    public void delete(int... ids) {
        twin.delete(ids);
        for (int id : ids) {
            changed.set(id);
        }
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
        forget();
        session.startAgain();
    }

    @Override
    public TopK[] topK(float[][] queries, SimilarityRequest request) {
        SimilarityInput.checkCall(queries, twin.matrix(), request);
        use.called(queries.length);
        if (twin.matrix().size() == 0 || queries.length == 0) {
            return twin.topK(queries, request);
        }
        return session.answer(
                () -> topKOnDevice(queries, request),
                this::forget,
                () -> twin.topK(queries, request));
    }

    @Override
    public float[] scores(float[][] queries, SimilarityPairs pairs) {
        SimilarityInput.checkCall(queries, twin.matrix(), pairs);
        use.called(pairs.count());
        if (pairs.count() == 0) {
            return new float[0];
        }
        return session.answer(
                () -> scoresOnDevice(queries, pairs),
                this::forget,
                () -> twin.scores(queries, pairs));
    }

    @Override
    public void close() {
        forget();
        twin.close();
        session.close();
    }

    private TopK[] topKOnDevice(float[][] queries, SimilarityRequest request) {
        DeviceRows rows = synchronised();
        boolean plain = request.bonus() == null && request.valid() == null;
        return new DeviceSearch(session.lanes())
                .topK(
                        new DenseQueries(
                                rows, queries, request.isCosine(), session.multiprocessors()),
                        queries.length,
                        request,
                        plain ? null : twin.matrix().additions(request),
                        rows.holes());
    }

    private float[] scoresOnDevice(float[][] queries, SimilarityPairs pairs) {
        DeviceRows rows = synchronised();
        boolean cosine = pairs.measure() == SimilarityMeasure.COSINE;
        long ofPairs = (long) pairs.count() * Float.BYTES;
        CudaLane lane = session.lanes()[0];
        lane.start(
                CudaLane.room((long) queries.length * rows.dimensions() * Float.BYTES)
                        + CudaLane.room((long) queries.length * Float.BYTES)
                        + 2 * CudaLane.room(ofPairs));
        CudaBuffer numbers = lane.put(queries);
        CudaBuffer norms = cosine ? lane.put(DenseQueries.inverseNorms(queries)) : CudaBuffer.NULL;
        CudaBuffer ofQueries = lane.put(pairs.queries());
        CudaBuffer ids = lane.put(pairs.ids());
        lane.send();
        CudaBuffer scores = lane.scratch(ofPairs);
        lane.run(
                CudaDevice.Kernel.SCORE_PAIRS,
                (pairs.count() + THREADS - 1) / THREADS,
                1,
                THREADS,
                rows.matrix(),
                rows.stride(),
                rows.dimensions(),
                numbers,
                cosine ? rows.norms() : CudaBuffer.NULL,
                norms,
                ofQueries,
                ids,
                pairs.count(),
                scores);
        lane.fetch(scores, ofPairs);
        lane.await();
        FloatBuffer answer = lane.answer().asFloatBuffer();
        float[] result = new float[pairs.count()];
        answer.get(result);
        return result;
    }

    /** The matrix on the device, as it is now. */
    private DeviceRows synchronised() {
        ResidentMatrix matrix = twin.matrix();
        if (onDevice == null) {
            onDevice = new DeviceRows(session.memory(), session.lanes());
            onDevice.update(matrix, changed);
        } else if (!changed.isEmpty()) {
            onDevice.update(matrix, changed);
        }
        changed.clear();
        return onDevice;
    }

    private void forget() {
        if (onDevice != null) {
            onDevice = null;
            session.release();
        }
        changed.clear();
    }
}
