package io.quartermaster.pipelines.demand;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

@SuppressWarnings("try") // the harness may be interrupted while it closes
class CategoryOfWindowTest {

    @Test
    void aWindowHasTheCategoryOfItsTimeWhicheverCameFirst() throws Exception {
        try (var harness = harness()) {
            harness.open();
            window(harness, 0);
            window(harness, 3);
            row(harness, 2);
            harness.processWatermark(Marketing.endOf(3));
            assertThat(harness.extractOutputValues())
                    .extracting(EffectNews::category)
                    .containsExactly("", "lamps");
        }
    }

    @Test
    void resumesFromASnapshot() throws Exception {
        OperatorSubtaskState snapshot;
        try (var first = harness()) {
            first.open();
            row(first, 0);
            first.processWatermark(Marketing.endOf(0));
            window(first, 1);
            snapshot = first.snapshot(1, 1);
        }
        try (var second = harness()) {
            second.initializeState(snapshot);
            second.open();
            second.processWatermark(Marketing.endOf(1));
            assertThat(second.extractOutputValues())
                    .extracting(EffectNews::category)
                    .containsExactly("lamps");
        }
    }

    private static void row(
            KeyedOneInputStreamOperatorTestHarness<String, EffectNews, EffectNews> harness, int day)
            throws Exception {
        harness.processElement(
                EffectNews.of(Marketing.row("A", day)), Marketing.at(day).toEpochMilli());
    }

    private static void window(
            KeyedOneInputStreamOperatorTestHarness<String, EffectNews, EffectNews> harness, int day)
            throws Exception {
        harness.processElement(
                EffectNews.of(Marketing.window("A", day, 1, 0)), Marketing.endOf(day));
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, EffectNews, EffectNews> harness()
            throws Exception {
        return new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(DemandPipeline.categoryOfWindow()),
                EffectNews::item,
                Types.STRING);
    }
}
