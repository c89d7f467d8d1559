package io.quartermaster.engines.cuda;

import static org.assertj.core.api.Assertions.assertThat;

import io.quartermaster.domain.engine.EngineStatus;
import io.quartermaster.domain.engine.EngineUse;
import io.quartermaster.domain.similarity.SimilarityMeasure;
import io.quartermaster.domain.similarity.SimilarityPairs;
import io.quartermaster.domain.similarity.SimilarityRequest;
import io.quartermaster.domain.similarity.SimilaritySettings;
import io.quartermaster.domain.similarity.SparseVector;
import io.quartermaster.domain.similarity.TopK;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CudaSimilarityKernelTest {

    private static final float[][] VECTORS = {{1, 0}, {0, 2}, {3, 3}};
    private static final float[][] QUERIES = {{1, 1}, {0, 1}};

    private static final SimilarityRequest BEST_2 =
            SimilarityRequest.best(2, SimilarityMeasure.INNER_PRODUCT);

    private final EngineUse use = new EngineUse();

    @Test
    void answersOnTheCpuWhenTheDeviceHasNoRoom() {
        FailingDevice device = new FailingDevice("allocate", true);
        CudaSimilarityKernel kernel =
                new CudaSimilarityKernel(device, use, SimilaritySettings.DEFAULT);
        kernel.load(VECTORS);
        assertAnswersRight(kernel);
        assertAnswersRight(kernel);
        assertThat(use.calls()).isEqualTo(2);
        assertThat(use.rows()).isEqualTo(4);
        assertThat(use.fallbacks()).isEqualTo(2);
        assertThat(device.held()).isZero();
    }

    @Test
    void triesTheDeviceAgainWithTheNextMatrixAfterItHadNoRoom() {
        FailingDevice device = new FailingDevice("allocate", true);
        CudaSimilarityKernel kernel =
                new CudaSimilarityKernel(device, use, SimilaritySettings.DEFAULT);
        kernel.load(VECTORS);
        assertAnswersRight(kernel);
        device.heal();
        kernel.upsert(new int[] {2}, new float[][] {VECTORS[2]});
        assertAnswersRight(kernel);
        assertThat(use.fallbacks()).as("the same matrix").isEqualTo(2);
        kernel.load(VECTORS);
        kernel.topK(QUERIES, BEST_2);
        assertThat(use.fallbacks()).as("another one").isEqualTo(2);
    }

    @Test
    void keepsToTheMemoryThatItMayTake() {
        FailingDevice device = new FailingDevice("nothing", false);
        CudaSimilarityKernel kernel =
                new CudaSimilarityKernel(device, use, new SimilaritySettings("cuda", 1, 2_000));
        kernel.load(VECTORS);
        assertAnswersRight(kernel);
        assertThat(use.fallbacks()).isEqualTo(1);
        assertThat(device.held()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "await"})
    void answersOnTheCpuFromThenOnWhenTheDeviceIsLost(String call) {
        FailingDevice device = new FailingDevice(call, false);
        CudaSimilarityKernel kernel =
                new CudaSimilarityKernel(device, use, SimilaritySettings.DEFAULT);
        kernel.load(VECTORS);
        assertAnswersRight(kernel);
        assertThat(device.held()).isZero();
        long allocations = device.allocations();
        kernel.load(VECTORS);
        assertAnswersRight(kernel);
        assertThat(device.allocations()).isEqualTo(allocations);
        assertThat(use.fallbacks()).isEqualTo(2);
    }

    @Test
    void answersPairsAndSparseQueriesOnTheCpuToo() {
        CudaSimilarityKernel kernel =
                new CudaSimilarityKernel(
                        new FailingDevice("run", false), use, SimilaritySettings.DEFAULT);
        kernel.load(VECTORS);
        SimilarityPairs pairs =
                new SimilarityPairs(
                        SimilarityMeasure.INNER_PRODUCT, new int[] {0, 1}, new int[] {1, 2});
        assertThat(kernel.scores(QUERIES, pairs)).containsExactly(2, 3);
        CudaSparseKernel sparse =
                new CudaSparseKernel(
                        new FailingDevice("allocate", true), use, SimilaritySettings.DEFAULT);
        sparse.load(new SparseVector[] {SparseVector.of(VECTORS[0]), SparseVector.of(VECTORS[1])});
        TopK best = sparse.topK(new SparseVector[] {SparseVector.of(QUERIES[1])}, BEST_2)[0];
        assertThat(best.ids()).containsExactly(1, 0);
        assertThat(use.fallbacks()).isEqualTo(2);
    }

    @Test
    void freesAllWhenClosed() {
        FailingDevice device = new FailingDevice("nothing", false);
        CudaSimilarityKernel kernel =
                new CudaSimilarityKernel(device, use, SimilaritySettings.DEFAULT);
        kernel.load(VECTORS);
        kernel.topK(QUERIES, BEST_2);
        assertThat(device.held()).isPositive();
        kernel.close();
        assertThat(device.held()).isZero();
        assertThat(device.isClosed()).isTrue();
    }

    @Test
    void isNotAvailableWhereTheSelfTestFails() {
        FailingDevice device = new FailingDevice("run", false);
        assertThat(CudaProbe.tested(device))
                .isEqualTo(EngineStatus.missing("cuda", "its self-test failed on test"));
        assertThat(device.isClosed()).isTrue();
    }

    @Test
    void isNotAvailableWhereTheSelfTestIsWrong() {
        assertThat(CudaProbe.tested(new FailingDevice("nothing", false)).reason())
                .isEqualTo("its self-test was wrong on test");
    }

    @Test
    void isAvailableWhereTheSelfTestIsRight() {
        assertThat(CudaProbe.tested(new EmulatedDevice("forward")))
                .isEqualTo(EngineStatus.available("cuda", "g++", "emulation"));
    }

    private static void assertAnswersRight(CudaSimilarityKernel kernel) {
        TopK[] best =
                kernel.topK(QUERIES, SimilarityRequest.best(2, SimilarityMeasure.INNER_PRODUCT));
        assertThat(best[0].ids()).containsExactly(2, 1);
        assertThat(best[0].scores()).containsExactly(6, 2);
        assertThat(best[1].ids()).containsExactly(2, 1);
    }
}
