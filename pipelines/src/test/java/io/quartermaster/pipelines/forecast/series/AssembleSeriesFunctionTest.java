package io.quartermaster.pipelines.forecast.series;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

@SuppressWarnings("try") // the harness may be interrupted while it closes
public class AssembleSeriesFunctionTest {

    @Test
    void putsTheRowsOfEachSeriesTogetherAtTheEnd() throws Exception {
        try (var harness = harness()) {
            harness.open();
            harness.processElement(chunk("a", 3, 5));
            harness.processElement(chunk("b", 1, 9));
            harness.processElement(chunk("a", 1, 4));
            assertThat(harness.extractOutputValues()).isEmpty();
            harness.processWatermark(Watermark.MAX_WATERMARK);
            assertThat(harness.extractOutputValues())
                    .extracting(Series::id)
                    .containsExactlyInAnyOrder("a", "b");
        }
    }

    @Test
    void aSeriesWithoutAnyValueIsNone() throws Exception {
        try (var harness = harness()) {
            harness.open();
            harness.processElement(chunk("a", 1, Double.NaN));
            harness.processWatermark(Watermark.MAX_WATERMARK);
            assertThat(harness.extractOutputValues()).isEmpty();
        }
    }

    @Test
    void resumesFromASnapshot() throws Exception {
        OperatorSubtaskState snapshot;
        try (var first = harness()) {
            first.open();
            first.processElement(chunk("a", 1, 4));
            snapshot = first.snapshot(1, 1);
        }
        try (var second = harness()) {
            second.initializeState(snapshot);
            second.open();
            second.processElement(chunk("a", 2, 5));
            second.processWatermark(Watermark.MAX_WATERMARK);
            assertThat(second.extractOutputValues()).hasSize(1);
            assertThat(second.extractOutputValues().get(0).values()).containsExactly(4, 5);
        }
    }

    private static StreamRecord<SeriesChunk> chunk(String id, long position, double value) {
        return new StreamRecord<>(
                new SeriesChunk(
                        id,
                        TimeForm.INTEGER.name(),
                        2,
                        new long[] {position},
                        new double[] {value},
                        new double[0][]));
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, SeriesChunk, Series> harness()
            throws Exception {
        SeriesFile file =
                new SeriesFile("", SeriesColumns.usual(), CovariateColumns.usual(), "", false);
        return new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(new AssembleSeriesFunction(file)),
                SeriesChunk::id,
                Types.STRING);
    }
}
