package io.quartermaster.pipelines.recommendation;

import static org.assertj.core.api.Assertions.assertThat;

import io.quartermaster.domain.recommendation.StockOutlook;
import io.quartermaster.pipelines.recommendation.RecommendationSignal.Kind;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.types.PojoTestUtils;
import org.junit.jupiter.api.Test;

@SuppressWarnings("try") // the harness may be interrupted while it closes
class OutlookFunctionTest {

    @Test
    void tellsWhatRunsOutOrIsSoldOutAndWhenItIsNoLonger() throws Exception {
        try (var harness = open()) {
            add(harness, 1, Kind.STOCKED, 9);
            add(harness, 2, Kind.EXPECTED, 5);
            add(harness, 3, Kind.STOCKED, 7);
            add(harness, 4, Kind.STOCKED, 4);
            add(harness, 5, Kind.STOCKED, 0);
            add(harness, 6, Kind.STOCKED, 20);
            harness.processWatermark(Watermark.MAX_WATERMARK);
            assertThat(told(harness)).containsExactly("04 4.0 5.0", "05 0.0 5.0", "06 20.0 5.0");
        }
    }

    @Test
    void aForecastAloneTellsNothing() throws Exception {
        try (var harness = open()) {
            add(harness, 1, Kind.EXPECTED, 5);
            harness.processWatermark(Watermark.MAX_WATERMARK);
            assertThat(told(harness)).isEmpty();
        }
    }

    @Test
    void resumesFromASnapshot() throws Exception {
        OperatorSubtaskState snapshot;
        try (var harness = open()) {
            add(harness, 1, Kind.STOCKED, 4);
            add(harness, 2, Kind.EXPECTED, 5);
            harness.processWatermark(new Watermark(Signals.noon(1).toEpochMilli()));
            snapshot = harness.snapshot(1, 1);
        }
        try (var harness = harness()) {
            harness.initializeState(snapshot);
            harness.open();
            add(harness, 3, Kind.STOCKED, 4);
            harness.processWatermark(Watermark.MAX_WATERMARK);
            assertThat(told(harness)).containsExactly("02 4.0 5.0");
        }
    }

    @Test
    void keepsPlainTypesInState() {
        PojoTestUtils.assertSerializedAsPojoWithoutKryo(StockOutlook.class);
    }

    private static void add(
            KeyedOneInputStreamOperatorTestHarness<String, RecommendationSignal, ItemNews> harness,
            int day,
            Kind kind,
            double amount)
            throws Exception {
        RecommendationSignal signal = Signals.of(kind, day, "", "a", amount);
        harness.processElement(signal, signal.time().toEpochMilli());
    }

    private static List<String> told(
            KeyedOneInputStreamOperatorTestHarness<String, RecommendationSignal, ItemNews>
                    harness) {
        return harness.extractOutputValues().stream()
                .map(
                        news ->
                                "%s %s %s"
                                        .formatted(
                                                java.time.Instant.ofEpochMilli(news.time())
                                                        .toString()
                                                        .substring(8, 10),
                                                news.values()[0],
                                                news.values()[1]))
                .toList();
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, RecommendationSignal, ItemNews>
            open() throws Exception {
        var harness = harness();
        harness.open();
        return harness;
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, RecommendationSignal, ItemNews>
            harness() throws Exception {
        return new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(new OutlookFunction(false)),
                RecommendationSignal::item,
                Types.STRING);
    }
}
