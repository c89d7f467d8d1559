package io.quartermaster.pipelines.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quartermaster.domain.risk.RiskAlert;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

@SuppressWarnings("try") // the harness may be interrupted while it closes
class ConcentrationFunctionTest {

    @Test
    void raisesACategoryThatLeansOnFewAndClearsItWhenAThirdDelivers() throws Exception {
        try (var harness = harness()) {
            harness.open();
            twoSuppliers(harness);
            add(harness, 0, Supplies.delivery(0, "C", 60, 0));
            add(harness, 1, Supplies.delivery(1, "D", 60, 0));
            harness.processWatermark(Watermark.MAX_WATERMARK);
            assertThat(harness.extractOutputValues()).isEmpty();
        }
        try (var harness = harness()) {
            harness.open();
            twoSuppliers(harness);
            add(harness, 1, Supplies.delivery(1, "C", 60, 0));
            harness.processWatermark(Watermark.MAX_WATERMARK);

            List<RiskAlert> alerts = harness.extractOutputValues();
            assertThat(alerts)
                    .extracting(a -> a.kind() + " " + a.subject() + " " + a.state())
                    .containsExactly("concentration toys raised", "concentration toys cleared");
            // 0.6^2 + 0.4^2; four units of A lie on hand, the nine of B do not count.
            assertThat(alerts.get(0).score()).isCloseTo(0.52, within(1e-9));
            assertThat(alerts.get(0).supplier()).isEqualTo("A");
            assertThat(alerts.get(0).reason())
                    .isEqualTo("60 % of units delivered come from A, of 2 suppliers");
            assertThat(alerts.get(0).exposedUnits()).isEqualTo(4);
        }
    }

    @Test
    void resumesFromASnapshot() throws Exception {
        OperatorSubtaskState snapshot;
        try (var harness = harness()) {
            harness.open();
            twoSuppliers(harness);
            harness.processWatermark(Supplies.millis(1) - 1);
            assertThat(harness.extractOutputValues()).hasSize(1);
            snapshot = harness.snapshot(1, 1);
        }
        try (var harness = harness()) {
            harness.initializeState(snapshot);
            harness.open();
            add(harness, 1, Supplies.delivery(1, "C", 60, 0));
            harness.processWatermark(Watermark.MAX_WATERMARK);
            assertThat(harness.extractOutputValues())
                    .extracting(RiskAlert::state)
                    .containsExactly("cleared");
        }
    }

    private static void twoSuppliers(
            KeyedOneInputStreamOperatorTestHarness<String, SupplySignal, RiskAlert> harness)
            throws Exception {
        add(harness, 0, Supplies.stock(0, "of-a", "A", 4));
        add(harness, 0, Supplies.stock(0, "of-b", "B", 9));
        add(harness, 0, Supplies.delivery(0, "A", 60, 0));
        add(harness, 0, Supplies.delivery(0, "B", 40, 0));
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
                        new ConcentrationFunction(RiskOptions.of(new Configuration()))),
                SupplySignal::category,
                Types.STRING);
    }
}
