package io.quartermaster.pipelines.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.quartermaster.domain.demand.DemandWindow;
import io.quartermaster.domain.forecast.Forecast;
import io.quartermaster.pipelines.channel.Channels;
import io.quartermaster.udfs.forecast.SequenceModels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.jobgraph.OperatorID;
import org.apache.flink.runtime.metrics.groups.InternalOperatorMetricGroup;
import org.apache.flink.runtime.metrics.groups.TaskMetricGroup;
import org.apache.flink.runtime.metrics.util.InterceptingOperatorMetricGroup;
import org.apache.flink.runtime.metrics.util.InterceptingTaskMetricGroup;
import org.apache.flink.runtime.operators.testutils.MockEnvironmentBuilder;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@EnabledOnOs(value = OS.LINUX, disabledReason = "the native library is for linux-x86_64")
@SuppressWarnings("try") // closing a harness may be interrupted
class ForecastOperatorTest {

    private static final List<DemandWindow> WINDOWS = SmallModel.WINDOWS;

    @Test
    void everyModelForecastsOnEveryEveAndOneIsTheChampion() throws Exception {
        List<Forecast> all = run(SmallModel.options(16), WINDOWS);
        List<Forecast> grown =
                all.stream().filter(forecast -> forecast.modelName().equals("lstm")).toList();
        assertThat(grown).isNotEmpty();
        assertThat(grown).extracting(Forecast::madeOn).contains(SmallModel.TAIL.minusDays(1));
        assertThat(grown)
                .allMatch(forecast -> SmallModel.PLAN.isEve(forecast.madeOn().toEpochDay()));
        for (Forecast lstm : grown) {
            List<Forecast> beside =
                    all.stream()
                            .filter(
                                    other ->
                                            other.item().equals(lstm.item())
                                                    && other.place().equals(lstm.place())
                                                    && other.madeOn().equals(lstm.madeOn()))
                            .toList();
            assertThat(beside)
                    .extracting(Forecast::modelName)
                    .containsExactlyInAnyOrder(
                            "lstm", "regression", "seasonal_naive", "ets", "tsb", "ensemble");
            assertThat(beside).filteredOn(Forecast::champion).hasSize(1);
        }
    }

    @Test
    void bundlingChangesNothing() throws Exception {
        List<String> bundled = ForecastLines.sorted(run(SmallModel.options(16), WINDOWS));
        assertThat(ForecastLines.sorted(run(SmallModel.options(64), WINDOWS))).isEqualTo(bundled);
        assertThat(ForecastLines.sorted(run(SmallModel.options(7), WINDOWS))).isEqualTo(bundled);
    }

    @Test
    void callsOfOneSeriesGiveTheSameToSixDigits() throws Exception {
        List<Forecast> bundled = sorted(run(SmallModel.options(16), WINDOWS));
        List<Forecast> single = sorted(run(SmallModel.options(1), WINDOWS));
        assertThat(single).hasSameSizeAs(bundled);
        for (int i = 0; i < single.size(); i++) {
            assertThat(single.get(i).mean()).containsExactly(bundled.get(i).mean(), within(1e-5));
            assertThat(single.get(i).q90()).containsExactly(bundled.get(i).q90(), within(1e-5));
        }
    }

    private static List<Forecast> sorted(List<Forecast> forecasts) {
        return forecasts.stream()
                .sorted(
                        Comparator.comparing(Forecast::item)
                                .thenComparing(Forecast::place)
                                .thenComparing(Forecast::madeOn)
                                .thenComparing(Forecast::modelName))
                .toList();
    }

    @Test
    void bundlesManySeriesInOneCall() throws Exception {
        long calls = SequenceModels.engine().use().calls();
        List<Forecast> all = run(SmallModel.options(16), WINDOWS);
        long lstm = all.stream().filter(f -> f.modelName().equals("lstm")).count();
        assertThat(lstm).isPositive();
        assertThat(SequenceModels.engine().use().calls() - calls).isLessThan(lstm * 3);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 16, 64})
    void countsTheCallsOfTheEngineAndTheSeriesTheyCarry(int bundleSize) throws Exception {
        InterceptingOperatorMetricGroup metrics = new InterceptingOperatorMetricGroup();
        long before = SequenceModels.engine().use().calls();
        List<Forecast> all;
        try (var harness = harness(SmallModel.options(bundleSize), metrics)) {
            all = run(harness, WINDOWS);
        }
        long lstm = all.stream().filter(f -> f.modelName().equals("lstm")).count();
        long calls = ((Counter) metrics.get("engine_calls_total")).getCount();
        long rows = ((Counter) metrics.get("engine_rows_total")).getCount();
        assertThat(calls).isPositive().isEqualTo(SequenceModels.engine().use().calls() - before);
        assertThat(rows).as("one encoded or advanced, one decoded").isGreaterThan(2 * lstm);
        if (bundleSize == 1) {
            assertThat(rows).isEqualTo(calls);
        } else {
            assertThat(rows).isGreaterThan(2 * calls).isLessThanOrEqualTo(bundleSize * calls);
        }
    }

    @Test
    void watermarksAndRepeatedKeysFlushWithoutChange() throws Exception {
        List<String> expected = ForecastLines.sorted(run(SmallModel.options(64), WINDOWS));
        try (var harness = harness(SmallModel.options(64))) {
            harness.open();
            int count = 0;
            for (DemandWindow window : WINDOWS) {
                add(harness, window);
                if (count++ % 5 == 0) {
                    harness.processWatermark(
                            new Watermark(
                                    Channels.endOf(window.day().minusDays(1)).toEpochMilli()));
                }
            }
            harness.endInput();
            assertThat(ForecastLines.sorted(ForecastLines.of(harness.getOutput())))
                    .isEqualTo(expected);
        }
    }

    @Test
    void resumesFromASnapshot() throws Exception {
        List<String> expected = ForecastLines.sorted(run(SmallModel.options(16), WINDOWS));
        int half = WINDOWS.size() - 150;
        List<Forecast> all = new ArrayList<>();
        OperatorSubtaskState snapshot;
        try (var first = harness(SmallModel.options(16))) {
            first.open();
            for (DemandWindow window : WINDOWS.subList(0, half)) {
                add(first, window);
            }
            first.getOperator().prepareSnapshotPreBarrier(1);
            snapshot = first.snapshot(1, 1);
            all.addAll(ForecastLines.of(first.getOutput()));
        }
        try (var second = harness(SmallModel.options(16))) {
            second.initializeState(snapshot);
            second.open();
            for (DemandWindow window : WINDOWS.subList(half, WINDOWS.size())) {
                add(second, window);
            }
            second.endInput();
            all.addAll(ForecastLines.of(second.getOutput()));
        }
        assertThat(ForecastLines.sorted(all)).isEqualTo(expected);
    }

    @Test
    void aCorrectedWindowCorrectsTheForecastsAfterIt() throws Exception {
        DemandWindow last =
                WINDOWS.stream()
                        .filter(window -> window.day().equals(SmallModel.TAIL.minusDays(3)))
                        .findFirst()
                        .orElseThrow();
        DemandWindow corrected =
                new DemandWindow(
                        last.item(),
                        last.place(),
                        last.day(),
                        last.units() + 30,
                        last.price(),
                        last.promotion(),
                        false,
                        last.views(),
                        last.favourites(),
                        last.carts(),
                        1,
                        last.asOf());
        List<DemandWindow> late = new ArrayList<>();
        List<DemandWindow> inTime = new ArrayList<>();
        for (DemandWindow window : WINDOWS) {
            if (isOf(window, last) && window.day().equals(SmallModel.TAIL.minusDays(1))) {
                late.add(corrected);
            }
            late.add(window);
            inTime.add(window.equals(last) ? corrected : window);
        }
        assertThat(lstm(run(SmallModel.options(16), late), last))
                .isEqualTo(lstm(run(SmallModel.options(16), inTime), last))
                .isNotEqualTo(lstm(run(SmallModel.options(16), WINDOWS), last));
    }

    /** Every item is on promotion on the first plan days, which the model has seen before. */
    @Test
    void readsPlannedPricesAndPromotionsOfTheDaysAhead(@TempDir Path folder) throws Exception {
        StringBuilder lines = new StringBuilder("item,place,day,price,promotion\n");
        for (DemandWindow window : WINDOWS) {
            boolean isPromoted = !window.day().isBefore(SmallModel.TAIL) || window.promotion() > 0;
            lines.append(
                    "%s,%s,%s,%s,%d\n"
                            .formatted(
                                    window.item(),
                                    window.place(),
                                    window.day(),
                                    window.price() * (isPromoted ? 0.8 : 1),
                                    isPromoted ? 1 : 0));
        }
        Path file = Files.writeString(folder.resolve("calendar.csv"), lines);
        Path model = Files.createDirectory(folder.resolve("model"));
        new ForecastTrainer(
                        SmallModel.training(),
                        600,
                        TrainingCovariates.ofJobs(PriceCalendar.read(file), Map.of()))
                .train(WINDOWS, SmallModel.TAIL, model, loss -> {});
        ForecastOptions options =
                new ForecastOptions(
                        "lstm", model.toString(), 16, 28, SmallModel.HORIZON, SmallModel.PLAN);
        DemandWindow any = WINDOWS.get(0);
        assertThat(lstm(run(options.withCalendar(file.toString()), WINDOWS), any))
                .isNotEmpty()
                .isNotEqualTo(lstm(run(options, WINDOWS), any));
    }

    @Test
    void withoutAModelTheRegressionIsTheChampion() throws Exception {
        List<Forecast> all =
                run(
                        SmallModel.withoutModel().with(List.of("seasonal_naive", "regression")),
                        WINDOWS);
        assertThat(all).extracting(Forecast::modelName).doesNotContain("lstm");
        assertThat(all)
                .filteredOn(Forecast::champion)
                .isNotEmpty()
                .allMatch(forecast -> forecast.modelName().equals("regression"));
    }

    @Test
    void refusesAModelOfAnotherHorizon() {
        ForecastOptions options =
                new ForecastOptions(
                        "lstm", SmallModel.folder().toString(), 16, 28, 9, SmallModel.PLAN);
        assertThatThrownBy(
                        () -> {
                            try (var harness = harness(options)) {
                                harness.open();
                            }
                        })
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("has 5 as its horizon, the job needs 9");
    }

    private static List<String> lstm(List<Forecast> all, DemandWindow of) {
        LocalDate eve = SmallModel.TAIL.minusDays(1);
        return ForecastLines.sorted(
                all.stream()
                        .filter(f -> f.modelName().equals("lstm") && f.madeOn().equals(eve))
                        .filter(f -> f.item().equals(of.item()) && f.place().equals(of.place()))
                        .toList());
    }

    private static boolean isOf(DemandWindow window, DemandWindow other) {
        return window.item().equals(other.item()) && window.place().equals(other.place());
    }

    private static List<Forecast> run(ForecastOptions options, List<DemandWindow> windows)
            throws Exception {
        try (var harness = harness(options)) {
            return run(harness, windows);
        }
    }

    private static List<Forecast> run(
            KeyedOneInputStreamOperatorTestHarness<String, DescribedWindow, Forecast> harness,
            List<DemandWindow> windows)
            throws Exception {
        harness.open();
        for (DemandWindow window : windows) {
            add(harness, window);
        }
        harness.endInput();
        return ForecastLines.of(harness.getOutput());
    }

    private static void add(
            KeyedOneInputStreamOperatorTestHarness<String, DescribedWindow, Forecast> harness,
            DemandWindow window)
            throws Exception {
        harness.processElement(
                DescribedWindow.undescribed(window), Channels.endOf(window.day()).toEpochMilli());
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, DescribedWindow, Forecast>
            harness(ForecastOptions options) throws Exception {
        return harness(options, new InterceptingOperatorMetricGroup());
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, DescribedWindow, Forecast>
            harness(ForecastOptions options, InterceptingOperatorMetricGroup metrics)
                    throws Exception {
        return new KeyedOneInputStreamOperatorTestHarness<>(
                new ForecastOperator(options),
                DescribedWindow::series,
                Types.STRING,
                new MockEnvironmentBuilder().setMetricGroup(taskOf(metrics)).build());
    }

    private static TaskMetricGroup taskOf(InterceptingOperatorMetricGroup metrics) {
        return new InterceptingTaskMetricGroup() {
            @Override
            public InternalOperatorMetricGroup getOrAddOperator(OperatorID id, String name) {
                return metrics;
            }
        };
    }
}
