package io.quartermaster.pipelines.recommendation;

import static io.quartermaster.pipelines.recommendation.Signals.millis;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.types.PojoTestUtils;
import org.junit.jupiter.api.Test;

/** Told as each day from the 7th closes. */
@SuppressWarnings("try") // the harness may be interrupted while it closes
class RepeatFunctionTest {

    private static final TableTimes TIMES =
            new TableTimes(
                    Duration.ZERO,
                    new RecommendationDays(LocalDate.of(2026, 1, 8), LocalDate.MAX, 1));

    @Test
    void tellsHowOftenAnItemWasBoughtAgainAsTheDayCloses() throws Exception {
        try (var harness = open()) {
            buy(harness, 1, "milk", false);
            buy(harness, 2, "milk", true);
            buy(harness, 2, "lamp", false);
            buy(harness, 9, "milk", true);
            harness.processWatermark(Watermark.MAX_WATERMARK);
            assertThat(told(harness))
                    .containsExactlyInAnyOrder(
                            "07 milk [2.0, 1.0]", "07 lamp [1.0, 0.0]", "09 milk [3.0, 2.0]");
        }
    }

    @Test
    void countsWhatComesLateFromTheNextTimeOn() throws Exception {
        try (var harness = open()) {
            harness.processWatermark(new Watermark(millis("2026-01-09T12:00:00Z")));
            buy(harness, 8, "milk", false);
            harness.processWatermark(new Watermark(millis("2026-01-12T12:00:00Z")));
            assertThat(told(harness)).containsExactly("09 milk [1.0, 0.0]");
        }
    }

    @Test
    void countsNoLongerWhatIsForgotten() throws Exception {
        try (var harness = open()) {
            buy(harness, 1, "milk", false);
            buy(harness, 2, "milk", true);
            buy(harness, 3, "milk", false);
            harness.processElement(
                    new Purchase("milk", "ann|", -2, -1), Signals.noon(9).toEpochMilli());
            harness.processWatermark(Watermark.MAX_WATERMARK);
            assertThat(told(harness)).containsExactly("07 milk [3.0, 1.0]", "09 milk [1.0, 0.0]");
        }
    }

    @Test
    void resumesFromASnapshot() throws Exception {
        OperatorSubtaskState snapshot;
        try (var harness = open()) {
            buy(harness, 1, "milk", false);
            harness.processWatermark(new Watermark(millis("2026-01-02T00:00:00Z")));
            snapshot = harness.snapshot(1, 1);
        }
        try (var harness = harness()) {
            harness.initializeState(snapshot);
            harness.open();
            buy(harness, 3, "milk", true);
            harness.processWatermark(Watermark.MAX_WATERMARK);
            assertThat(told(harness)).containsExactly("07 milk [2.0, 1.0]");
        }
    }

    @Test
    void keepsPlainTypesInState() {
        for (Class<?> type : List.of(Purchase.class, RepeatCount.class)) {
            PojoTestUtils.assertSerializedAsPojoWithoutKryo(type);
        }
    }

    private static void buy(
            KeyedOneInputStreamOperatorTestHarness<String, Purchase, ItemNews> harness,
            int day,
            String item,
            boolean isRepeat)
            throws Exception {
        harness.processElement(
                new Purchase(item, "order" + day, 1, isRepeat ? 1 : 0),
                Signals.noon(day).toEpochMilli());
    }

    private static List<String> told(
            KeyedOneInputStreamOperatorTestHarness<String, Purchase, ItemNews> harness) {
        return harness.extractOutputValues().stream()
                .map(
                        news ->
                                java.time.Instant.ofEpochMilli(news.time())
                                                .toString()
                                                .substring(8, 10)
                                        + " "
                                        + news.subject()
                                        + " "
                                        + Arrays.toString(news.values()))
                .toList();
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, Purchase, ItemNews> open()
            throws Exception {
        var harness = harness();
        harness.open();
        return harness;
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, Purchase, ItemNews> harness()
            throws Exception {
        return new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(new RepeatFunction(TIMES)),
                Purchase::item,
                Types.STRING);
    }
}
