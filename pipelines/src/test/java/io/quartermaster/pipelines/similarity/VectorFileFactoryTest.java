package io.quartermaster.pipelines.similarity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.table.api.EnvironmentSettings;
import org.apache.flink.table.api.TableEnvironment;
import org.apache.flink.types.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VectorFileFactoryTest {

    private static final String COLUMNS =
            "id STRING, vector ARRAY<DOUBLE>, score DOUBLE, query ARRAY<DOUBLE>";

    @TempDir private Path folder;
    private final TableEnvironment tables =
            TableEnvironment.create(EnvironmentSettings.inStreamingMode());

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("v.csv"), "id,x,y\neast,1,0\nnorth,0,2\nboth,3,4\n");
    }

    /** Cosines of (3, 4), of length 5: 1 with itself, 4/5 with north, 3/5 with east. */
    @Test
    void answersEveryRowWithTheNearest() {
        create(COLUMNS, "'top-k' = '2'");
        assertThat(nearest("q.n, v.id, ROUND(v.score, 6)", "ARRAY[3.0e0, 4.0e0]"))
                .extracting(Row::toString)
                .containsExactly("+I[1, both, 1.0]", "+I[1, north, 0.8]");
    }

    @Test
    void givesTheVectorsAndComparesByInnerProduct() {
        create(
                "query ARRAY<DOUBLE>, score DOUBLE, vector ARRAY<DOUBLE>, id STRING",
                "'measure' = 'inner_product', 'top-k' = '1'");
        assertThat(nearest("v.vector, v.score, v.query", "ARRAY[1.0e0, 1.0e0]"))
                .extracting(Row::toString)
                .containsExactly("+I[[3.0, 4.0], 7.0, [1.0, 1.0]]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'top-k' = '0'                | The k (0) must be 1 to 1024.",
                "'top-k' = '1025'             | The k (1025) must be 1 to 1024.",
                "'similarity.engine' = 'abacus' | abacus",
                "'measure' = 'taste'          | taste"
            })
    void refusesOptionsThatCannotBe(String option, String said) {
        create(COLUMNS, option);
        assertThatThrownBy(() -> nearest("v.id", "ARRAY[1.0e0, 1.0e0]"))
                .satisfies(failure -> assertThat(messages(failure)).contains(said));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "id STRING, score DOUBLE                            | has no column (query)",
                "id STRING, score FLOAT, query ARRAY<DOUBLE>        | cannot have the column (score FLOAT)",
                "id STRING, score DOUBLE, colour STRING, query ARRAY<DOUBLE> | cannot have the column (colour STRING)"
            })
    void refusesOtherColumns(String columns, String said) {
        create(columns, "'top-k' = '2'");
        assertThatThrownBy(() -> rows("SELECT * FROM v"))
                .satisfies(failure -> assertThat(messages(failure)).contains(said));
    }

    @Test
    void refusesAQueryOfAnotherLengthAndAFileThatIsNotThere() {
        create(COLUMNS, "'top-k' = '2'");
        assertThatThrownBy(() -> nearest("v.id", "ARRAY[1.0e0]"))
                .satisfies(failure -> assertThat(messages(failure)).contains("1", "2"));
        tables.executeSql("DROP TABLE v");
        tables.executeSql(
                "CREATE TABLE v (%s) WITH ('connector' = 'vector-file', 'path' = 'none.csv')"
                        .formatted(COLUMNS));
        assertThatThrownBy(() -> nearest("v.id", "ARRAY[1.0e0, 1.0e0]"))
                .satisfies(failure -> assertThat(messages(failure)).contains("none.csv"));
    }

    private void create(String columns, String options) {
        tables.executeSql(
                "CREATE TABLE v (%s) WITH ('connector' = 'vector-file', 'path' = '%s', %s)"
                        .formatted(columns, folder.resolve("v.csv"), options));
    }

    /** Asks with a vector, and with none. */
    private List<Row> nearest(String columns, String query) {
        return rows(
                """
                SELECT %s
                  FROM (SELECT n, a, PROCTIME() AS asked
                          FROM (VALUES (1, %s), (2, CAST(NULL AS ARRAY<DOUBLE>))) AS t(n, a)) AS q
                  JOIN v FOR SYSTEM_TIME AS OF q.asked ON v.query = q.a"""
                        .formatted(columns, query));
    }

    private List<Row> rows(String query) {
        List<Row> rows = new ArrayList<>();
        tables.executeSql(query).collect().forEachRemaining(rows::add);
        return rows;
    }

    private static String messages(Throwable failure) {
        StringBuilder all = new StringBuilder();
        for (Throwable one = failure; one != null; one = one.getCause()) {
            all.append(one.getMessage()).append('\n');
        }
        return all.toString();
    }
}
