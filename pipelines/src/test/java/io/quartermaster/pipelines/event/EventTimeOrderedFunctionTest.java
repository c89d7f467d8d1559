package io.quartermaster.pipelines.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quartermaster.domain.event.StockLevel;
import java.time.Instant;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.util.Collector;
import org.junit.jupiter.api.Test;

@SuppressWarnings("try") // the harness may be interrupted while it closes
class EventTimeOrderedFunctionTest {

    @Test
    void handsElementsOnInOrderOfTimeAndId() throws Exception {
        try (var harness = open(new Listing())) {
            add(harness, "c", 20);
            add(harness, "b", 10);
            add(harness, "a", 20);
            assertThat(harness.extractOutputValues()).isEmpty();
            harness.processWatermark(10);
            assertThat(harness.extractOutputValues()).containsExactly("b@10");
            harness.processWatermark(Watermark.MAX_WATERMARK);
            assertThat(harness.extractOutputValues()).containsExactly("b@10", "a@20", "c@20");
        }
    }

    @Test
    void handlesALateElementAtOnce() throws Exception {
        try (var harness = open(new Listing())) {
            add(harness, "later", 30);
            harness.processWatermark(20);
            add(harness, "late", 20);
            assertThat(harness.extractOutputValues()).containsExactly("late@20");
        }
    }

    @Test
    void callsASubclassesTimerAfterTheElementsOfItsTime() throws Exception {
        try (var harness = open(new ClosingEveryTen())) {
            add(harness, "a", 3);
            add(harness, "b", 10);
            add(harness, "c", 12);
            harness.processWatermark(Watermark.MAX_WATERMARK);
            assertThat(harness.extractOutputValues())
                    .containsExactly("a@3", "b@10", "close 10", "c@12", "close 20");
        }
    }

    @Test
    void forgetsATimerThatWasTakenBack() throws Exception {
        try (var harness = open(new ClosingEveryTen())) {
            add(harness, "a", 3);
            add(harness, "stop", 4);
            add(harness, "b", 10);
            harness.processWatermark(9);
            harness.processWatermark(Watermark.MAX_WATERMARK);
            assertThat(harness.extractOutputValues())
                    .containsExactly("a@3", "stop@4", "b@10", "close 10");
        }
    }

    @Test
    void refusesATimerRegisteredPastIt() throws Exception {
        try (var harness = open(new GoingPast())) {
            add(harness, "a", 3);
            assertThatThrownBy(() -> harness.processWatermark(50))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage(
                            "The timer at (40) of key (K) was not registered by registerTimer.\n"
                                    + "Maybe a subclass called the timer service itself.");
        }
    }

    @Test
    void resumesFromASnapshot() throws Exception {
        OperatorSubtaskState snapshot;
        try (var harness = open(new ClosingEveryTen())) {
            add(harness, "b", 12);
            add(harness, "a", 12);
            add(harness, "first", 3);
            harness.processWatermark(5);
            snapshot = harness.snapshot(1, 1);
        }
        try (var harness = harness(new ClosingEveryTen())) {
            harness.initializeState(snapshot);
            harness.open();
            harness.processWatermark(Watermark.MAX_WATERMARK);
            assertThat(harness.extractOutputValues())
                    .containsExactly("close 10", "a@12", "b@12", "close 20");
        }
    }

    private static void add(
            KeyedOneInputStreamOperatorTestHarness<String, StockLevel, String> harness,
            String id,
            long time)
            throws Exception {
        harness.processElement(
                new StockLevel(id, Instant.ofEpochMilli(time), "test", "K", "main", 1), time);
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, StockLevel, String> open(
            Listing function) throws Exception {
        var harness = harness(function);
        harness.open();
        return harness;
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, StockLevel, String> harness(
            Listing function) throws Exception {
        return new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(function), StockLevel::item, Types.STRING);
    }

    private static class Listing extends EventTimeOrderedFunction<String, StockLevel, String> {
        private static final long serialVersionUID = 1L;

        Listing() {
            super(StockLevel.class, StockLevel::id);
        }

        @Override
        protected void inOrder(StockLevel element, Context context, Collector<String> out)
                throws Exception {
            out.collect(element.id() + "@" + context.timestamp());
        }
    }

    private static final class ClosingEveryTen extends Listing {
        private static final long serialVersionUID = 1L;

        @Override
        protected void inOrder(StockLevel element, Context context, Collector<String> out)
                throws Exception {
            super.inOrder(element, context, out);
            long close = (context.timestamp() + 9) / 10 * 10;
            if (element.id().equals("stop")) {
                deleteTimer(close, context);
            } else {
                registerTimer(close, context);
            }
        }

        @Override
        protected void onOwnTimer(long time, OnTimerContext context, Collector<String> out) {
            out.collect("close " + time);
        }
    }

    private static final class GoingPast extends Listing {
        private static final long serialVersionUID = 1L;

        @Override
        protected void inOrder(StockLevel element, Context context, Collector<String> out) {
            context.timerService().registerEventTimeTimer(40);
        }
    }
}
