package io.quartermaster.pipelines.satisfaction;

import static io.quartermaster.pipelines.satisfaction.ItemSignals.item;
import static io.quartermaster.pipelines.satisfaction.ItemSignals.stock;
import static org.assertj.core.api.Assertions.assertThat;

import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

@SuppressWarnings("try") // the harness may be interrupted while it closes
class BrandOfItemFunctionTest {

    @Test
    void joinsTheBrandAsOfTheSignalsTime() throws Exception {
        try (var harness = harness()) {
            harness.open();
            harness.processElement(stock("late"), 30);
            harness.processElement(stock("same time"), 10);
            harness.processElement(stock("before"), 5);
            harness.processElement(item("First"), 10);
            harness.processElement(item("Second"), 20);
            harness.processWatermark(Watermark.MAX_WATERMARK);

            assertThat(harness.extractOutputValues())
                    .extracting(signal -> signal.id() + " " + signal.brand())
                    .containsExactly(
                            "0:i First", "6:same time First", "0:i Second", "6:late Second");
        }
    }

    @Test
    void leavesOutItemsWithoutABrand() throws Exception {
        try (var harness = harness()) {
            harness.open();
            harness.processElement(item("unknown"), 10);
            harness.processElement(stock("s"), 20);
            harness.processWatermark(Watermark.MAX_WATERMARK);

            assertThat(harness.extractOutputValues()).isEmpty();
        }
    }

    @Test
    void resumesFromASnapshot() throws Exception {
        OperatorSubtaskState snapshot;
        try (var harness = harness()) {
            harness.open();
            harness.processElement(item("First"), 10);
            harness.processWatermark(15);
            harness.processElement(stock("waiting"), 20);
            snapshot = harness.snapshot(1, 1);
        }
        try (var harness = harness()) {
            harness.initializeState(snapshot);
            harness.open();
            harness.processWatermark(Watermark.MAX_WATERMARK);

            assertThat(harness.extractOutputValues())
                    .extracting(signal -> signal.id() + " " + signal.brand())
                    .containsExactly("6:waiting First");
        }
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, Signal, Signal> harness()
            throws Exception {
        return new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(new BrandOfItemFunction()), Signal::item, Types.STRING);
    }
}
