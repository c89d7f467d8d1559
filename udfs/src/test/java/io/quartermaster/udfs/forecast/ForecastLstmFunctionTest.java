package io.quartermaster.udfs.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quartermaster.domain.demand.DemandWindow;
import io.quartermaster.domain.forecast.DemandHistory;
import io.quartermaster.domain.forecast.HorizonForecast;
import io.quartermaster.udfs.SqlSession;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.windowing.ProcessAllWindowFunction;
import org.apache.flink.streaming.api.windowing.assigners.GlobalWindows;
import org.apache.flink.streaming.api.windowing.windows.GlobalWindow;
import org.apache.flink.table.functions.FunctionContext;
import org.apache.flink.types.Row;
import org.apache.flink.util.Collector;
import org.junit.jupiter.api.Test;

class ForecastLstmFunctionTest {

    private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
    private static final int DAYS = 30;
    private static final int SERIES = 5;

    /** Day d of series s sells s + d % 7 units. */
    private static final String DEMAND =
            """
            (SELECT CONCAT('s', CAST(s AS STRING)) AS id, s,
                    DATE '2024-01-01' + d * INTERVAL '1' DAY AS ds,
                    CAST(s + MOD(d, 7) AS DOUBLE) AS y
             FROM (VALUES %s) AS series(s) CROSS JOIN (VALUES %s) AS days(d))"""
                    .formatted(numbers(SERIES), numbers(DAYS));

    private static final String FORECAST =
            """
            SELECT f.id, CAST(f.ds AS STRING), ROUND(f.m, 3), ROUND(f.q10, 3), ROUND(f.q90, 3)
            FROM (SELECT FORECAST_LSTM(id, ds, y, 2) AS rows_ FROM %s)
            CROSS JOIN UNNEST(rows_) AS f(id, ds, m, q10, q50, q90)"""
                    .formatted(DEMAND);

    @Test
    void forecastsEverySeriesOfAGroupThroughSql() {
        List<Row> rows = session().rows(FORECAST);
        assertThat(rows).hasSize(2 * SERIES);
        assertThat(rows.get(0)).isEqualTo(Row.of("s0", "2024-01-31", 1.0, 0.5, 2.0));
        assertThat(rows.get(9)).isEqualTo(Row.of("s4", "2024-02-01", 5.0, 2.5, 10.0));
    }

    @Test
    void callsTheEngineTwiceForAllSeriesTogether() {
        long calls = DoubledEngine.USE.calls();
        session().rows(FORECAST);
        assertThat(DoubledEngine.USE.calls() - calls).isEqualTo(2);
    }

    @Test
    void givesTheSameRowsInBatchAndInStreamingMode() {
        SqlSession streaming = SqlSession.streaming().with(ForecastLstmFunction.MODEL, "any");
        assertThat(streaming.rows(FORECAST)).isEqualTo(session().rows(FORECAST));
    }

    @Test
    void givesTheRowsOfADataStreamJobThatUsesTheSameBundle() throws Exception {
        StreamExecutionEnvironment environment =
                StreamExecutionEnvironment.createLocalEnvironment(1);
        List<String> expected = new ArrayList<>();
        DataStream<Integer> series = environment.fromData(0, 1, 2, 3, 4);
        series.windowAll(GlobalWindows.createWithEndOfStreamTrigger())
                .process(new WholeBundle())
                .executeAndCollect()
                .forEachRemaining(expected::add);
        List<String> rows = session().rows(FORECAST).stream().map(Row::toString).toList();
        assertThat(rows).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void leavesOutShortSeriesAndNulls() {
        String sql =
                """
                SELECT CARDINALITY(FORECAST_LSTM(id, ds, y, 2)) FROM (
                    SELECT id, ds, y FROM %s
                    UNION ALL SELECT 'short', DATE '2024-01-01', CAST(1 AS DOUBLE)
                    UNION ALL SELECT CAST(NULL AS STRING), DATE '2024-01-01', CAST(1 AS DOUBLE)
                    UNION ALL SELECT 's1', CAST(NULL AS DATE), CAST(1 AS DOUBLE)
                    UNION ALL SELECT 's1', DATE '2024-01-01', CAST(NULL AS DOUBLE))"""
                        .formatted(DEMAND);
        assertThat(session().rows(sql)).containsExactly(Row.of(2 * SERIES));
    }

    @Test
    void takesTheModelsHorizonWhereItIsNull() {
        String sql =
                "SELECT CARDINALITY(FORECAST_LSTM(id, ds, y, CAST(NULL AS INT))) FROM " + DEMAND;
        assertThat(session().rows(sql)).containsExactly(Row.of(DoubledEngine.HORIZON * SERIES));
    }

    @Test
    void takesEveryCovariateAndNullsAmongThem() {
        String sql =
                """
                SELECT CARDINALITY(FORECAST_LSTM(id, ds, y, CAST(NULL AS DOUBLE),
                    CAST(NULL AS DOUBLE), CAST(NULL AS BOOLEAN), CAST(NULL AS BIGINT),
                    CAST(NULL AS BIGINT), 1)) FROM %s"""
                        .formatted(DEMAND);
        assertThat(session().rows(sql)).containsExactly(Row.of(SERIES));
    }

    @Test
    void answersTheSameForwardReversedMergedAndRetracted() throws Exception {
        ForecastLstmFunction function = open();
        ForecastLstmFunction.Group forward = gather(function, 0, DAYS, 1);
        ForecastLstmFunction.Group reversed = gather(function, DAYS - 1, -1, -1);
        ForecastLstmFunction.Group merged = gather(function, 0, 9, 1);
        function.merge(merged, List.of(gather(function, 9, DAYS, 1)));
        ForecastLstmFunction.Group retracted = gather(function, 0, DAYS, 1);
        function.accumulate(retracted, "a", FIRST.plusDays(DAYS), 99.0, 2);
        function.retract(retracted, "a", FIRST.plusDays(DAYS), 99.0, 2);
        assertThat(function.getValue(forward)).hasSize(2);
        assertThat(function.getValue(reversed)).isEqualTo(function.getValue(forward));
        assertThat(function.getValue(merged)).isEqualTo(function.getValue(forward));
        assertThat(function.getValue(retracted)).isEqualTo(function.getValue(forward));
        function.close();
    }

    @Test
    void refusesAHorizonBeyondTheModels() throws Exception {
        ForecastLstmFunction function = open();
        ForecastLstmFunction.Group group = gather(function, 0, DAYS, 1);
        group.horizon = 9;
        assertThatThrownBy(() -> function.getValue(group))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "The horizon (9) of FORECAST_LSTM must be within 1 and 3, the model's.");
    }

    private static SqlSession session() {
        return SqlSession.batch().with(ForecastLstmFunction.MODEL, "any");
    }

    private static ForecastLstmFunction open() {
        Configuration parameters = new Configuration();
        parameters.setString(ForecastLstmFunction.MODEL, "any");
        ForecastLstmFunction function = new ForecastLstmFunction();
        function.open(new FunctionContext(null, null, parameters));
        return function;
    }

    private static ForecastLstmFunction.Group gather(
            ForecastLstmFunction function, int from, int to, int step) throws Exception {
        ForecastLstmFunction.Group group = function.createAccumulator();
        for (int day = from; day != to; day += step) {
            function.accumulate(group, "a", FIRST.plusDays(day), day % 5.0, 2);
        }
        return group;
    }

    private static String numbers(int count) {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rows.add("(" + i + ")");
        }
        return String.join(", ", rows);
    }

    /** What a job does: gathers histories, forecasts them in one bundle. */
    private static final class WholeBundle
            extends ProcessAllWindowFunction<Integer, String, GlobalWindow> {
        private static final long serialVersionUID = 1L;

        @Override
        public void process(Context context, Iterable<Integer> series, Collector<String> out) {
            List<DemandHistory> histories = new ArrayList<>();
            series.forEach(one -> histories.add(history(one)));
            try (ForecastBundle bundle = ForecastBundle.open(Path.of("any"))) {
                List<HorizonForecast> forecasts = bundle.forecast(histories);
                for (int i = 0; i < forecasts.size(); i++) {
                    for (int step = 0; step < 2; step++) {
                        LocalDate day = FIRST.plusDays(DAYS + step);
                        out.collect(row("s" + i, day, forecasts.get(i), step).toString());
                    }
                }
            }
        }

        private static Row row(String id, LocalDate day, HorizonForecast forecast, int step) {
            return Row.of(
                    id,
                    day.toString(),
                    thousandths(forecast.mean()[step]),
                    thousandths(forecast.quantile(0.1)[step]),
                    thousandths(forecast.quantile(0.9)[step]));
        }

        private static double thousandths(double value) {
            return Math.rint(value * 1000) / 1000;
        }

        private static DemandHistory history(int series) {
            DemandHistory history = DemandHistory.before(FIRST.toEpochDay());
            for (int day = 0; day < DAYS; day++) {
                history =
                        history.append(
                                new DemandWindow(
                                        "s" + series,
                                        "",
                                        FIRST.plusDays(day),
                                        series + day % 7,
                                        0,
                                        0,
                                        false,
                                        0,
                                        0,
                                        0,
                                        0,
                                        Instant.EPOCH));
            }
            return history;
        }
    }
}
