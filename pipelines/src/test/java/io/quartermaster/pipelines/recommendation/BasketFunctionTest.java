package io.quartermaster.pipelines.recommendation;

import static io.quartermaster.pipelines.recommendation.Signals.bought;
import static io.quartermaster.pipelines.recommendation.Signals.millis;
import static org.assertj.core.api.Assertions.assertThat;

import io.quartermaster.domain.recommendation.incremental.BasketChange;
import io.quartermaster.pipelines.recommendation.RecommendationSignal.Kind;
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

@SuppressWarnings("try") // the harness may be interrupted while it closes
class BasketFunctionTest {

    private static final TableTimes TIMES =
            new TableTimes(
                    Duration.ZERO,
                    new RecommendationDays(LocalDate.of(2026, 1, 8), LocalDate.of(2026, 1, 20), 1));

    private static final RecommendationSignal[] ACTS = {
        bought(1, "ann", "a"),
        Signals.of(Kind.INTERESTED, 2, "ann", "b", 0.125),
        bought(3, "ann", "a"),
        bought(3, "ann", "b"),
        Signals.of(Kind.RETURNED, 4, "ann", "b", 1)
    };

    @Test
    void tellsWhatEachActChangesBesideAllThatTheCustomerHas() throws Exception {
        try (var harness = open(2, Duration.ZERO)) {
            act(harness, ACTS);
            harness.processWatermark(new Watermark(millis("2026-01-05T00:00:00Z")));
            assertThat(told(harness))
                    .containsExactly(
                            "a 0.0>1.0 buyers 1 customers 1 []",
                            "b 0.0>0.125 buyers 0 customers 0 [a 1.0]",
                            "b 0.125>1.0 buyers 1 customers 0 [a 1.0]",
                            "b 1.0>0.0 buyers -1 customers 0 [a 1.0]");
        }
    }

    @Test
    void whatMakesRoomOrExpiresIsTakenBack() throws Exception {
        try (var harness = open(1, Duration.ZERO)) {
            act(harness, bought(1, "ann", "a"), bought(2, "ann", "b"));
            harness.processWatermark(new Watermark(millis("2026-01-15T00:00:00Z")));
            assertThat(told(harness))
                    .containsExactly(
                            "a 0.0>1.0 buyers 1 customers 1 []",
                            "b 0.0>1.0 buyers 1 customers 0 [a 1.0]",
                            "a 1.0>0.0 buyers -1 customers 0 [b 1.0]",
                            "b 1.0>0.0 buyers -1 customers -1 []");
        }
    }

    @Test
    void agesByWholeHalfLives() throws Exception {
        try (var harness = open(9, Duration.ofDays(1))) {
            act(harness, bought(1, "ann", "a"), bought(3, "ann", "b"));
            harness.processWatermark(new Watermark(millis("2026-01-04T00:00:00Z")));
            assertThat(told(harness).get(1)).endsWith("[a 0.25]");
        }
    }

    @Test
    void resumesFromASnapshot() throws Exception {
        List<String> whole;
        try (var harness = open(2, Duration.ZERO)) {
            act(harness, ACTS);
            harness.processWatermark(Watermark.MAX_WATERMARK);
            whole = told(harness);
        }
        OperatorSubtaskState snapshot;
        List<String> told;
        try (var harness = open(2, Duration.ZERO)) {
            act(harness, Arrays.copyOf(ACTS, 3));
            harness.processWatermark(new Watermark(millis("2026-01-02T23:00:00Z")));
            told = new java.util.ArrayList<>(told(harness));
            snapshot = harness.snapshot(1, 1);
        }
        try (var harness = harness(2, Duration.ZERO)) {
            harness.initializeState(snapshot);
            harness.open();
            act(harness, Arrays.copyOfRange(ACTS, 3, ACTS.length));
            harness.processWatermark(Watermark.MAX_WATERMARK);
            told.addAll(told(harness));
        }
        assertThat(told).isEqualTo(whole);
    }

    @Test
    void handsOnPlainTypes() {
        PojoTestUtils.assertSerializedAsPojoWithoutKryo(BasketChange.class);
        PojoTestUtils.assertSerializedAsPojoWithoutKryo(ShardChange.class);
    }

    private static void act(
            KeyedOneInputStreamOperatorTestHarness<String, RecommendationSignal, BasketChange>
                    harness,
            RecommendationSignal... signals)
            throws Exception {
        for (RecommendationSignal signal : signals) {
            harness.processElement(signal, signal.time().toEpochMilli());
        }
    }

    private static List<String> told(
            KeyedOneInputStreamOperatorTestHarness<String, RecommendationSignal, BasketChange>
                    harness) {
        return harness.extractOutputValues().stream().map(BasketFunctionTest::said).toList();
    }

    private static String said(BasketChange change) {
        String[] others = new String[change.others().length];
        Arrays.setAll(others, i -> change.others()[i] + " " + change.strengths()[i]);
        return "%s %s>%s buyers %d customers %d %s"
                .formatted(
                        change.item(),
                        change.before(),
                        change.after(),
                        change.buyers(),
                        change.customers(),
                        Arrays.toString(others));
    }

    private static KeyedOneInputStreamOperatorTestHarness<
                    String, RecommendationSignal, BasketChange>
            open(int items, Duration halfLife) throws Exception {
        var harness = harness(items, halfLife);
        harness.open();
        return harness;
    }

    private static KeyedOneInputStreamOperatorTestHarness<
                    String, RecommendationSignal, BasketChange>
            harness(int items, Duration halfLife) throws Exception {
        CustomerLimits limits = new CustomerLimits(items, Duration.ofDays(10), halfLife);
        return new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(new BasketFunction(limits, TIMES)),
                RecommendationSignal::customer,
                Types.STRING);
    }
}
