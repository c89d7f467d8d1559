package io.quartermaster.udfs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quartermaster.domain.governance.PersonalField;
import io.quartermaster.domain.governance.Tokeniser;
import io.quartermaster.udfs.governance.TokeniseFunction;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.types.Row;
import org.junit.jupiter.api.Test;

/** Every scalar function through SQL text: a published value or a hand-made one, and NULLs. */
class ScalarFunctionsTest {

    /** Calls whose every argument makes them NULL when it is NULL: name, then type and value. */
    private static final List<String[]> STRICT =
            List.of(
                    call(
                            "COSINE_SIMILARITY",
                            "ARRAY<DOUBLE>:ARRAY[1, 0]",
                            "ARRAY<DOUBLE>:ARRAY[1, 1]"),
                    call("DAY_OF", "STRING:'2024-05-01T23:30:00Z'", "STRING:'Europe/Berlin'"),
                    call("DAY_OF", "STRING:'2024-05-01T23:30:00Z'"),
                    call(
                            "SECONDS_BETWEEN",
                            "STRING:'2024-05-01T00:00:00Z'",
                            "STRING:'2024-05-01T00:01:00Z'"),
                    call("PINBALL_LOSS", "DOUBLE:0.9", "DOUBLE:8", "DOUBLE:10"),
                    call("SAFETY_STOCK", "DOUBLE:10", "DOUBLE:20", "DOUBLE:0.95"),
                    call("NEWSVENDOR_LEVEL", "DOUBLE:120", "DOUBLE:10", "DOUBLE:2", "DOUBLE:18"),
                    call("MASK", "STRING:'Ada 1815'"),
                    call("MASK", "STRING:'Ada 1815'", "STRING:'MASK_SHOW_LAST_4'"),
                    call("TOKENISE", "STRING:'customer'", "STRING:'C1'"),
                    call("WORD_VECTOR", "STRING:'red red'", "INT:1"));

    @Test
    void answersNullWhereAnyArgumentIsNull() {
        List<String> columns = new ArrayList<>();
        for (String[] call : STRICT) {
            for (int missing = 1; missing < call.length; missing++) {
                columns.add(text(call, missing));
            }
        }
        Row row = row(columns);
        for (int i = 0; i < columns.size(); i++) {
            assertThat(row.getField(i)).as(columns.get(i)).isNull();
        }
    }

    @Test
    void answersAsTheDomainDoes() {
        List<String> columns = STRICT.stream().map(call -> text(call, 0)).toList();
        Row row = row(columns);
        assertThat((Double) row.getField(0)).isCloseTo(Math.sqrt(0.5), within(1e-6));
        assertThat(row.getField(1)).hasToString("2024-05-02");
        assertThat(row.getField(2)).hasToString("2024-05-01");
        assertThat(row.getField(3)).isEqualTo(60L);
        assertThat((Double) row.getField(4)).isCloseTo(1.8, within(1e-12));
        assertThat((Double) row.getField(5)).isCloseTo(12.835, within(1e-3));
        assertThat((Double) row.getField(6)).isCloseTo(132.8155, within(1e-4));
        assertThat(row.getField(7)).isEqualTo("Xxx nnnn");
        assertThat(row.getField(8)).isEqualTo("Xxx 1815");
        assertThat(row.getField(9))
                .isEqualTo(new Tokeniser("key").token(PersonalField.CUSTOMER, "C1"));
        assertThat((Double[]) row.getField(10)).hasSize(1).allMatch(one -> Math.abs(one) == 1);
    }

    @Test
    void scoresSatisfactionAndSpreadsTheWeightOfWhatIsMissing() {
        String nothing = "CAST(NULL AS DOUBLE)";
        Row row =
                SqlSession.batch()
                        .rows(
                                "SELECT SATISFACTION_SCORE(100, 100, 0, 0, 100, 0, 50, 50, 100, 100, 10, 0), "
                                        + "SATISFACTION_SCORE(100, 100, 0, 0, 100, 0, %1$s, %1$s, %1$s, %1$s, %1$s, 0), "
                                                .formatted(nothing)
                                        + "SATISFACTION_SCORE(%1$s, %1$s, %1$s, %1$s, %1$s, %1$s, %1$s, %1$s, %1$s, %1$s, %1$s, %1$s)"
                                                .formatted(nothing))
                        .get(0);
        assertThat((Double) row.getField(0)).isCloseTo(1, within(1e-12));
        assertThat((Double) row.getField(1)).isCloseTo(1, within(1e-12));
        assertThat(row.getField(2)).isNull();
    }

    private static Row row(List<String> columns) {
        return SqlSession.batch()
                .with(TokeniseFunction.KEY, "key")
                .rows("SELECT " + String.join(", ", columns))
                .get(0);
    }

    private static String[] call(String... nameAndArguments) {
        return nameAndArguments;
    }

    /** The call as SQL, with NULL in one position; 0 for none. */
    private static String text(String[] call, int missing) {
        List<String> arguments = new ArrayList<>();
        for (int i = 1; i < call.length; i++) {
            int colon = call[i].indexOf(':');
            String value = i == missing ? "NULL" : call[i].substring(colon + 1);
            arguments.add("CAST(" + value + " AS " + call[i].substring(0, colon) + ")");
        }
        return call[0] + "(" + String.join(", ", arguments) + ")";
    }
}
