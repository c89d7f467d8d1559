package io.quartermaster.pipelines.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import io.quartermaster.pipelines.demand.Marketing;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

@SuppressWarnings("try") // the harness may be interrupted while it closes
class BrandOfWindowTest {

    @Test
    void joinsWindowsWithTheRowBeforeThem() throws Exception {
        try (var harness = harness()) {
            harness.open();
            window(harness, 0);
            window(harness, 2);
            row(harness, 1);
            harness.processWatermark(Long.MAX_VALUE);
            assertThat(harness.extractOutputValues())
                    .singleElement()
                    .satisfies(
                            entry -> {
                                assertThat(entry.brand()).isEqualTo("Nordlicht");
                                assertThat(entry.unitCost()).isEqualTo(2);
                                assertThat(entry.window().day())
                                        .isEqualTo(Marketing.FIRST.plusDays(2));
                            });
        }
    }

    /** A campaign is of a brand, so no campaign can be measured by such a window. */
    @Test
    void leavesOutWindowsOfItemsWithoutABrand() throws Exception {
        try (var harness = harness()) {
            harness.open();
            harness.processElement(
                    LiftEntry.of(Marketing.row("A", "", 1)), Marketing.at(1).toEpochMilli());
            window(harness, 2);
            harness.processWatermark(Long.MAX_VALUE);
            assertThat(harness.extractOutputValues()).isEmpty();
        }
    }

    @Test
    void resumesFromASnapshot() throws Exception {
        OperatorSubtaskState snapshot;
        try (var first = harness()) {
            first.open();
            row(first, 1);
            first.processWatermark(Marketing.endOf(1));
            snapshot = first.snapshot(1, 1);
        }
        try (var second = harness()) {
            second.initializeState(snapshot);
            second.open();
            window(second, 2);
            second.processWatermark(Long.MAX_VALUE);
            assertThat(second.extractOutputValues())
                    .extracting(LiftEntry::brand)
                    .containsExactly("Nordlicht");
        }
    }

    private static void row(
            KeyedOneInputStreamOperatorTestHarness<String, LiftEntry, LiftEntry> harness, int day)
            throws Exception {
        harness.processElement(
                LiftEntry.of(Marketing.row("A", day)), Marketing.at(day).toEpochMilli());
    }

    private static void window(
            KeyedOneInputStreamOperatorTestHarness<String, LiftEntry, LiftEntry> harness, int day)
            throws Exception {
        harness.processElement(
                LiftEntry.of(Marketing.window("A", day, 3, 0)), Marketing.endOf(day));
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, LiftEntry, LiftEntry> harness()
            throws Exception {
        return new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(CampaignPipeline.brandOfWindow()),
                LiftEntry::item,
                Types.STRING);
    }
}
