package io.quartermaster.pipelines.replenishment.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.quartermaster.pipelines.event.PlainTypes;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.types.PojoTestUtils;
import org.junit.jupiter.api.Test;

@SuppressWarnings("try") // the harness may be interrupted while it closes
class OrderDayFunctionTest {

    @Test
    void takesTheDayFromThePurchaseOrderOrTheAnnouncement() throws Exception {
        try (var harness = harness()) {
            harness.open();
            add(harness, 0, LeadNews.of(InventoryStories.item(0)));
            add(harness, 1, LeadNews.of(InventoryStories.order(1, "PO1", 10, 6, "proposed")));
            add(harness, 2, LeadNews.of(InventoryStories.announced(2, "PO2", 10, 8)));
            add(harness, 7, LeadNews.of(InventoryStories.delivery(7, "PO1", 6)));
            add(harness, 9, LeadNews.of(InventoryStories.delivery(9, "PO2", 8)));
            add(harness, 9, LeadNews.of(InventoryStories.delivery(9, "PO3", 8)));
            harness.processWatermark(InventoryStories.endOf(20));
            assertThat(harness.extractOutputValues())
                    .filteredOn(news -> news.kind() == LeadNews.Kind.DELIVERY)
                    .extracting(
                            news ->
                                    news.order()
                                            + " "
                                            + news.brand()
                                            + news.supplier()
                                            + " "
                                            + (news.orderedOn() == LeadNews.UNKNOWN
                                                    ? "unknown"
                                                    : news.receivedOn() - news.orderedOn()))
                    .containsExactly("PO1 BS 6", "PO2 BS 7", "PO3 BS unknown");
        }
    }

    @Test
    void passesOverWhatComesBeforeItsCatalogueEntry() throws Exception {
        try (var harness = harness()) {
            harness.open();
            add(harness, 7, LeadNews.of(InventoryStories.delivery(7, "PO1", 6)));
            harness.processWatermark(InventoryStories.endOf(20));
            assertThat(harness.extractOutputValues()).isEmpty();
        }
    }

    @Test
    void resumesFromASnapshot() throws Exception {
        OperatorSubtaskState snapshot;
        try (var harness = harness()) {
            harness.open();
            add(harness, 0, LeadNews.of(InventoryStories.item(0)));
            add(harness, 1, LeadNews.of(InventoryStories.order(1, "PO1", 10, 6, "proposed")));
            harness.processWatermark(InventoryStories.endOf(3));
            snapshot = harness.snapshot(1, 1);
        }
        try (var harness = harness()) {
            harness.initializeState(snapshot);
            harness.open();
            add(harness, 5, LeadNews.of(InventoryStories.delivery(5, "PO1", 6)));
            harness.processWatermark(InventoryStories.endOf(20));
            assertThat(harness.extractOutputValues())
                    .extracting(news -> news.receivedOn() - news.orderedOn())
                    .containsExactly(4L);
        }
    }

    @Test
    void streamsAndStateNeedNoKryo() {
        PlainTypes.register();
        PojoTestUtils.assertSerializedAsPojoWithoutKryo(LeadNews.class);
    }

    private static void add(
            KeyedOneInputStreamOperatorTestHarness<String, LeadNews, LeadNews> harness,
            int day,
            LeadNews news)
            throws Exception {
        harness.processElement(news, InventoryStories.at(day).toEpochMilli());
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, LeadNews, LeadNews> harness()
            throws Exception {
        return new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(new OrderDayFunction()), LeadNews::item, Types.STRING);
    }
}
