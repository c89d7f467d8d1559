package io.quartermaster.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.quartermaster.pipelines.cli.Quartermaster;
import io.quartermaster.pipelines.result.ResultSession;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.table.api.TableEnvironment;
import org.apache.flink.types.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Forecasts in SQL are those of the verb, number by number. */
class MlForecastTest {

    private static final String FORECAST =
            """
            SELECT f.unique_id, CAST(f.ds AS STRING), f.model_name, f.expected, f.q10, f.q50, f.q90, f.reason
            FROM (SELECT ML_FORECAST(item || '|' || place, event_day, CAST(units AS DOUBLE), 7, '%s') AS forecasts
                  FROM demand)
            CROSS JOIN UNNEST(forecasts) AS f(unique_id, ds, model_name, expected, q10, q50, q90, reason)""";

    @TempDir private static Path results;
    private static TableEnvironment session;

    @BeforeAll
    static void makeARun() throws Exception {
        SmallRun.write(results);
        session = ResultSession.open(results, Map.of());
    }

    @Test
    void givesWhatTheVerbGives() {
        for (String models : List.of("auto", "seasonal_naive,theta")) {
            List<String> verb = verb(models);
            assertThat(verb).hasSizeGreaterThan(7 * 10);
            assertThat(sql(models)).containsExactlyElementsOf(verb);
        }
    }

    @Test
    void theViewForecastsDemand() {
        List<Row> rows = new ArrayList<>();
        session.executeSql("SELECT * FROM demand_forecast").collect().forEachRemaining(rows::add);
        assertThat(rows).hasSize(verb("auto").size() * 2);
        assertThat(rows.get(0).getFieldNames(true))
                .containsExactly(
                        "item",
                        "place",
                        "event_day",
                        "model_name",
                        "mean",
                        "q10",
                        "q50",
                        "q90",
                        "reason");
    }

    private static List<String> sql(String models) {
        List<String> rows = new ArrayList<>();
        session.executeSql(FORECAST.formatted(models))
                .collect()
                .forEachRemaining(row -> rows.add(line(row)));
        return rows;
    }

    private static String line(Row row) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < 7; i++) {
            Object field = row.getField(i);
            line.append(field instanceof Double number ? plain(number) : field).append(',');
        }
        return line.append(row.getField(7)).toString().replace("\"", "");
    }

    private static String plain(double value) {
        return value == 0 ? "0" : BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    private static List<String> verb(String models) {
        StringWriter out = new StringWriter();
        CommandLine line = Quartermaster.commandLine();
        line.setOut(new PrintWriter(out, true));
        StringWriter error = new StringWriter();
        line.setErr(new PrintWriter(error, true));
        int code =
                line.execute(
                        "forecast",
                        "--quiet",
                        "--input=" + results.resolve("csv/demand.csv"),
                        "--target=units",
                        "--mask=price,promotion,stocked_out",
                        "--horizon=7",
                        "--models=" + models);
        assertThat(code).as(error.toString()).isZero();
        return out.toString().lines().skip(1).map(row -> row.replace("\"", "")).toList();
    }
}
