package io.quartermaster.engines.cuda;

import static org.assertj.core.api.Assertions.assertThat;

import io.quartermaster.domain.engine.EngineStatus;
import io.quartermaster.domain.engine.EngineUse;
import io.quartermaster.domain.similarity.SimilarityMeasure;
import io.quartermaster.domain.similarity.SimilarityRequest;
import io.quartermaster.domain.similarity.TopK;
import org.junit.jupiter.api.Test;

class CudaSimilarityKernelTest {

    private static final float[][] VECTORS = {{1, 0}, {0, 2}, {3, 3}};
    private static final float[][] QUERIES = {{1, 1}, {0, 1}};

    private final EngineUse use = new EngineUse();

    @Test
    void answersOnTheCpuWhenTheDeviceHasNoRoom() {
        FailingDevice device = new FailingDevice("allocate", true);
        CudaSimilarityKernel kernel = new CudaSimilarityKernel(device, use);
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
        CudaSimilarityKernel kernel = new CudaSimilarityKernel(device, use);
        kernel.load(VECTORS);
        device.heal();
        kernel.load(VECTORS);
        assertThat(device.held()).as("matrix and norms").isEqualTo(2);
    }

    @Test
    void answersOnTheCpuFromThenOnWhenTheDeviceIsLost() {
        FailingDevice device = new FailingDevice("run", false);
        CudaSimilarityKernel kernel = new CudaSimilarityKernel(device, use);
        kernel.load(VECTORS);
        assertThat(device.held()).isEqualTo(2);
        assertAnswersRight(kernel);
        assertThat(device.held()).isZero();
        long allocations = device.allocations();
        kernel.load(VECTORS);
        assertAnswersRight(kernel);
        assertThat(device.allocations()).isEqualTo(allocations);
        assertThat(use.fallbacks()).isEqualTo(2);
    }

    @Test
    void freesAllWhenClosed() {
        FailingDevice device = new FailingDevice("nothing", false);
        CudaSimilarityKernel kernel = new CudaSimilarityKernel(device, use);
        kernel.load(VECTORS);
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
