package io.quartermaster.udfs;

import java.util.ArrayList;
import java.util.List;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.table.api.EnvironmentSettings;
import org.apache.flink.table.api.TableEnvironment;
import org.apache.flink.types.Row;
import org.apache.flink.types.RowKind;

/** A SQL session in which every function is known. */
public final class SqlSession {

    private final TableEnvironment environment;

    private SqlSession(EnvironmentSettings.Builder settings) {
        Configuration configuration = new Configuration();
        configuration.set(CoreOptions.DEFAULT_PARALLELISM, 2);
        configuration.set(PipelineOptions.GENERIC_TYPES, false);
        environment = TableEnvironment.create(settings.withConfiguration(configuration).build());
        environment.loadModule(QuartermasterModule.NAME, new QuartermasterModule());
    }

    /** Answers once, at the end of the input. */
    public static SqlSession batch() {
        return new SqlSession(EnvironmentSettings.newInstance().inBatchMode());
    }

    /** Answers row by row, with corrections. */
    public static SqlSession streaming() {
        return new SqlSession(EnvironmentSettings.newInstance().inStreamingMode());
    }

    /** Sets a job parameter, as functions read it. */
    public SqlSession with(String key, String value) {
        environment.getConfig().addJobParameter(key, value);
        return this;
    }

    public TableEnvironment environment() {
        return environment;
    }

    /** The rows that stand at the end, in the order of their text. */
    public List<Row> rows(String sql) {
        List<Row> rows = new ArrayList<>();
        environment.executeSql(sql).collect().forEachRemaining(row -> apply(rows, row));
        rows.sort((a, b) -> a.toString().compareTo(b.toString()));
        return rows;
    }

    /** The only value of the only row. */
    public Object value(String expression) {
        return rows("SELECT " + expression).get(0).getField(0);
    }

    private static void apply(List<Row> rows, Row row) {
        RowKind kind = row.getKind();
        row.setKind(RowKind.INSERT);
        if (kind == RowKind.INSERT || kind == RowKind.UPDATE_AFTER) {
            rows.add(row);
        } else {
            rows.remove(row);
        }
    }
}
