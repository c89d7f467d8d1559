package io.quartermaster.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.quartermaster.domain.demand.DemandWindow;
import io.quartermaster.domain.demand.UnconstrainedDemand;
import io.quartermaster.domain.forecast.DemandHistory;
import io.quartermaster.domain.forecast.HorizonForecast;
import io.quartermaster.domain.forecast.SequenceModelEngine;
import io.quartermaster.domain.forecast.SequenceModelOptions;
import io.quartermaster.domain.forecast.SequenceTrainingSet;
import io.quartermaster.pipelines.forecast.ForecastTrainer;
import io.quartermaster.pipelines.result.ResultSession;
import io.quartermaster.udfs.forecast.ForecastBundle;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.windowing.ProcessAllWindowFunction;
import org.apache.flink.streaming.api.windowing.assigners.GlobalWindows;
import org.apache.flink.streaming.api.windowing.windows.GlobalWindow;
import org.apache.flink.table.api.TableEnvironment;
import org.apache.flink.types.Row;
import org.apache.flink.util.Collector;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The LSTM as the SQL function and as a DataStream job serve it, on the real engine. */
class SharedFunctionsTest {

    private static final int HORIZON = 7;

    /** Series of a week or more. */
    private static final int LONG_ENOUGH = 24;

    private static final String FORECAST =
            """
            SELECT f.unique_id, CAST(f.ds AS STRING), f.expected, f.q10, f.q50, f.q90
            FROM (SELECT FORECAST_LSTM(item || '|' || place, event_day, CAST(units AS DOUBLE), price,
                                       promotion, stocked_out, `views`, carts, 7) AS forecasts
                  FROM demand)
            CROSS JOIN UNNEST(forecasts) AS f(unique_id, ds, expected, q10, q50, q90)
            ORDER BY f.unique_id, f.ds""";

    @TempDir private static Path folder;
    private static SmallRun run;
    private static SequenceModelEngine engine;
    private static TableEnvironment session;

    @BeforeAll
    static void train() throws IOException {
        engine = ServiceLoader.load(SequenceModelEngine.class).findFirst().orElseThrow();
        assumeThat(engine.probe().available()).as(engine.probe().reason()).isTrue();
        run = SmallRun.write(folder.resolve("results"));
        engine.train(windows(), options(), folder.resolve("results/model"), epoch -> {});
        session = ResultSession.open(folder.resolve("results"), Map.of());
    }

    @Test
    void forecastsTheSameRowsInSqlAndInADataStreamJob() throws Exception {
        List<String> rows = new ArrayList<>();
        session.executeSql(FORECAST).collect().forEachRemaining(row -> rows.add(row.toString()));
        assertThat(rows).hasSize(LONG_ENOUGH * HORIZON).containsExactlyElementsOf(dataStreamRows());
    }

    @Test
    void callsTheEngineForManySeriesAtOnce() {
        long calls = engine.use().calls();
        long rows = engine.use().rows();
        session.executeSql(FORECAST).collect().forEachRemaining(row -> {});
        long made = engine.use().calls() - calls;
        assertThat(made).isPositive();
        assertThat((engine.use().rows() - rows) / made).isGreaterThan(1);
    }

    private static List<String> dataStreamRows() throws Exception {
        StreamExecutionEnvironment environment =
                StreamExecutionEnvironment.createLocalEnvironment(1);
        List<String> rows = new ArrayList<>();
        environment
                .fromData(DemandWindow.class, run.demand().toArray(DemandWindow[]::new))
                .windowAll(GlobalWindows.createWithEndOfStreamTrigger())
                .process(new WholeForecast(folder.resolve("results/model").toString()))
                .executeAndCollect()
                .forEachRemaining(rows::add);
        return rows;
    }

    /** Windows of one series: enough for weights that are not those of the start. */
    private static SequenceTrainingSet windows() {
        List<DemandHistory> histories = new ArrayList<>();
        DemandHistory history = null;
        List<DemandWindow> series =
                run.demand().stream()
                        .filter(w -> w.item().equals("S0002") && w.place().equals("place-1"))
                        .toList();
        for (DemandWindow window : series) {
            history = appended(history, window);
            histories.add(history);
        }
        return TrainingWindows.of(histories, HORIZON);
    }

    private static SequenceModelOptions options() {
        SequenceModelOptions whole = ForecastTrainer.options(HORIZON, 1);
        return whole.with(whole.shape().sized(8, 1))
                .with(whole.training().paced(0.01, 1).split(0, 16));
    }

    private static DemandHistory appended(DemandHistory history, DemandWindow window) {
        DemandHistory before =
                history == null ? DemandHistory.before(window.day().toEpochDay()) : history;
        return before.append(window);
    }

    /** What a job does: gathers histories, forecasts all of them in one bundle. */
    private static final class WholeForecast
            extends ProcessAllWindowFunction<DemandWindow, String, GlobalWindow> {
        private static final long serialVersionUID = 1L;

        private final String model;

        WholeForecast(String model) {
            this.model = model;
        }

        @Override
        public void process(
                Context context, Iterable<DemandWindow> windows, Collector<String> out) {
            Map<String, List<DemandWindow>> days = new TreeMap<>();
            for (DemandWindow window : windows) {
                String id = window.item() + "|" + window.place();
                days.computeIfAbsent(id, missing -> new ArrayList<>()).add(window);
            }
            Map<String, DemandHistory> series = new TreeMap<>();
            days.forEach((id, all) -> series.put(id, history(all)));
            series.values().removeIf(history -> !ForecastBundle.isLongEnough(history));
            List<HorizonForecast> forecasts;
            try (ForecastBundle bundle = ForecastBundle.open(Path.of(model))) {
                forecasts = bundle.forecast(List.copyOf(series.values()));
            }
            int index = 0;
            for (Map.Entry<String, DemandHistory> one : series.entrySet()) {
                HorizonForecast forecast = forecasts.get(index++);
                for (int step = 0; step < HORIZON; step++) {
                    out.collect(row(one.getKey(), one.getValue(), forecast, step));
                }
            }
        }

        /** As the demand job makes it: days without stock estimated. */
        private static DemandHistory history(List<DemandWindow> days) {
            DemandHistory history = null;
            for (DemandWindow window : UnconstrainedDemand.filledIn(days)) {
                history = appended(history, window);
            }
            return history;
        }

        private static String row(
                String id, DemandHistory history, HorizonForecast forecast, int step) {
            return Row.of(
                            id,
                            LocalDate.ofEpochDay(history.lastDay() + 1 + step).toString(),
                            forecast.mean()[step],
                            forecast.quantile(0.1)[step],
                            forecast.quantile(0.5)[step],
                            forecast.quantile(0.9)[step])
                    .toString();
        }
    }
}
