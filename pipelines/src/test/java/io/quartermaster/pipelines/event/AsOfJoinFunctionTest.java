package io.quartermaster.pipelines.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.quartermaster.domain.event.StockLevel;
import java.time.Instant;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

/** Rows are levels of a place, what is joined are levels without one. */
@SuppressWarnings("try") // the harness may be interrupted while it closes
class AsOfJoinFunctionTest {

    @Test
    void joinsWithTheRowKnownLastAndLeavesOutWhatCameBeforeAny() throws Exception {
        try (var harness = harness()) {
            harness.open();
            add(harness, "before", "", 5);
            add(harness, "row-1", "first", 10);
            add(harness, "a", "", 15);
            add(harness, "row-2", "second", 20);
            add(harness, "b", "", 25);
            harness.processWatermark(Watermark.MAX_WATERMARK);
            assertThat(harness.extractOutputValues())
                    .extracting(level -> level.id() + " " + level.place())
                    .containsExactly("a first", "b second");
        }
    }

    @Test
    void waitsForARowThatComesLaterInProcessingTime() throws Exception {
        try (var harness = harness()) {
            harness.open();
            add(harness, "a", "", 15);
            add(harness, "row", "place", 10);
            harness.processWatermark(Watermark.MAX_WATERMARK);
            assertThat(harness.extractOutputValues())
                    .extracting(StockLevel::place)
                    .containsExactly("place");
        }
    }

    @Test
    void resumesFromASnapshot() throws Exception {
        OperatorSubtaskState snapshot;
        try (var harness = harness()) {
            harness.open();
            add(harness, "row", "place", 10);
            harness.processWatermark(12);
            add(harness, "a", "", 15);
            snapshot = harness.snapshot(1, 1);
        }
        try (var harness = harness()) {
            harness.initializeState(snapshot);
            harness.open();
            harness.processWatermark(Watermark.MAX_WATERMARK);
            assertThat(harness.extractOutputValues())
                    .extracting(StockLevel::place)
                    .containsExactly("place");
        }
    }

    private static void add(
            KeyedOneInputStreamOperatorTestHarness<String, StockLevel, StockLevel> harness,
            String id,
            String place,
            long time)
            throws Exception {
        harness.processElement(level(id, place, time), time);
    }

    private static StockLevel level(String id, String place, long time) {
        return new StockLevel(id, Instant.ofEpochMilli(time), "test", "item", place, 1);
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, StockLevel, StockLevel> harness()
            throws Exception {
        return new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(
                        new AsOfJoinFunction<>(
                                StockLevel.class,
                                StockLevel::id,
                                level -> !level.place().isEmpty(),
                                (level, row) ->
                                        row == null
                                                ? null
                                                : level(
                                                        level.id(),
                                                        row.place(),
                                                        level.time().toEpochMilli()))),
                StockLevel::item,
                Types.STRING);
    }
}
