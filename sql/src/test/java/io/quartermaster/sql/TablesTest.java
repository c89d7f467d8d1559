package io.quartermaster.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.quartermaster.pipelines.result.ResultFileFactory;
import io.quartermaster.pipelines.result.ResultSchema;
import io.quartermaster.pipelines.result.ResultTable;
import io.quartermaster.pipelines.result.SqlScript;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.apache.flink.table.api.EnvironmentSettings;
import org.apache.flink.table.api.TableEnvironment;
import org.junit.jupiter.api.Test;

/** 01-tables.sql and 02-functions.sql. To write the tables anew, give -Dgolden.write=true. */
class TablesTest {

    private static final Path TABLES = Path.of("01-tables.sql");
    private static final String OPENING =
            """
            -- Every result table of a run, for a SQL client that is started where the folder results
            -- lies (the sql verb registers them by itself). Text cells that are empty stay empty text;
            -- other empty cells are NULL. Instants are ISO-8601 text: see DAY_OF and SECONDS_BETWEEN.
            """;

    @Test
    void namesEveryTableAndColumnOfTheSchema() throws IOException {
        String expected =
                OPENING
                        + ResultSchema.tables().stream()
                                .map(TablesTest::ddl)
                                .collect(Collectors.joining());
        if (Boolean.getBoolean("golden.write")) {
            Files.writeString(TABLES, expected);
        }
        assertThat(TABLES).hasContent(expected);
    }

    @Test
    void createsTablesAndFunctionsInASession() throws IOException {
        TableEnvironment session = TableEnvironment.create(EnvironmentSettings.inBatchMode());
        SqlScript.statements(Files.readString(TABLES)).forEach(session::executeSql);
        SqlScript.statements(Files.readString(Path.of("02-functions.sql")))
                .forEach(session::executeSql);
        assertThat(session.listTables())
                .containsExactlyInAnyOrderElementsOf(
                        ResultSchema.tables().stream().map(ResultTable::name).toList());
        assertThat(session.listFunctions()).contains("SIMILAR_ITEMS", "FORECAST_LSTM");
    }

    @Test
    void createsTheMeasuresInASession() throws IOException {
        TableEnvironment session = TableEnvironment.create(EnvironmentSettings.inBatchMode());
        for (String file : new String[] {"01-tables.sql", "02-functions.sql", "03-measures.sql"}) {
            SqlScript.statements(Files.readString(Path.of(file))).forEach(session::executeSql);
        }
        assertThat(session.listViews())
                .containsExactly(
                        "brand_days",
                        "brand_first_sales",
                        "brand_of_item",
                        "demand_forecast",
                        "market_days");
    }

    private static String ddl(ResultTable<?, ?> table) {
        String columns =
                table.columns().stream()
                        .map(c -> "    `" + c.name() + "` " + c.type().sqlName())
                        .collect(Collectors.joining(",\n"));
        return "\nCREATE TEMPORARY TABLE `%s` (\n%s\n) WITH ('connector' = '%s', 'path' = 'results/%s/%s');\n"
                .formatted(
                        table.name(),
                        columns,
                        ResultFileFactory.IDENTIFIER,
                        ResultSchema.FOLDER,
                        table.fileName());
    }
}
