package io.quartermaster.udfs.similarity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quartermaster.udfs.SqlSession;
import io.quartermaster.udfs.similarity.VectorSearchFunction.Searched;
import java.util.List;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.table.functions.FunctionContext;
import org.apache.flink.types.Row;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class VectorSearchFunctionTest {

    private static final String VECTORS =
            """
            (VALUES ('a', ARRAY[1, 0]), ('b', ARRAY[1, 1]), ('c', ARRAY[0, 1]),
                    (CAST(NULL AS STRING), ARRAY[1, 0]), ('d', CAST(NULL AS ARRAY<INT>)))
                AS vectors(id, vector)""";

    private static final Double[] X = {1.0, 0.0};
    private static final Double[] Y = {0.0, 1.0};

    private final VectorSearchFunction function = new VectorSearchFunction();

    @BeforeEach
    void open() {
        function.open(new FunctionContext(null, null, new Configuration()));
    }

    @AfterEach
    void close() {
        function.close();
    }

    @Test
    void findsTheNearestOfAGroupThroughSql() {
        assertThat(SqlSession.batch().rows(search("ARRAY[2, 0]", "2")))
                .containsExactly(Row.of("a", 1.0), Row.of("b", 0.7071));
        assertThat(SqlSession.batch().rows(search("ARRAY[2, 0]", "CAST(NULL AS INT)"))).hasSize(3);
        assertThat(SqlSession.batch().rows(search("CAST(NULL AS ARRAY<INT>)", "2"))).isEmpty();
    }

    @Test
    void givesOneAnswerForwardMergedAndRetracted() throws Exception {
        Searched forward = new Searched();
        Searched left = new Searched();
        Searched right = new Searched();
        function.accumulate(forward, "a", X, X, 2);
        function.accumulate(forward, "b", Y, X, 2);
        function.accumulate(left, "b", Y, X, 2);
        function.accumulate(left, "c", Y, X, 2);
        function.retract(left, "c", Y, X, 2);
        function.accumulate(right, "a", X, null, 2);
        function.merge(left, List.of(right));
        assertThat(function.getValue(left)).isEqualTo(function.getValue(forward)).hasSize(2);
        assertThat(function.getValue(new Searched())).isEmpty();
    }

    @Test
    void refusesTwoQueriesAndTwoVectorsOfAnId() throws Exception {
        Searched searched = new Searched();
        function.accumulate(searched, "a", X, X, 2);
        assertThatThrownBy(() -> function.accumulate(searched, "b", X, Y, 2))
                .hasMessage(
                        "A group of VECTOR_SEARCH_AGG has two queries.\nMaybe group by the query too.");
        assertThatThrownBy(() -> function.accumulate(searched, "a", Y, X, 2))
                .hasMessage(
                        "The id (a) of VECTOR_SEARCH_AGG has two vectors.\nMaybe group by a key, or choose one vector for each id.");
    }

    private static String search(String query, String k) {
        return """
               SELECT n.id, ROUND(n.score, 4)
               FROM (SELECT VECTOR_SEARCH_AGG(id, vector, %s, %s) AS nearest FROM %s)
               CROSS JOIN UNNEST(nearest) AS n(id, score)"""
                .formatted(query, k, VECTORS);
    }
}
