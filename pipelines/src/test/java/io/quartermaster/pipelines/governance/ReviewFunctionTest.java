package io.quartermaster.pipelines.governance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

@SuppressWarnings("try") // the harness may be interrupted while it closes
class ReviewFunctionTest {

    private static final long DAY = 86_400;

    private final CleaningOptions options = Lines.options();

    @Test
    void keepsTheFirstReviewOfAnOrderAndItem() throws Exception {
        try (Step step = open()) {
            step.add(Lines.review(2, "b", 20), Lines.review(1, "a", 10));
            step.end();
            assertThat(step.passed()).containsExactly(1L);
            assertThat(step.rejected()).containsExactly("2 repeated_review");
        }
    }

    @Test
    void takesAReviewAgainWhenTheWindowHasPassed() throws Exception {
        try (Step step = open()) {
            step.add(Lines.review(1, "a", 10));
            step.watermark(91 * DAY);
            assertThat(step.stateEntries()).isZero();
            step.add(Lines.review(2, "b", 92 * DAY));
            step.end();
            assertThat(step.passed()).containsExactly(1L, 2L);
        }
    }

    @Test
    void resumesFromASnapshot() throws Exception {
        try (Step step = open()) {
            step.add(Lines.review(1, "a", 10));
            step.watermark(15);
            try (Step resumed =
                    Step.restore(
                            new ReviewFunction(options), ReviewFunction::key, step.snapshot())) {
                resumed.add(Lines.review(2, "b", 20));
                resumed.end();
                assertThat(resumed.rejected()).containsExactly("2 repeated_review");
            }
        }
    }

    private Step open() throws Exception {
        return Step.open(new ReviewFunction(options), ReviewFunction::key);
    }
}
