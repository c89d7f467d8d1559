package io.quartermaster.pipelines.recommendation;

import static io.quartermaster.pipelines.recommendation.Signals.bought;
import static org.assertj.core.api.Assertions.assertThat;

import io.quartermaster.domain.recommendation.Recommendation;
import io.quartermaster.domain.similarity.PanelSimilarityEngine;
import io.quartermaster.pipelines.event.RunOptions;
import io.quartermaster.pipelines.recommendation.RecommendationSignal.Kind;
import io.quartermaster.pipelines.similarity.SimilarityOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.types.PojoTestUtils;
import org.junit.jupiter.api.Test;

/** The tail starts on 8 January; recommendations are made at the end of the 7th, 14th, 21st. */
@SuppressWarnings("try") // the harness may be interrupted while it closes
class RecommendationFunctionTest {

    private static final List<RecommendationSignal> HISTORY =
            List.of(
                    bought(1, "ann", "a"),
                    bought(1, "ann", "b"),
                    bought(2, "bob", "a"),
                    bought(2, "bob", "b"),
                    bought(3, "bob", "c"));

    @Test
    void recommendsAtTheEndOfTheDayBeforeAPlanDay() throws Exception {
        try (var harness = open()) {
            add(harness, HISTORY);
            harness.processWatermark(millis("2026-01-07T23:59:59.998Z"));
            assertThat(harness.extractOutputValues()).isEmpty();
            harness.processWatermark(millis("2026-01-07T23:59:59.999Z"));
            assertThat(harness.extractOutputValues())
                    .containsExactly(
                            new Recommendation(
                                    "ann",
                                    1,
                                    "c",
                                    1.414214,
                                    "item_cf",
                                    "bought a (0.707107) and b (0.707107)",
                                    Instant.parse("2026-01-07T23:59:59.999Z")));
        }
    }

    @Test
    void recommendsAnewOnlyToWhoActedSince() throws Exception {
        try (var harness = open()) {
            add(harness, HISTORY);
            add(harness, List.of(bought(9, "cid", "a")));
            harness.processWatermark(Watermark.MAX_WATERMARK);
            assertThat(harness.extractOutputValues())
                    .extracting(
                            row ->
                                    row.asOf().toString().substring(8, 10)
                                            + row.customer()
                                            + row.item())
                    .containsExactly("07annc", "09cidb", "09cidc");
        }
    }

    @Test
    void makesNothingPastTheLastDay() throws Exception {
        try (var harness = open()) {
            add(harness, List.of(bought(22, "ann", "a"), bought(22, "bob", "b")));
            harness.processWatermark(Watermark.MAX_WATERMARK);
            assertThat(harness.extractOutputValues()).isEmpty();
        }
    }

    @Test
    void countsAnItemLessWhoseStockDoesNotLast() throws Exception {
        try (var harness = open()) {
            add(harness, HISTORY);
            add(
                    harness,
                    List.of(
                            Signals.of(Kind.STOCKED, 4, "", "c", 9),
                            Signals.of(Kind.STOCKED, 6, "", "c", 2),
                            Signals.of(Kind.EXPECTED, 7, "", "c", 5)));
            harness.processWatermark(Watermark.MAX_WATERMARK);
            Recommendation row = harness.extractOutputValues().get(0);
            assertThat(row.score()).isEqualTo(0.707107);
            assertThat(row.reason())
                    .isEqualTo(
                            "bought a (0.707107) and b (0.707107); stock of 2 against 5 expected takes off (-0.707107)");
        }
    }

    @Test
    void recommendsNotAgainWhatCameBackAndForgetsACancelledOrder() throws Exception {
        try (var harness = open()) {
            add(harness, HISTORY);
            add(
                    harness,
                    List.of(
                            bought(3, "ann", "c"),
                            Signals.of(Kind.RETURNED, 4, "ann", "c", 1),
                            bought(3, "bob", "d"),
                            Signals.of(Kind.CANCELLED, 4, "bob", "d", 1)));
            harness.processWatermark(Watermark.MAX_WATERMARK);
            assertThat(harness.extractOutputValues()).isEmpty();
        }
    }

    @Test
    void callsTheEngineOnceForABundle() throws Exception {
        PanelSimilarityEngine engine = new PanelSimilarityEngine();
        long calls = engine.use().calls();
        long rows = engine.use().rows();
        try (var harness = open()) {
            add(harness, HISTORY);
            harness.processWatermark(Watermark.MAX_WATERMARK);
        }
        assertThat(engine.use().calls() - calls).isEqualTo(1);
        assertThat(engine.use().rows() - rows).as("items of ann and bob").isEqualTo(3);
    }

    @Test
    void countsWhatComesLateFromTheNextTimeOn() throws Exception {
        try (var harness = open()) {
            add(harness, HISTORY);
            harness.processWatermark(millis("2026-01-10T00:00:00Z"));
            add(harness, List.of(bought(5, "cid", "c")));
            harness.processWatermark(Watermark.MAX_WATERMARK);
            assertThat(harness.extractOutputValues())
                    .extracting(Recommendation::customer)
                    .containsExactly("ann", "cid", "cid");
        }
    }

    @Test
    void resumesFromASnapshot() throws Exception {
        OperatorSubtaskState snapshot;
        List<Recommendation> whole;
        try (var harness = open()) {
            add(harness, HISTORY);
            add(harness, List.of(bought(9, "cid", "a")));
            harness.processWatermark(Watermark.MAX_WATERMARK);
            whole = harness.extractOutputValues();
        }
        try (var harness = open()) {
            add(harness, HISTORY);
            harness.processWatermark(millis("2026-01-02T23:00:00Z"));
            snapshot = harness.snapshot(1, 1);
        }
        try (var harness = harness()) {
            harness.initializeState(snapshot);
            harness.open();
            add(harness, List.of(bought(9, "cid", "a")));
            harness.processWatermark(Watermark.MAX_WATERMARK);
            assertThat(harness.extractOutputValues()).isEqualTo(whole).isNotEmpty();
        }
    }

    @Test
    void keepsPlainTypesInStateAndOnStreams() {
        PojoTestUtils.assertSerializedAsPojoWithoutKryo(RecommendationSignal.class);
        PojoTestUtils.assertSerializedAsPojoWithoutKryo(Holding.class);
        PojoTestUtils.assertSerializedAsPojoWithoutKryo(PlaceAmount.class);
        PojoTestUtils.assertSerializedAsPojoWithoutKryo(Recommendation.class);
    }

    private static void add(
            KeyedOneInputStreamOperatorTestHarness<Integer, RecommendationSignal, Recommendation>
                    harness,
            List<RecommendationSignal> signals)
            throws Exception {
        for (RecommendationSignal signal : signals) {
            harness.processElement(signal, signal.time().toEpochMilli());
        }
    }

    private static KeyedOneInputStreamOperatorTestHarness<
                    Integer, RecommendationSignal, Recommendation>
            open() throws Exception {
        var harness = harness();
        harness.open();
        return harness;
    }

    private static KeyedOneInputStreamOperatorTestHarness<
                    Integer, RecommendationSignal, Recommendation>
            harness() throws Exception {
        Configuration config = new Configuration();
        config.set(RunOptions.TAIL_START, "2026-01-08");
        config.set(RunOptions.LAST_DAY, "2026-01-20");
        config.set(SimilarityOptions.ENGINE, "panel");
        config.set(RecommendationOptions.HALF_LIFE, Duration.ZERO);
        return new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(
                        new RecommendationFunction(RecommendationOptions.of(config))),
                signal -> 0,
                Types.INT);
    }

    private static long millis(String instant) {
        return Instant.parse(instant).toEpochMilli();
    }
}
