package io.quartermaster.pipelines.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.quartermaster.domain.event.BrandStage;
import io.quartermaster.domain.risk.HeldStock;
import io.quartermaster.domain.risk.LateChance;
import io.quartermaster.domain.risk.RiskAlert;
import io.quartermaster.domain.risk.SupplyHistory;
import io.quartermaster.pipelines.event.PlainTypes;
import java.math.BigDecimal;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.types.PojoTestUtils;
import org.junit.jupiter.api.Test;

@SuppressWarnings("try") // the harness may be interrupted while it closes
class SupplyRiskFunctionTest {

    @Test
    void raisesABrandThatIsSilentForLongAndClearsItWhenItDelivers() throws Exception {
        try (var harness = harness()) {
            harness.open();
            everyFiveDays(harness);
            add(harness, 50, Supplies.delivery(50, "S", 10, 0));
            harness.processWatermark(Supplies.millis(51));

            List<RiskAlert> alerts = harness.extractOutputValues();
            // Gaps of 5 days; 0.8 x (silence - 2) / 3 reaches 0.5 at 19.4 days, 0.2 more at 24.
            assertThat(alerts)
                    .extracting(a -> a.kind() + " " + a.state() + " " + a.eventDay())
                    .containsExactly(
                            "supply_break raised " + Supplies.FIRST.plusDays(40),
                            "supply_break worse " + Supplies.FIRST.plusDays(44),
                            "supply_break cleared " + Supplies.FIRST.plusDays(50));
            assertThat(alerts.get(0).score()).isCloseTo(0.8 * 2 / 3, within(1e-9));
            assertThat(alerts.get(0).reason()).isEqualTo("silent for 4.0 of its usual gaps");
            assertThat(alerts.get(0).exposedItems()).isEqualTo(1);
            assertThat(alerts.get(0).exposedUnits()).isEqualTo(7);
            assertThat(alerts.get(0).exposedValue()).isEqualByComparingTo(new BigDecimal("17.50"));
            assertThat(alerts.get(2).reason()).isEmpty();
        }
    }

    @Test
    void saysThatABrandLeavesAndNotThatItIsSilent() throws Exception {
        try (var harness = harness()) {
            harness.open();
            everyFiveDays(harness);
            add(harness, 21, Supplies.stage(BrandStage.SUSPENDED));
            add(harness, 24, Supplies.stage(BrandStage.ENDED));
            harness.processWatermark(Watermark.MAX_WATERMARK);

            assertThat(harness.extractOutputValues())
                    .extracting(
                            a -> a.kind() + " " + a.state() + " " + a.score() + " " + a.reason())
                    .containsExactly("exit raised 0.9 cooperation suspended (why)");
        }
    }

    @Test
    void warnsBeforeTermsEndUnlessOthersFollow() throws Exception {
        try (var harness = harness()) {
            harness.open();
            add(harness, 0, Supplies.terms(1, 60));
            add(harness, 50, Supplies.terms(2, 400));
            harness.processWatermark(Supplies.millis(70));
            // 0.4 + 0.4 (1 - left / 31) reaches 0.5 with 23 days left, and 0.7 with 7 left.
            assertThat(harness.extractOutputValues())
                    .extracting(a -> a.state() + " " + a.eventDay() + " " + a.reason())
                    .containsExactly(
                            "raised %s terms end in 23 days and none follow"
                                    .formatted(Supplies.FIRST.plusDays(37)),
                            "cleared %s ".formatted(Supplies.FIRST.plusDays(50)));
            assertThat(harness.extractOutputValues().get(0).supplier()).isEqualTo("S");
        }
    }

    @Test
    void warnsOfABrandThatOffersLessAndLess() throws Exception {
        OperatorSubtaskState snapshot;
        try (var harness = harness()) {
            harness.open();
            add(harness, 0, Supplies.offer(0, 10));
            harness.processWatermark(Supplies.millis(9));
            assertThat(harness.extractOutputValues()).isEmpty();
            snapshot = harness.snapshot(1, 1);
        }
        try (var harness = harness()) {
            harness.initializeState(snapshot);
            harness.open();
            add(harness, 10, Supplies.offer(10, 1));
            harness.processWatermark(Supplies.millis(12));
            assertThat(harness.extractOutputValues())
                    .extracting(
                            a -> a.kind() + " " + a.state() + " " + a.score() + " " + a.reason())
                    .containsExactly("exit raised 0.5 offers 90 % fewer items than before");
        }
    }

    @Test
    void stopsWatchingHalfAYearAfterTheLastSignal() throws Exception {
        try (var harness = harness()) {
            harness.open();
            everyFiveDays(harness);
            harness.processWatermark(Supplies.millis(20 + 179));
            assertThat(harness.numEventTimeTimers()).isEqualTo(1);
            harness.processWatermark(Watermark.MAX_WATERMARK);
            assertThat(harness.numEventTimeTimers()).isZero();
        }
    }

    /** 0.6 x the ramp of 0.45 to 0.5 is 0.54; the arrival ends it. */
    @Test
    void raisesWhatAModelExpectsOfTheOrdersUnderWay() throws Exception {
        OperatorSubtaskState snapshot;
        try (var harness = harness()) {
            harness.open();
            add(harness, 1, expected(Supplies.order(1, "S", 10, 8), 0.45));
            harness.processWatermark(Supplies.millis(2));

            assertThat(harness.extractOutputValues())
                    .extracting(a -> a.kind() + " " + a.state() + " " + a.reason())
                    .containsExactly(
                            "supply_break raised 45 % of units on order expected late (S is late)");
            assertThat(harness.extractOutputValues().get(0).score()).isCloseTo(0.54, within(1e-9));
            snapshot = harness.snapshot(1, 1);
        }
        try (var harness = harness()) {
            harness.initializeState(snapshot);
            harness.open();
            harness.processWatermark(Supplies.millis(10));
            add(harness, 11, Supplies.delivery(11, "S", 10, 3));
            harness.processWatermark(Supplies.millis(12));

            // Overdue from day 9 on it is late for sure, 0.6; the arrival itself is one delivery.
            assertThat(harness.extractOutputValues())
                    .extracting(a -> a.state() + " " + a.eventDay())
                    .containsExactly("cleared " + Supplies.FIRST.plusDays(11));
        }
    }

    private static SupplySignal expected(SupplySignal order, double chance) {
        return order.with(order.late().rated("B", "S", chance, "S is late"));
    }

    @Test
    void resumesFromASnapshot() throws Exception {
        OperatorSubtaskState snapshot;
        try (var harness = harness()) {
            harness.open();
            everyFiveDays(harness);
            harness.processWatermark(Supplies.millis(41));
            assertThat(harness.extractOutputValues()).hasSize(1);
            snapshot = harness.snapshot(1, 1);
        }
        try (var harness = harness()) {
            harness.initializeState(snapshot);
            harness.open();
            harness.processWatermark(Supplies.millis(46));
            assertThat(harness.extractOutputValues())
                    .extracting(a -> a.state() + " " + a.exposedUnits())
                    .containsExactly("worse 7");
        }
    }

    @Test
    void streamsAndStateNeedNoKryo() {
        PlainTypes.register();
        PojoTestUtils.assertSerializedAsPojoWithoutKryo(SupplyHistory.class);
        PojoTestUtils.assertSerializedAsPojoWithoutKryo(HeldStock.class);
        PojoTestUtils.assertSerializedAsPojoWithoutKryo(RiskAlert.class);
        PojoTestUtils.assertSerializedAsPojoWithoutKryo(LateChance.class);
        PojoTestUtils.assertSerializedAsPojoWithoutKryo(SupplySignal.class);
    }

    @Test
    void refusesOptionsThatDoNotFit() {
        Configuration options = new Configuration();
        options.set(RiskOptions.CONCENTRATED_AT, 0.0);
        assertThatThrownBy(() -> RiskOptions.of(options))
                .hasMessage("The concentratedAt (0.0) must be above 0, at most 1.");
    }

    /** Deliveries on days 0, 5, … 20, in time and whole, and seven units on hand since day 6. */
    private static void everyFiveDays(
            KeyedOneInputStreamOperatorTestHarness<String, SupplySignal, RiskAlert> harness)
            throws Exception {
        for (int day = 0; day <= 20; day += 5) {
            add(harness, day, Supplies.delivery(day, "S", 10, 0));
        }
        add(harness, 6, Supplies.stock(6, "A", "S", 7));
        add(harness, 5, Supplies.stock(5, "A", "S", 70));
    }

    private static void add(
            KeyedOneInputStreamOperatorTestHarness<String, SupplySignal, RiskAlert> harness,
            int day,
            SupplySignal signal)
            throws Exception {
        harness.processElement(signal, Supplies.millis(day));
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, SupplySignal, RiskAlert> harness()
            throws Exception {
        return new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(
                        new SupplyRiskFunction(RiskOptions.of(new Configuration()))),
                SupplySignal::brand,
                Types.STRING);
    }
}
