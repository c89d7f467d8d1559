package io.quartermaster.pipelines.satisfaction;

import static io.quartermaster.pipelines.satisfaction.ItemSignals.item;
import static io.quartermaster.pipelines.satisfaction.ItemSignals.stock;
import static org.assertj.core.api.Assertions.assertThat;

import io.quartermaster.domain.event.Feedback;
import java.time.Instant;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

@SuppressWarnings("try") // the harness may be interrupted while it closes
class ItemFactsFunctionTest {

    @Test
    void joinsBrandAndCategoryAsOfTheSignalsTime() throws Exception {
        try (var harness = harness()) {
            harness.open();
            harness.processElement(stock("late"), 30);
            harness.processElement(stock("same time"), 10);
            harness.processElement(stock("before"), 5);
            harness.processElement(item("First"), 10);
            harness.processElement(item("Second"), 20);
            harness.processWatermark(Watermark.MAX_WATERMARK);

            assertThat(harness.extractOutputValues())
                    .extracting(signal -> signal.id() + " " + signal.brand() + signal.category())
                    .containsExactly("6:before ", "6:same time Firsttoys", "6:late Secondtoys");
        }
    }

    @Test
    void knowsTheCategoryButNoBrandOfWhatIsUnknownOrOfAnotherItem() throws Exception {
        try (var harness = harness()) {
            harness.open();
            harness.processElement(item("First"), 10);
            harness.processElement(
                    Signal.of(new Feedback("f", Instant.EPOCH, "test", "o", "", "", "", 5, "", ""))
                            .with(new OrderFacts("A", "", "main", "SP", 0)),
                    20);
            harness.processElement(item("unknown"), 30);
            harness.processElement(stock("s"), 40);
            harness.processWatermark(Watermark.MAX_WATERMARK);

            assertThat(harness.extractOutputValues())
                    .extracting(
                            signal -> signal.id() + "|" + signal.brand() + "|" + signal.category())
                    .containsExactly("3:f||toys", "6:s||toys");
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
                    .extracting(signal -> signal.id() + " " + signal.brand() + signal.category())
                    .containsExactly("6:waiting Firsttoys");
        }
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, Signal, Signal> harness()
            throws Exception {
        return new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(new ItemFactsFunction()),
                Circumstances::about,
                Types.STRING);
    }
}
