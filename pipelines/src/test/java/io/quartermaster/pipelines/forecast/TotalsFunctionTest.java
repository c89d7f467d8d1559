package io.quartermaster.pipelines.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import io.quartermaster.domain.event.CatalogueItem;
import io.quartermaster.domain.forecast.hierarchy.ForecastTotal;
import io.quartermaster.domain.forecast.hierarchy.HierarchySeries;
import io.quartermaster.domain.forecast.hierarchy.NodeMemory;
import io.quartermaster.pipelines.channel.Channels;
import java.time.LocalDate;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.co.KeyedCoProcessOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

@SuppressWarnings("try") // the harness may be interrupted while it closes
class TotalsFunctionTest {

    private static final LocalDate DAY = LocalDate.of(2026, 6, 7);

    @Test
    void waitsForAllForecastsOfADayAndAddsThemUp() throws Exception {
        try (var harness = harness()) {
            harness.open();
            harness.processElement2(LaunchFunctionTest.item("A", null), 1);
            forecast(harness, "A", 2, DAY);
            forecast(harness, "B", 3, DAY);
            assertThat(harness.extractOutputValues()).isEmpty();
            pass(harness, DAY);
            assertThat(harness.extractOutputValues())
                    .extracting(row -> row.level() + " " + row.node() + " " + row.mean()[0])
                    .containsExactly(
                            "total all 5.0",
                            "brand brand of A 2.0",
                            "place main 5.0",
                            "series A|main 2.0",
                            "series B|main 3.0");
        }
    }

    @Test
    void whatTheCatalogueSaysLaterDoesNotCount() throws Exception {
        try (var harness = harness()) {
            harness.open();
            CatalogueItem later = LaunchFunctionTest.item("A", null);
            LocalDate early = LocalDate.of(2026, 3, 1);
            harness.processElement2(later, 1);
            forecast(harness, "A", 2, early);
            pass(harness, early);
            assertThat(harness.extractOutputValues())
                    .extracting(ForecastTotal::level)
                    .doesNotContain("brand");
        }
    }

    @Test
    void aForecastThatComesAfterItsDayWasToldChangesNothing() throws Exception {
        try (var harness = harness()) {
            harness.open();
            forecast(harness, "A", 2, DAY);
            pass(harness, DAY);
            int told = harness.extractOutputValues().size();
            forecast(harness, "B", 3, DAY);
            pass(harness, DAY.plusDays(1));
            assertThat(harness.extractOutputValues()).hasSize(told);
        }
    }

    @Test
    void resumesFromASnapshot() throws Exception {
        OperatorSubtaskState snapshot;
        try (var first = harness()) {
            first.open();
            first.processElement2(LaunchFunctionTest.item("A", null), 1);
            forecast(first, "A", 2, DAY);
            pass(first, DAY);
            forecast(first, "A", 4, DAY.plusDays(7));
            snapshot = first.snapshot(1, 1);
        }
        try (var second = harness()) {
            second.initializeState(snapshot);
            second.open();
            forecast(second, "B", 3, DAY.plusDays(7));
            pass(second, DAY.plusDays(7));
            assertThat(second.extractOutputValues())
                    .extracting(row -> row.level() + " " + row.node() + " " + row.mean()[0])
                    .contains("total all 7.0", "brand brand of A 4.0");
        }
    }

    private static void forecast(
            KeyedTwoInputStreamOperatorTestHarness<
                            String, HierarchySeries, CatalogueItem, ForecastTotal>
                    harness,
            String item,
            double mean,
            LocalDate day)
            throws Exception {
        harness.processElement1(
                new HierarchySeries(
                        TotalsSeriesFunctionTest.forecast(item, mean, day),
                        "",
                        "",
                        NodeMemory.NOTHING),
                Channels.endOf(day).toEpochMilli());
    }

    private static void pass(
            KeyedTwoInputStreamOperatorTestHarness<
                            String, HierarchySeries, CatalogueItem, ForecastTotal>
                    harness,
            LocalDate day)
            throws Exception {
        harness.processBothWatermarks(new Watermark(Channels.endOf(day).toEpochMilli()));
    }

    private static KeyedTwoInputStreamOperatorTestHarness<
                    String, HierarchySeries, CatalogueItem, ForecastTotal>
            harness() throws Exception {
        return new KeyedTwoInputStreamOperatorTestHarness<>(
                new KeyedCoProcessOperator<>(
                        new TotalsFunction(TotalsSeriesFunctionTest.options("bottom-up"))),
                series -> "all",
                item -> "all",
                Types.STRING);
    }
}
