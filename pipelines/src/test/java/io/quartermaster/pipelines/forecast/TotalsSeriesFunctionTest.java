package io.quartermaster.pipelines.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quartermaster.domain.demand.DemandWindow;
import io.quartermaster.domain.forecast.Forecast;
import io.quartermaster.domain.forecast.hierarchy.HierarchySeries;
import io.quartermaster.pipelines.channel.Channels;
import java.time.LocalDate;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

@SuppressWarnings("try") // the harness may be interrupted while it closes
class TotalsSeriesFunctionTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 6, 1);
    private static final PlanDays PLAN_DAYS =
            new PlanDays(FIRST.toEpochDay(), 7, FIRST.plusDays(60).toEpochDay());

    /** Three a day were expected, then five wanted: errors of two. */
    @Test
    void handsOnItsDaysAndTheErrorsOfTheForecastBefore() throws Exception {
        try (var harness = harness()) {
            harness.open();
            forecast(harness, FIRST);
            for (int day = 1; day <= 7; day++) {
                window(harness, FIRST.plusDays(day), 5);
            }
            forecast(harness, FIRST.plusDays(7));
            harness.processWatermark(Channels.endOf(FIRST.plusDays(7)).toEpochMilli());
            List<HierarchySeries> told = harness.extractOutputValues();
            assertThat(told).hasSize(2);
            assertThat(told.get(0).memory().errors()).isEmpty();
            assertThat(told.get(1).memory().errors()).containsExactly(2, 2, 2);
            assertThat(told.get(1).memory().wanted()).hasSize(7).containsOnly(5);
        }
    }

    @Test
    void aForecastSeesTheWindowOfItsOwnDayWhicheverCameFirst() throws Exception {
        try (var harness = harness()) {
            harness.open();
            forecast(harness, FIRST);
            window(harness, FIRST, 5);
            window(harness, FIRST.plusDays(1), 9);
            harness.processWatermark(Channels.endOf(FIRST.plusDays(1)).toEpochMilli());
            assertThat(harness.extractOutputValues().get(0).memory().wanted()).containsExactly(5);
        }
    }

    @Test
    void aCorrectedForecastOfAnEarlierDayIsPassedOver() throws Exception {
        try (var harness = harness()) {
            harness.open();
            forecast(harness, FIRST.plusDays(7));
            harness.processWatermark(Channels.endOf(FIRST.plusDays(7)).toEpochMilli());
            forecast(harness, FIRST);
            harness.processWatermark(Channels.endOf(FIRST.plusDays(8)).toEpochMilli());
            assertThat(harness.extractOutputValues()).hasSize(1);
        }
    }

    @Test
    void resumesFromASnapshot() throws Exception {
        OperatorSubtaskState snapshot;
        try (var first = harness()) {
            first.open();
            forecast(first, FIRST);
            window(first, FIRST.plusDays(1), 5);
            first.processWatermark(Channels.endOf(FIRST.plusDays(1)).toEpochMilli());
            window(first, FIRST.plusDays(2), 4);
            snapshot = first.snapshot(1, 1);
        }
        try (var second = harness()) {
            second.initializeState(snapshot);
            second.open();
            forecast(second, FIRST.plusDays(2));
            second.processWatermark(Channels.endOf(FIRST.plusDays(2)).toEpochMilli());
            assertThat(second.extractOutputValues().get(0).memory().errors()).containsExactly(2, 1);
        }
    }

    @Test
    void refusesATotalThatIsNotKnown() {
        assertThatThrownBy(() -> options("top-down"))
                .hasMessage(
                        "The value (top-down) of the option forecast.totals is not known.\nMaybe one of: mint, bottom-up, none.");
        assertThat(options("none").isWanted()).isFalse();
    }

    /** The first eve is the day before the first plan day; nine weeks end on it. */
    @Test
    void onlyWindowsOfTheNineWeeksBeforeTheFirstEveAreKept() {
        assertThat(options("mint").isKept(window(FIRST.minusDays(64), 5))).isTrue();
        assertThat(options("mint").isKept(window(FIRST.minusDays(65), 5))).isFalse();
    }

    static TotalsOptions options(String totals) {
        return new TotalsOptions(totals, PLAN_DAYS);
    }

    /** Of an item at the place main: three days of one mean. */
    static Forecast forecast(String item, double mean, LocalDate day) {
        double[] steps = {mean, mean, mean};
        return new Forecast(
                item,
                "main",
                day,
                "regression",
                "1",
                true,
                steps,
                steps,
                steps,
                steps,
                steps,
                steps,
                Channels.endOf(day));
    }

    private static void forecast(
            KeyedOneInputStreamOperatorTestHarness<String, TotalsNews, HierarchySeries> harness,
            LocalDate day)
            throws Exception {
        harness.processElement(
                TotalsNews.of(forecast("A", 3, day)), Channels.endOf(day).toEpochMilli());
    }

    private static void window(
            KeyedOneInputStreamOperatorTestHarness<String, TotalsNews, HierarchySeries> harness,
            LocalDate day,
            long units)
            throws Exception {
        harness.processElement(
                TotalsNews.of(window(day, units)), Channels.endOf(day).toEpochMilli());
    }

    private static DemandWindow window(LocalDate day, long units) {
        return new DemandWindow(
                "A", "main", day, units, 5, 0, false, 0, 0, 0, 0, Channels.endOf(day));
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, TotalsNews, HierarchySeries>
            harness() throws Exception {
        return new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(new TotalsSeriesFunction()),
                TotalsNews::key,
                Types.STRING);
    }
}
