package io.quartermaster.pipelines.governance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

@SuppressWarnings("try") // the harness may be interrupted while it closes
class DuplicateFunctionTest {

    private static final long DAY = 86_400;

    @Test
    void keepsTheCopyThatStandsFirstHoweverTheyArrive() throws Exception {
        try (Step step = open()) {
            step.add(Lines.order(12, "a", 5, "A", 1), Lines.order(3, "a", 5, "A", 1));
            step.add(Lines.order(7, "a", 5, "A", 1), Lines.order(8, "b", 5, "A", 1));
            step.end();
            assertThat(step.passed()).containsExactlyInAnyOrder(3L, 8L);
            assertThat(step.rejected()).containsExactly("7 duplicate", "12 duplicate");
            assertThat(step.rejects().get(0).reason())
                    .isEqualTo("The id (a) stands in file, line 3 too.");
        }
    }

    @Test
    void keepsTheCopyThatHappenedFirst() throws Exception {
        try (Step step = open()) {
            step.add(Lines.order(1, "a", 9, "A", 1), Lines.order(2, "a", 5, "A", 1));
            step.end();
            assertThat(step.passed()).containsExactly(2L);
            assertThat(step.rejected()).containsExactly("1 duplicate");
        }
    }

    @Test
    void takesEqualIdsOfTwoKindsForTwoEvents() throws Exception {
        try (Step step = open()) {
            step.add(Lines.order(1, "a", 5, "A", 1), Lines.view(2, "a", 5));
            step.end();
            assertThat(step.passed()).containsExactlyInAnyOrder(1L, 2L);
        }
    }

    @Test
    void forgetsAnIdWhenItsMemoryIsOver() throws Exception {
        try (Step step = open()) {
            step.add(Lines.order(1, "a", 0, "A", 1));
            step.watermark(7 * DAY);
            assertThat(step.stateEntries()).isPositive();
            step.watermark(7 * DAY + 1);
            assertThat(step.stateEntries()).isZero();
            assertThat(step.timers()).isZero();
            step.add(Lines.order(2, "a", 8 * DAY, "A", 1));
            step.end();
            assertThat(step.passed()).containsExactly(1L, 2L);
        }
    }

    @Test
    void rejectsWhatComesTooLateAndTakesWhatIsJustLate() throws Exception {
        try (Step step = open()) {
            step.watermark(4 * DAY);
            step.add(Lines.order(1, "a", DAY, "A", 1), Lines.order(2, "b", DAY - 1, "A", 1));
            assertThat(step.passed()).containsExactly(1L);
            assertThat(step.rejected()).containsExactly("2 too_late");
            assertThat(step.rejects().get(0).reason())
                    .isEqualTo(
                            "The time (2011-05-01T23:59:59Z) is more than PT72H behind the events before it.");
        }
    }

    @Test
    void resumesFromASnapshot() throws Exception {
        try (Step step = open()) {
            step.add(Lines.order(1, "a", 5, "A", 1), Lines.order(2, "b", 20, "A", 1));
            step.watermark(10);
            try (Step resumed =
                    Step.restore(
                            new DuplicateFunction(Lines.options()),
                            Candidate::identity,
                            step.snapshot())) {
                resumed.add(Lines.order(3, "a", 15, "A", 1), Lines.order(4, "b", 20, "A", 1));
                resumed.end();
                assertThat(resumed.passed()).containsExactly(2L);
                assertThat(resumed.rejected()).containsExactly("3 duplicate", "4 duplicate");
            }
        }
    }

    private static Step open() throws Exception {
        return Step.open(new DuplicateFunction(Lines.options()), Candidate::identity);
    }
}
