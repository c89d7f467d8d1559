package io.quartermaster.engines.cuda;

import io.quartermaster.domain.engine.EngineStatus;
import io.quartermaster.domain.engine.EngineUse;
import io.quartermaster.domain.similarity.ScalarSimilarityKernel;
import io.quartermaster.domain.similarity.SimilarityKernel;
import io.quartermaster.domain.similarity.SimilarityMeasure;
import io.quartermaster.domain.similarity.SimilarityRequest;
import io.quartermaster.domain.similarity.SimilaritySettings;
import io.quartermaster.domain.similarity.TopK;
import java.io.UncheckedIOException;
import java.util.Arrays;
import jcuda.runtime.JCuda;
import jcuda.runtime.cudaError;

/**
 * Looks for a device step by step, from what cannot hurt to what must work: the CUDA runtime, whose
 * library loads without a driver; the driver; the module; and a test of one block against the
 * scalar kernel. Touching the driver's library where there is no driver would spoil its classes for
 * good.
 */
final class CudaProbe {

    private static final String NAME = "cuda";
    private static final int ROWS = 40;
    private static final int DIMENSIONS = 5;

    private CudaProbe() {}

    static EngineStatus run() {
        try {
            int[] count = new int[1];
            int code = PrivateLibraries.load(() -> JCuda.cudaGetDeviceCount(count));
            if (code != cudaError.cudaSuccess || count[0] == 0) {
                String name = code == 0 ? "none counted" : cudaError.stringFor(code);
                return EngineStatus.missing(
                        NAME, "no NVIDIA device (%s, %d)".formatted(name, code));
            }
            return tested(
                    PrivateLibraries.load(() -> JCudaDevice.open(SimilarityPtx.terminated())));
        } catch (CudaFailure failure) {
            return EngineStatus.missing(NAME, failure.getMessage());
        } catch (UncheckedIOException e) {
            return EngineStatus.missing(NAME, e.getMessage());
        } catch (LinkageError missing) {
            return EngineStatus.missing(NAME, "its libraries do not load on this machine");
        }
    }

    /** Runs one block and compares; closes the device. */
    static EngineStatus tested(CudaDevice device) {
        EngineUse use = new EngineUse();
        try (SimilarityKernel kernel =
                new CudaSimilarityKernel(device, use, SimilaritySettings.DEFAULT)) {
            EngineStatus found = EngineStatus.available(NAME, device.version(), device.name());
            boolean right = answersLikeScalar(kernel);
            if (use.fallbacks() > 0) {
                return EngineStatus.missing(NAME, "its self-test failed on " + device.name());
            }
            return right
                    ? found
                    : EngineStatus.missing(NAME, "its self-test was wrong on " + device.name());
        }
    }

    private static boolean answersLikeScalar(SimilarityKernel kernel) {
        float[][] vectors = new float[ROWS][DIMENSIONS];
        for (int row = 0; row < ROWS; row++) {
            for (int j = 0; j < DIMENSIONS; j++) {
                vectors[row][j] = ((row * 7 + j * 5) % 33 - 16) / 16f;
            }
        }
        float[][] queries = {vectors[3], vectors[30]};
        int[][] excluded = {{3, 5}, {}};
        ScalarSimilarityKernel scalar = new ScalarSimilarityKernel(new EngineUse());
        scalar.load(vectors);
        kernel.load(vectors);
        SimilarityRequest request =
                SimilarityRequest.best(7, SimilarityMeasure.COSINE).without(excluded);
        TopK[] expected = scalar.topK(queries, request);
        TopK[] found = kernel.topK(queries, request);
        boolean right = true;
        for (int i = 0; i < queries.length; i++) {
            right &= Arrays.equals(expected[i].ids(), found[i].ids());
            right &= Arrays.equals(expected[i].scores(), found[i].scores());
        }
        return right;
    }
}
