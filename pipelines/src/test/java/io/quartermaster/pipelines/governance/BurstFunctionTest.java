package io.quartermaster.pipelines.governance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

@SuppressWarnings("try") // the harness may be interrupted while it closes
class BurstFunctionTest {

    private final CleaningOptions options =
            Lines.options("governance.burst.limit", "2", "governance.burst.window", "10 s");

    @Test
    void rejectsClicksBeyondTheLimitHoweverTheyArrive() throws Exception {
        try (Step step = open()) {
            step.add(Lines.view(3, "c", 3), Lines.view(1, "a", 1), Lines.view(2, "b", 2));
            step.add(Lines.view(4, "d", 30));
            step.end();
            assertThat(step.passed()).containsExactly(1L, 2L, 4L);
            assertThat(step.rejected()).containsExactly("3 click_burst");
        }
    }

    @Test
    void forgetsAVisitorWhenTheWindowHasPassed() throws Exception {
        try (Step step = open()) {
            step.add(Lines.view(1, "a", 1), Lines.view(2, "b", 5));
            step.watermark(14);
            assertThat(step.stateEntries()).isPositive();
            step.watermark(15);
            assertThat(step.stateEntries()).isZero();
        }
    }

    @Test
    void resumesFromASnapshot() throws Exception {
        try (Step step = open()) {
            step.add(Lines.view(1, "a", 1), Lines.view(2, "b", 2));
            step.watermark(2);
            try (Step resumed =
                    Step.restore(new BurstFunction(options), BurstFunction::key, step.snapshot())) {
                resumed.add(Lines.view(3, "c", 3), Lines.view(4, "d", 30));
                resumed.end();
                assertThat(resumed.passed()).containsExactly(4L);
                assertThat(resumed.rejected()).containsExactly("3 click_burst");
            }
        }
    }

    private Step open() throws Exception {
        return Step.open(new BurstFunction(options), BurstFunction::key);
    }
}
