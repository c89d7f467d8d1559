package io.quartermaster.pipelines.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import io.quartermaster.domain.demand.DemandWindow;
import io.quartermaster.domain.forecast.Forecast;
import io.quartermaster.domain.forecast.online.SeriesEnsemble;
import io.quartermaster.domain.forecast.online.SeriesModels;
import io.quartermaster.domain.governance.Quarantined;
import io.quartermaster.pipelines.channel.Channels;
import io.quartermaster.pipelines.event.FileExchange;
import io.quartermaster.pipelines.event.PlainTypes;
import io.quartermaster.pipelines.event.StrictEnvironment;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(value = OS.LINUX, disabledReason = "the native library is for linux-x86_64")
@SuppressWarnings("try") // closing a harness may be interrupted
class ForecastCorrectionsTest {

    private static final CorrectedWindows WINDOWS =
            CorrectedWindows.of(SmallModel.WINDOWS, SmallModel.FIRST.plusDays(3));

    private static final List<String> EVERY_MODEL =
            List.of(
                    "seasonal_naive",
                    "regression",
                    "ets",
                    "theta",
                    "arima",
                    "tsb",
                    "lstm",
                    "ensemble");

    @TempDir private Path folder;

    @Test
    void correctedWindowsAreAsIfTheyHadComeRight() throws Exception {
        ForecastOptions options = SmallModel.options(16).with(EVERY_MODEL);
        List<Forecast> late = run(options, WINDOWS.late());
        assertThat(CorrectedWindows.latest(late))
                .isEqualTo(CorrectedWindows.latest(run(options, WINDOWS.inTime())));
        assertThat(late)
                .filteredOn(forecast -> forecast.revision() > 0)
                .extracting(Forecast::modelName)
                .contains(EVERY_MODEL.toArray(new String[0]));
        assertThat(late)
                .filteredOn(forecast -> forecast.revision() > 0)
                .allMatch(forecast -> forecast.asOf().isAfter(Channels.endOf(forecast.madeOn())));
    }

    @Test
    void aCorrectionAfterARestoreFindsWhatItStartsFrom() throws Exception {
        ForecastOptions options = SmallModel.options(16);
        List<Forecast> all = new ArrayList<>();
        OperatorSubtaskState snapshot = null;
        int part = WINDOWS.late().size() / 20;
        for (int from = 0; from < WINDOWS.late().size(); from += part) {
            try (ForecastHarness harness = new ForecastHarness(options)) {
                if (snapshot != null) {
                    harness.initializeState(snapshot);
                }
                harness.open();
                harness.add(
                        WINDOWS.late().subList(from, Math.min(from + part, WINDOWS.late().size())));
                harness.getOperator().prepareSnapshotPreBarrier(1);
                snapshot = harness.snapshot(1, 1);
                all.addAll(harness.forecasts());
            }
        }
        assertThat(ForecastLines.sorted(all))
                .isEqualTo(ForecastLines.sorted(run(options, WINDOWS.late())));
    }

    @Test
    void aCorrectionThatComesTooLateIsCountedAndToldOf() throws Exception {
        DemandWindow first = SmallModel.WINDOWS.get(0);
        List<DemandWindow> series = series(first);
        DemandWindow old = CorrectedWindows.corrected(series.get(60));
        try (ForecastHarness harness = new ForecastHarness(SmallModel.withoutModel())) {
            harness.open();
            harness.add(series.subList(0, 90));
            harness.add(List.of(old));
            List<Quarantined> told = new ArrayList<>();
            for (StreamRecord<Quarantined> record : harness.getSideOutput(LateCorrections.TAG)) {
                told.add(record.getValue());
            }
            assertThat(told).hasSize(1);
            assertThat(told.get(0).rule()).isEqualTo("too_late");
            assertThat(told.get(0).reason())
                    .startsWith("The window of item (" + old.item() + ")")
                    .contains("on " + old.day() + ", revision 1, came when");
        }
    }

    /** A plain loop over the windows of a series, without Flink, is the twin of the job. */
    @Test
    void modelsInStateAreThoseOfAPlainLoop() throws Exception {
        ForecastOptions options = SmallModel.withoutModel().with(EVERY_MODEL);
        List<DemandWindow> series = series(SmallModel.WINDOWS.get(5));
        ForecastRows rows = new ForecastRows(options);
        List<Forecast> expected = new ArrayList<>();
        ForecastMemory memory = ForecastMemory.start(series.get(0).day().toEpochDay());
        for (DemandWindow window : series) {
            ForecastMemory before = memory;
            memory = before.observe(window);
            long day = window.day().toEpochDay();
            if (options.planDays().isWarm(day) && memory.isGrown()) {
                String key = window.item() + "|" + window.place();
                memory = memory.learn(options.rules(), key, before);
            }
            SeriesEnsemble.Scored scored =
                    memory.score(window, ForecastTrainer.LEVELS, options.horizonDays());
            memory = memory.with(scored.ensemble());
            List<SeriesModels.Said> said =
                    options.planDays().isAsked(day) ? rows.plain(memory) : null;
            ForecastRows.Concluded concluded =
                    rows.conclude(
                            new DueForecast(
                                    window,
                                    ItemStatics.UNKNOWN,
                                    memory,
                                    said,
                                    DueForecast.Telling.FIRST));
            memory = concluded.memory();
            expected.addAll(concluded.rows());
        }
        assertThat(ForecastLines.sorted(run(options, series)))
                .isEqualTo(ForecastLines.sorted(expected))
                .anyMatch(line -> line.contains("\"model_name\":\"arima\""));
    }

    @Test
    void correctionsSurviveAnInjectedFailure() throws Exception {
        Configuration failing = new Configuration();
        FailsOnce.prepare(failing, folder.resolve("chk"));
        List<Forecast> late = job("late", failing, WINDOWS.late());
        assertThat(FailsOnce.hasFailed()).isTrue();
        List<Forecast> inTime = run(SmallModel.options(16), WINDOWS.inTime());
        TreeMap<String, String> grown = new TreeMap<>(CorrectedWindows.latest(late));
        grown.keySet().removeIf(key -> key.endsWith("|cluster_prior"));
        assertThat(grown).isEqualTo(CorrectedWindows.latest(inTime));
    }

    private List<Forecast> job(String name, Configuration configuration, List<DemandWindow> windows)
            throws Exception {
        StreamExecutionEnvironment environment = StrictEnvironment.local(2, configuration);
        DataStream<DemandWindow> demand =
                environment
                        .fromData(
                                PlainTypes.of(DemandWindow.class),
                                windows.toArray(new DemandWindow[0]))
                        .setParallelism(1)
                        .uid("windows")
                        .assignTimestampsAndWatermarks(
                                WatermarkStrategy.<DemandWindow>forMonotonousTimestamps()
                                        .withTimestampAssigner(
                                                (window, before) ->
                                                        Channels.endOf(window.day())
                                                                .toEpochMilli()))
                        .setParallelism(1)
                        .uid("times")
                        .map(new FailsOnce<DemandWindow>())
                        .returns(PlainTypes.of(DemandWindow.class))
                        .setParallelism(1)
                        .uid("fails-once");
        FileExchange files = new FileExchange(folder.resolve(name), List.of(), ZoneOffset.UTC);
        ForecastStreams streams =
                new ForecastStreams(
                        demand,
                        files.read(environment, Channels.ITEMS),
                        files.read(environment, Channels.TEXTS),
                        files.read(environment, Channels.BRAND_CLUSTERS));
        files.write(
                ForecastPipeline.build(streams, SmallModel.options(16)).forecasts(),
                Channels.FORECAST);
        environment.execute("corrections");
        files.seal(Channels.FORECAST);
        return files.contents(Channels.FORECAST);
    }

    private static List<DemandWindow> series(DemandWindow of) {
        return SmallModel.WINDOWS.stream()
                .filter(window -> window.item().equals(of.item()))
                .filter(window -> window.place().equals(of.place()))
                .toList();
    }

    private static List<Forecast> run(ForecastOptions options, List<DemandWindow> windows)
            throws Exception {
        try (ForecastHarness harness = new ForecastHarness(options)) {
            harness.open();
            harness.add(windows);
            harness.endInput();
            return harness.forecasts();
        }
    }
}
