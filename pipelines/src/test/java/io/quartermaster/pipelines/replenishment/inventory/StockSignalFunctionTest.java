package io.quartermaster.pipelines.replenishment.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quartermaster.domain.replenishment.ItemForecast;
import io.quartermaster.domain.replenishment.justintime.StockSignal;
import io.quartermaster.pipelines.event.PlainTypes;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.types.PojoTestUtils;
import org.junit.jupiter.api.Test;

@SuppressWarnings("try") // the harness may be interrupted while it closes
class StockSignalFunctionTest {

    /**
     * 195 units at 10 a day last 19 days and a half; lead time 7 days and review 7. Nothing is sold
     * meanwhile, so the day stock runs out moves with the day, until it is sold out.
     */
    @Test
    void tellsEachForecastAndEachChangeOfWhatIsAsked() throws Exception {
        try (var harness = harness()) {
            harness.open();
            add(harness, 1, StockNews.of(InventoryStories.held(1, 195)));
            add(harness, 2, StockNews.of(InventoryStories.forecast(2)));
            add(harness, 5, StockNews.of(InventoryStories.held(5, 135)));
            add(harness, 6, StockNews.of(InventoryStories.held(6, 60)));
            harness.processWatermark(InventoryStories.endOf(10));
            assertThat(harness.extractOutputValues())
                    .extracting(
                            one ->
                                    one.eventDay().toEpochDay()
                                            - InventoryStories.FIRST.toEpochDay()
                                            + " "
                                            + one.pull()
                                            + " "
                                            + one.orderBy()
                                            + " "
                                            + one.coverDays())
                    .containsExactly(
                            "2 wait " + InventoryStories.day(2 + 20 - 7) + " 19.5",
                            "5 order " + InventoryStories.day(5 + 14 - 7) + " 13.5",
                            "6 late " + InventoryStories.day(6 + 7 - 7) + " 6.0");
        }
    }

    @Test
    void countsOnOrdersUntilTheyComeOrAreLongOverdue() throws Exception {
        try (var harness = harness()) {
            harness.open();
            add(harness, 1, StockNews.of(InventoryStories.held(1, 50)));
            add(harness, 1, StockNews.of(InventoryStories.announced(1, "PO1", 100, 4)));
            add(harness, 1, proposal("PO2", 70, 6));
            add(harness, 2, StockNews.of(InventoryStories.forecast(2)));
            add(harness, 6, StockNews.of(InventoryStories.forecast(6)));
            add(harness, 7, StockNews.of(InventoryStories.delivery(7, "PO1", 4)));
            add(harness, 8, StockNews.of(InventoryStories.forecast(8)));
            harness.processWatermark(InventoryStories.endOf(8));
            assertThat(harness.extractOutputValues())
                    .filteredOn(
                            one ->
                                    one.eventDay().equals(InventoryStories.day(2))
                                            || one.eventDay().equals(InventoryStories.day(6))
                                            || one.eventDay().equals(InventoryStories.day(8)))
                    .extracting(
                            one ->
                                    one.openUnits()
                                            + " open "
                                            + one.overdueUnits()
                                            + " overdue "
                                            + one.alerts())
                    .containsExactly(
                            "170 open 0 overdue ",
                            "0 open 100 overdue overdue",
                            "0 open 0 overdue ");
        }
    }

    @Test
    void endsWithTheForecastAndTheRun() throws Exception {
        try (var harness = harness()) {
            harness.open();
            add(harness, 1, StockNews.of(InventoryStories.held(1, 50)));
            add(harness, 2, StockNews.of(InventoryStories.forecast(2)));
            harness.processWatermark(Watermark.MAX_WATERMARK);
            assertThat(harness.extractOutputValues()).hasSize(1);
            assertThat(harness.numEventTimeTimers()).isZero();
        }
    }

    @Test
    void resumesFromASnapshot() throws Exception {
        OperatorSubtaskState snapshot;
        try (var harness = harness()) {
            harness.open();
            add(harness, 1, StockNews.of(InventoryStories.held(1, 195)));
            add(harness, 2, StockNews.of(InventoryStories.forecast(2)));
            harness.processWatermark(InventoryStories.endOf(4));
            assertThat(harness.extractOutputValues()).hasSize(1);
            snapshot = harness.snapshot(1, 1);
        }
        try (var harness = harness()) {
            harness.initializeState(snapshot);
            harness.open();
            add(harness, 5, StockNews.of(InventoryStories.held(5, 60)));
            harness.processWatermark(InventoryStories.endOf(6));
            assertThat(harness.extractOutputValues())
                    .extracting(one -> one.eventDay() + " " + one.pull())
                    .containsExactly(InventoryStories.day(5) + " late");
        }
    }

    @Test
    void streamsAndStateNeedNoKryo() {
        PlainTypes.register();
        PojoTestUtils.assertSerializedAsPojoWithoutKryo(StockNews.class);
        PojoTestUtils.assertSerializedAsPojoWithoutKryo(StockSignal.class);
        PojoTestUtils.assertSerializedAsPojoWithoutKryo(ItemForecast.class);
    }

    @Test
    void refusesOptionsThatDoNotFit() {
        Configuration options = new Configuration();
        options.set(InventoryOptions.LEAD_TIME_QUANTILE, 1.0);
        assertThatThrownBy(() -> InventoryOptions.of(options))
                .hasMessage(
                        "The option (inventory.lead-time-quantile), 1.0, must lie within 0.5 and 0.9999.\nMaybe 0.9.");
    }

    private static StockNews proposal(String number, long units, int arrives) {
        return StockNews.of(InventoryStories.order(1, number, units, arrives, "proposed"));
    }

    private static void add(
            KeyedOneInputStreamOperatorTestHarness<String, StockNews, StockSignal> harness,
            int day,
            StockNews news)
            throws Exception {
        harness.processElement(news, InventoryStories.at(day).toEpochMilli());
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, StockNews, StockSignal> harness()
            throws Exception {
        return new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(new StockSignalFunction(InventoryStories.options(60))),
                StockNews::item,
                Types.STRING);
    }
}
