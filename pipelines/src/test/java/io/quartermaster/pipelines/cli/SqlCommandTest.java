package io.quartermaster.pipelines.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.quartermaster.domain.event.StockLevel;
import io.quartermaster.pipelines.result.ResultSchema;
import io.quartermaster.pipelines.result.ResultTable;
import io.quartermaster.pipelines.result.TableWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class SqlCommandTest {

    private static final Instant NOON = Instant.parse("2024-05-01T12:00:00Z");

    @TempDir private Path results;
    private final StringWriter out = new StringWriter();
    private final StringWriter error = new StringWriter();

    @BeforeEach
    void writeATable() throws IOException {
        Path folder = Files.createDirectory(results.resolve(ResultSchema.FOLDER));
        write(
                ResultSchema.table("stock"),
                folder,
                new StockLevel("1", NOON, "warehouse", "A, \"big\"", "main", 12),
                new StockLevel("2", NOON, "warehouse", "B", "main", 0));
        write(ResultSchema.table("returns"), folder);
    }

    @Test
    void answersAsCsv() {
        assertThat(sql("-e", "SELECT item, on_hand FROM stock ORDER BY item", "--format", "csv"))
                .isZero();
        assertThat(out).hasToString("item,on_hand\n\"A, \"\"big\"\"\",12\nB,0\n");
    }

    @Test
    void answersSeveralStatementsOfAFileAsJson() throws IOException {
        Path file =
                Files.writeString(
                        results.resolve("two.sql"),
                        "-- how much?\nSELECT SUM(on_hand) AS units FROM stock;\n"
                                + "SELECT COUNT(*) AS n FROM return_lines;");
        assertThat(sql("-f", file.toString(), "--format", "json")).isZero();
        assertThat(out.toString().split("\\R"))
                .containsExactly("[{\"units\":12}]", "", "[{\"n\":0}]");
    }

    @Test
    void answersAsATableAndKnowsEveryFunction() {
        assertThat(sql("-e", "SELECT COSINE_SIMILARITY(ARRAY[1, 0], ARRAY[1, 0]) AS alike"))
                .isZero();
        assertThat(out.toString().split("\\R")).containsExactly("alike", "1");
    }

    /** Cosine of a and b is 1 / sqrt(2), and one of two customers bought b. */
    @Test
    void recommendsAndExplainsByTheCodeOfTheJob() {
        String purchases =
                "FROM (VALUES ('ann', 'a', 1), ('bob', 'a', 1), ('bob', 'b', 1)) AS p(customer, item, units)";
        String lists =
                "SELECT r.customer, r.item, r.score FROM (SELECT RECOMMEND(customer, item, units, 1) AS lists %s) CROSS JOIN UNNEST(lists) AS r(customer, `position`, item, score, method_name, reason)";
        String parts =
                "SELECT r.part_kind, r.part_source, r.amount FROM (SELECT EXPLAIN_RECOMMENDATION(customer, item, units, 1) AS parts %s) CROSS JOIN UNNEST(parts) AS r(customer, `position`, item, part, part_kind, part_source, amount)";
        String both = (lists + "; " + parts).formatted(purchases, purchases);
        assertThat(sql("-e", both, "--format", "csv")).isZero();
        assertThat(out.toString().split("\\R"))
                .containsExactly(
                        "customer,item,score",
                        "ann,b,0.74044",
                        "",
                        "part_kind,part_source,amount",
                        "bought,a,0.707107",
                        "popularity,,0.033333");
    }

    @Test
    void namesTheStatementAndTheTablesWhenATableIsUnknown() {
        assertThat(sql("-e", "SELECT 1; SELECT * FROM shelves")).isEqualTo(Quartermaster.FAILURE);
        assertThat(error.toString())
                .contains("Statement 2 (SELECT * FROM shelves) failed: Object 'shelves' not found.")
                .contains("Maybe one of: return_lines, returns, stock.")
                .doesNotContain("\tat ");
    }

    @Test
    void saysInALineWhatDoesNotParse() {
        assertThat(sql("-e", "SELEC 1")).isEqualTo(Quartermaster.FAILURE);
        assertThat(error.toString())
                .contains("Statement 1 (SELEC 1) failed: ")
                .doesNotContain("\tat ");
    }

    @Test
    void givesFunctionsTheOptionsTheyAskFor() {
        String statement = "SELECT TOKENISE('customer', 'ann') AS token";
        assertThat(sql("-e", statement, "--set", "governance.token-key=one")).isZero();
        assertThat(sql("-e", statement, "--set", "governance.token-key=two")).isZero();
        String[] lines = out.toString().split("\\R");
        assertThat(lines).hasSize(4);
        assertThat(lines[1]).isNotEqualTo(lines[3]);
    }

    @Test
    void refusesAnOptionItDoesNotKnow() {
        assertThat(sql("-e", "SELECT 1", "--set", "similarity.motor=cuda"))
                .isEqualTo(Quartermaster.FAILURE);
        assertThat(error.toString()).contains("(similarity.motor)").contains("similarity.engine");
    }

    @Test
    void refusesAFolderWithoutResults() {
        int code =
                execute("sql", "-e", "SELECT 1", "--results", results.resolve("none").toString());
        assertThat(code).isEqualTo(Quartermaster.FAILURE);
        assertThat(error.toString()).contains("is not there.");
    }

    @Test
    void isBadUsageWithoutAStatement() {
        assertThat(execute("sql")).isEqualTo(Quartermaster.BAD_USAGE);
    }

    private int sql(String... arguments) {
        String[] all = new String[arguments.length + 3];
        all[0] = "sql";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        all[arguments.length + 1] = "--results";
        all[arguments.length + 2] = results.toString();
        return execute(all);
    }

    private int execute(String... arguments) {
        CommandLine line = Quartermaster.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(error, true));
        return line.execute(arguments);
    }

    @SuppressWarnings("unchecked")
    private static <T, R> void write(ResultTable<?, ?> table, Path folder, Object... rows)
            throws IOException {
        TableWriter.write((ResultTable<T, R>) table, (List<T>) List.of(rows), folder);
    }
}
