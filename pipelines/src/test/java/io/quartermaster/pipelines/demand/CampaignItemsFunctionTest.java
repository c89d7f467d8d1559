package io.quartermaster.pipelines.demand;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

@SuppressWarnings("try") // the harness may be interrupted while it closes
class CampaignItemsFunctionTest {

    @Test
    void tellsEveryItemOfEveryCampaignWhicheverCameFirst() throws Exception {
        try (var harness = harness()) {
            harness.open();
            add(harness, CampaignNews.of(Marketing.campaign("spring", 1, 2, 10, 16)), 2);
            add(harness, CampaignNews.of(Marketing.row("A", 1)), 1);
            add(harness, CampaignNews.of(Marketing.row("B", 3)), 3);
            add(harness, CampaignNews.of(Marketing.row("A", 4)), 4);
            harness.processWatermark(Long.MAX_VALUE);
            assertThat(told(harness)).containsExactly("A spring 1", "B spring 1");
        }
    }

    @Test
    void tellsOfACorrectionToItemsThatItLeavesOut() throws Exception {
        try (var harness = harness()) {
            harness.open();
            add(harness, CampaignNews.of(Marketing.row("A", 1)), 1);
            add(harness, CampaignNews.of(Marketing.campaign("spring", 1, 2, 10, 16)), 2);
            add(harness, CampaignNews.of(Marketing.campaign("spring", 2, 3, 10, 16, "B")), 3);
            harness.processWatermark(Long.MAX_VALUE);
            assertThat(told(harness)).containsExactly("A spring 1", "A spring 2");
        }
    }

    @Test
    void resumesFromASnapshot() throws Exception {
        OperatorSubtaskState snapshot;
        try (var first = harness()) {
            first.open();
            add(first, CampaignNews.of(Marketing.row("A", 1)), 1);
            add(first, CampaignNews.of(Marketing.campaign("spring", 1, 2, 10, 16)), 2);
            first.processWatermark(Marketing.endOf(2));
            snapshot = first.snapshot(1, 1);
        }
        try (var second = harness()) {
            second.initializeState(snapshot);
            second.open();
            add(second, CampaignNews.of(Marketing.row("B", 3)), 3);
            add(second, CampaignNews.of(Marketing.campaign("summer", 1, 4, 20, 26)), 4);
            second.processWatermark(Long.MAX_VALUE);
            assertThat(told(second)).containsExactly("B spring 1", "A summer 1", "B summer 1");
        }
    }

    private static void add(
            KeyedOneInputStreamOperatorTestHarness<String, CampaignNews, CampaignNews> harness,
            CampaignNews news,
            int day)
            throws Exception {
        harness.processElement(news, Marketing.at(day).toEpochMilli());
    }

    private static List<String> told(
            KeyedOneInputStreamOperatorTestHarness<String, CampaignNews, CampaignNews> harness) {
        return harness.extractOutputValues().stream()
                .map(
                        news ->
                                news.item()
                                        + " "
                                        + news.campaign().campaign()
                                        + " "
                                        + news.campaign().version())
                .toList();
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, CampaignNews, CampaignNews>
            harness() throws Exception {
        return new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(new CampaignItemsFunction()),
                CampaignNews::brand,
                Types.STRING);
    }
}
