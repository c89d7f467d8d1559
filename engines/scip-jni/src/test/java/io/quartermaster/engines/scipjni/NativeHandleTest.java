package io.quartermaster.engines.scipjni;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class NativeHandleTest {

    private static final int TRIES = 200;

    @Test
    void isFreedOnce() {
        AtomicInteger freed = new AtomicInteger();
        NativeHandle handle = new NativeHandle("thing", 7, pointer -> freed.incrementAndGet());
        assertThat(handle.<Long>ask(pointer -> pointer)).isEqualTo(7);
        handle.close();
        handle.close();
        assertThat(freed).hasValue(1);
        assertThatThrownBy(() -> handle.use(pointer -> {}))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("The thing is closed.");
        handle.whileOpen(pointer -> freed.incrementAndGet());
        assertThat(freed).hasValue(1);
    }

    @Test
    void isFreedWhenItsOwnerForgot() throws Exception {
        CountDownLatch freed = new CountDownLatch(1);
        forgotten(freed);
        for (int i = 0; i < TRIES && freed.getCount() > 0; i++) {
            System.gc();
            freed.await(50, TimeUnit.MILLISECONDS);
        }
        assertThat(freed.getCount()).isZero();
    }

    private static void forgotten(CountDownLatch freed) {
        new NativeHandle("thing", 7, pointer -> freed.countDown()).requireOpen();
    }

    @Test
    void leavesNoneOpenWhereAProgrammeIsRefused() {
        int before = NativeHandle.open();
        double[] one = {1};
        double[] wrong = {Double.NaN};
        int[] starts = {0, 1};
        int[] first = {0};
        assertThatThrownBy(
                        () ->
                                new ScipIntegerProgramme(
                                        wrong, one, one, first, one, one, starts, first, one))
                .hasMessage("cost[0] (NaN) must be a finite number.");
        try (ScipLinearProgramme programme = new ScipLinearProgramme()) {
            assertThatThrownBy(() -> programme.load(one, wrong, one, one, one, starts, first, one))
                    .hasMessage("lower[0] (NaN) must be a number.");
            assertThat(programme.columns()).isZero();
        }
        assertThat(NativeHandle.open()).isEqualTo(before);
    }
}
