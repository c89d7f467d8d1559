package io.quartermaster.pipelines.satisfaction;

import static org.assertj.core.api.Assertions.assertThat;

import io.quartermaster.domain.event.Feedback;
import io.quartermaster.domain.event.OrderLine;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

@SuppressWarnings("try") // the harness may be interrupted while it closes
class OrderFactsFunctionTest {

    @Test
    void joinsWhatFollowsWithTheOrdersFirstLine() throws Exception {
        try (var harness = harness()) {
            harness.open();
            harness.processElement(feedback("after"), 30);
            harness.processElement(order("2", "B"), 20);
            harness.processElement(order("1", "A"), 10);
            harness.processElement(feedback("before"), 5);
            harness.processWatermark(100);

            assertThat(harness.extractOutputValues())
                    .extracting(
                            signal ->
                                    "%s %s %s %s"
                                            .formatted(
                                                    signal.id(),
                                                    Circumstances.about(signal),
                                                    Circumstances.placeOfOrder(signal),
                                                    signal.more().group()))
                    .containsExactly(
                            "3:before   ", "1:1 A main SP", "1:2 B main SP", "3:after A main SP");
            assertThat(harness.extractOutputValues().get(3).more().orderedMillis()).isEqualTo(10);
        }
    }

    @Test
    void doesNotAscribeToPlaceAndCustomersWhatIsNotAscribedToTheSeller() throws Exception {
        Signal nobodys =
                Signal.of(new Feedback("f", Instant.EPOCH, "test", "o", "", "", "", 1, "", ""));
        try (var harness = harness()) {
            harness.open();
            harness.processElement(order("1", "A"), 10);
            harness.processElement(nobodys, 20);
            harness.processWatermark(Watermark.MAX_WATERMARK);

            assertThat(harness.extractOutputValues().get(1)).isEqualTo(nobodys);
        }
    }

    @Test
    void forgetsAnOrderAfterHalfAYear() throws Exception {
        try (var harness = harness()) {
            harness.open();
            harness.processElement(order("1", "A"), 10);
            harness.processWatermark(Duration.ofDays(181).toMillis());
            assertThat(harness.numKeyedStateEntries()).isZero();
            harness.processElement(feedback("late"), Duration.ofDays(182).toMillis());
            harness.processWatermark(Watermark.MAX_WATERMARK);

            assertThat(harness.extractOutputValues().get(1).more().order()).isNull();
        }
    }

    @Test
    void resumesFromASnapshot() throws Exception {
        OperatorSubtaskState snapshot;
        try (var harness = harness()) {
            harness.open();
            harness.processElement(order("1", "A"), 10);
            harness.processWatermark(15);
            harness.processElement(feedback("waiting"), 20);
            snapshot = harness.snapshot(1, 1);
        }
        try (var harness = harness()) {
            harness.initializeState(snapshot);
            harness.open();
            harness.processWatermark(Watermark.MAX_WATERMARK);

            assertThat(harness.extractOutputValues())
                    .extracting(signal -> signal.id() + " " + signal.more().group())
                    .containsExactly("3:waiting SP");
        }
    }

    private static Signal feedback(String id) {
        return Signal.of(new Feedback(id, Instant.EPOCH, "test", "o", "", "S", "", 5, "", ""));
    }

    private static Signal order(String id, String item) {
        return Signal.of(
                new OrderLine(
                        id,
                        Instant.EPOCH,
                        "test",
                        "o",
                        item,
                        "main",
                        "",
                        "S",
                        "SP",
                        1,
                        BigDecimal.TEN,
                        BigDecimal.ZERO,
                        BigDecimal.ONE,
                        "EUR",
                        false,
                        ""));
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, Signal, Signal> harness()
            throws Exception {
        return new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(new OrderFactsFunction()), Signal::order, Types.STRING);
    }
}
