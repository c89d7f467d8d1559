package io.quartermaster.domain.optimisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class InterruptionTest {

    private final AtomicInteger stopped = new AtomicInteger();
    private final Runnable solve = stopped::incrementAndGet;

    @Test
    void stopsWhatIsUnderWayAndWhatComesLater() {
        Interruption interruption = new Interruption();
        interruption.onAsked(solve);
        assertThat(stopped).hasValue(0);
        interruption.ask();
        assertThat(stopped).hasValue(1);
        assertThat(interruption.isAsked()).isTrue();
        interruption.onAsked(stopped::incrementAndGet);
        assertThat(stopped).hasValue(2);
    }

    @Test
    void leavesAloneWhatHasEnded() {
        Interruption interruption = new Interruption();
        interruption.onAsked(solve);
        interruption.forget(solve);
        interruption.ask();
        assertThat(stopped).hasValue(0);
    }

    @Test
    void neverIsNever() {
        Interruption.NEVER.onAsked(solve);
        assertThatThrownBy(Interruption.NEVER::ask)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("What is never interrupted must not be asked to.");
        assertThat(Interruption.NEVER.isAsked()).isFalse();
        assertThat(stopped).hasValue(0);
    }
}
