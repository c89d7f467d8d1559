package io.quartermaster.pipelines.governance;

import static org.assertj.core.api.Assertions.assertThat;

import io.quartermaster.domain.event.ReturnLine;
import org.junit.jupiter.api.Test;

@SuppressWarnings("try") // the harness may be interrupted while it closes
class OrderHistoryFunctionTest {

    private static final long DAY = 86_400;

    private final CleaningOptions options = Lines.options("governance.outlier.fewest-orders", "3");

    @Test
    void matchesACancellationToTheLatestEarlierOrder() throws Exception {
        try (Step step = open()) {
            step.add(Lines.cancellation(9, "r", 30, "A", 6));
            step.add(Lines.order(1, "a", 10, "A", 6), Lines.order(2, "b", 20, "A", 6));
            step.add(Lines.order(3, "c", 40, "A", 6));
            step.end();
            assertThat(step.passed()).containsExactly(1L, 2L, 9L, 3L);
            ReturnLine matched = step.candidates().get(2).returned();
            assertThat(matched.matchedOrder()).isEqualTo("b");
            assertThat(matched.order()).isEqualTo("order-b");
            assertThat(matched.orderedAt()).isEqualTo(Lines.at(20));
        }
    }

    @Test
    void leavesACancellationWithoutOrderCleanAndUnmatched() throws Exception {
        try (Step step = open()) {
            step.add(Lines.order(1, "a", 10, "A", 6), Lines.cancellation(2, "r", 20, "A", 7));
            step.end();
            assertThat(step.candidates().get(1).returned().matchedOrder()).isEmpty();
            assertThat(step.candidates().get(1).returned().orderedAt()).isNull();
        }
    }

    @Test
    void takesEachOrderBackOnce() throws Exception {
        try (Step step = open()) {
            step.add(Lines.order(1, "a", 10, "A", 6));
            step.add(Lines.cancellation(2, "r", 20, "A", 6));
            step.add(Lines.cancellation(3, "s", 30, "A", 6));
            step.end();
            assertThat(step.candidates().get(1).returned().matchedOrder()).isEqualTo("a");
            assertThat(step.candidates().get(2).returned().matchedOrder()).isEmpty();
        }
    }

    @Test
    void keepsAHugeOrderAndItsCancellationWhereTheItemHasNoHistory() throws Exception {
        try (Step step = open()) {
            step.add(Lines.order(1, "a", 10, "A", 80_995));
            step.add(Lines.cancellation(2, "r", 700, "A", 80_995));
            step.end();
            assertThat(step.passed()).containsExactly(1L, 2L);
            assertThat(step.candidates().get(1).returned().matchedOrder()).isEqualTo("a");
        }
    }

    @Test
    void rejectsAnOutlierTogetherWithItsCancellation() throws Exception {
        try (Step step = open()) {
            threeOrders(step);
            step.add(Lines.order(4, "d", 40, "A", 80_995));
            step.add(Lines.cancellation(5, "r", 50, "A", 80_995));
            step.end();
            assertThat(step.passed()).containsExactly(1L, 2L, 3L);
            assertThat(step.rejected()).containsExactly("4 outlier_units", "5 outlier_units");
            assertThat(step.rejects().get(1).reason())
                    .isEqualTo("The order line that it takes back was kept out.");
        }
    }

    @Test
    void judgesInOrderOfTimeHoweverOrdersArrive() throws Exception {
        try (Step step = open()) {
            step.add(Lines.order(4, "d", 5, "A", 80_995));
            threeOrders(step);
            step.end();
            assertThat(step.passed()).containsExactly(4L, 1L, 2L, 3L);
            assertThat(step.rejected()).isEmpty();
        }
    }

    @Test
    void forgetsOrdersThatNobodyMayTakeBackAnyMore() throws Exception {
        try (Step step = open()) {
            step.add(Lines.order(1, "a", 10, "A", 6));
            step.watermark(100 * DAY);
            int before = step.stateEntries();
            step.watermark(230 * DAY);
            assertThat(step.stateEntries()).isLessThan(before);
            assertThat(step.timers()).isZero();
            step.add(Lines.cancellation(2, "r", 231 * DAY, "A", 6));
            step.end();
            assertThat(step.candidates().get(1).returned().matchedOrder()).isEmpty();
        }
    }

    @Test
    void resumesFromASnapshot() throws Exception {
        try (Step step = open()) {
            threeOrders(step);
            step.watermark(35);
            try (Step resumed =
                    Step.restore(function(), OrderHistoryFunction::item, step.snapshot())) {
                resumed.add(Lines.order(4, "d", 40, "A", 80_995));
                resumed.add(Lines.cancellation(5, "r", 50, "A", 2));
                resumed.end();
                assertThat(resumed.rejected()).containsExactly("4 outlier_units");
                assertThat(resumed.candidates().get(0).returned().matchedOrder()).isEqualTo("c");
            }
        }
    }

    private static void threeOrders(Step step) throws Exception {
        step.add(Lines.order(1, "a", 10, "A", 2));
        step.add(Lines.order(2, "b", 20, "A", 2));
        step.add(Lines.order(3, "c", 30, "A", 2));
    }

    private OrderHistoryFunction function() {
        return new OrderHistoryFunction(options);
    }

    private Step open() throws Exception {
        return Step.open(function(), OrderHistoryFunction::item);
    }
}
