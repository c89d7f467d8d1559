package io.quartermaster.pipelines.replenishment.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quartermaster.domain.replenishment.justintime.LeadTimeCounts;
import io.quartermaster.domain.replenishment.justintime.LeadTimeDistribution;
import io.quartermaster.pipelines.event.PlainTypes;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.types.PojoTestUtils;
import org.junit.jupiter.api.Test;

@SuppressWarnings("try") // the harness may be interrupted while it closes
class LeadTimeFunctionTest {

    /** Agreed are 5 days; one order is told of, the other counts from its promise: 3 and 9 days. */
    @Test
    void learnsFromOrdersToldOfAndFromPromises() throws Exception {
        try (var harness = harness()) {
            harness.open();
            add(harness, 1, LeadNews.of(InventoryStories.item(1)));
            add(harness, 1, LeadNews.of(InventoryStories.terms(1, 2, 5)));
            add(harness, 2, LeadNews.of(InventoryStories.terms(2, 1, 99)));
            harness.processWatermark(InventoryStories.endOf(7));
            add(harness, 9, delivered(9, 12, 6));
            add(harness, 10, delivered(10, 6, -1));
            harness.processWatermark(InventoryStories.endOf(13));
            assertThat(harness.extractOutputValues()).hasSize(1);
            assertThat(harness.extractOutputValues().get(0).mean()).isEqualTo(5);

            harness.processWatermark(InventoryStories.endOf(14));
            LeadTimeDistribution lead = harness.extractOutputValues().get(1);
            assertThat(lead.eventDay()).isEqualTo(InventoryStories.day(14));
            assertThat(lead.agreedDays()).isEqualTo(5);
            assertThat(lead.own()).isCloseTo(2, within(0.05));
            // pooled (3 + 9 + 5 x 5) / 7, then own (3 + 9 + 5 x that) / 7
            assertThat(lead.mean()).isCloseTo((12 + 5 * 37 / 7.0) / 7, within(0.02));
            assertThat(lead.quantile(0.9)).isEqualTo(9);
        }
    }

    @Test
    void isSilentWhileNothingIsNews() throws Exception {
        try (var harness = harness()) {
            harness.open();
            add(harness, 1, LeadNews.of(InventoryStories.item(1)));
            harness.processWatermark(InventoryStories.endOf(50));
            assertThat(harness.extractOutputValues())
                    .extracting(LeadTimeDistribution::agreedDays)
                    .containsExactly(7);
            assertThat(harness.numEventTimeTimers()).isZero();
        }
    }

    @Test
    void resumesFromASnapshot() throws Exception {
        OperatorSubtaskState snapshot;
        try (var harness = harness()) {
            harness.open();
            add(harness, 1, LeadNews.of(InventoryStories.item(1)));
            add(harness, 1, LeadNews.of(InventoryStories.terms(1, 1, 5)));
            add(harness, 2, delivered(2, 3, -1));
            harness.processWatermark(InventoryStories.endOf(3));
            snapshot = harness.snapshot(1, 1);
        }
        try (var harness = harness()) {
            harness.initializeState(snapshot);
            harness.open();
            harness.processWatermark(InventoryStories.endOf(7));
            assertThat(harness.extractOutputValues())
                    .extracting(lead -> Math.round(lead.own()) + " " + lead.quantile(0.1))
                    .containsExactly("1 4");
        }
    }

    @Test
    void streamsAndStateNeedNoKryo() {
        PlainTypes.register();
        PojoTestUtils.assertSerializedAsPojoWithoutKryo(LeadTimeCounts.class);
        PojoTestUtils.assertSerializedAsPojoWithoutKryo(LeadTimeDistribution.class);
    }

    /** Ordered on a day, or below 0 nobody told. */
    private static LeadNews delivered(int day, int promised, int ordered) {
        return LeadNews.of(InventoryStories.delivery(day, "PO" + day, promised))
                .joined(
                        "B",
                        "S",
                        ordered < 0
                                ? LeadNews.UNKNOWN
                                : InventoryStories.day(ordered).toEpochDay());
    }

    private static void add(
            KeyedOneInputStreamOperatorTestHarness<String, LeadNews, LeadTimeDistribution> harness,
            int day,
            LeadNews news)
            throws Exception {
        harness.processElement(news, InventoryStories.at(day).toEpochMilli());
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, LeadNews, LeadTimeDistribution>
            harness() throws Exception {
        return new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(new LeadTimeFunction(InventoryStories.options(100))),
                LeadNews::supplier,
                Types.STRING);
    }
}
