package io.quartermaster.pipelines.result;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

public class SqlScriptTest {

    @Test
    void partsStatementsAtSemicolons() {
        assertThat(SqlScript.statements("SELECT 1; SELECT 2;\n"))
                .containsExactly("SELECT 1", "SELECT 2");
    }

    @Test
    void leavesSemicolonsInQuotesAndNamesAlone() {
        assertThat(SqlScript.statements("SELECT 'a;b', 'it''s;' AS `x;y`; SELECT 2"))
                .containsExactly("SELECT 'a;b', 'it''s;' AS `x;y`", "SELECT 2");
    }

    @Test
    void dropsComments() {
        assertThat(SqlScript.statements("-- a; b\nSELECT 1 /* ; */ + 2; -- end"))
                .containsExactly("SELECT 1   + 2");
    }

    @Test
    void findsNothingInAnEmptyText() {
        assertThat(SqlScript.statements(" ;; -- nothing\n")).isEmpty();
    }
}
