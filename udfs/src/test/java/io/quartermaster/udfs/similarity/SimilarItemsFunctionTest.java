package io.quartermaster.udfs.similarity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quartermaster.domain.engine.EngineUse;
import io.quartermaster.domain.similarity.PanelSimilarityEngine;
import io.quartermaster.domain.similarity.ScalarSimilarityEngine;
import io.quartermaster.domain.similarity.SimilaritySettings;
import io.quartermaster.udfs.SqlSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.windowing.ProcessAllWindowFunction;
import org.apache.flink.streaming.api.windowing.assigners.GlobalWindows;
import org.apache.flink.streaming.api.windowing.windows.GlobalWindow;
import org.apache.flink.table.functions.FunctionContext;
import org.apache.flink.types.Row;
import org.apache.flink.util.Collector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SimilarItemsFunctionTest {

    private static final String VECTORS =
            """
            (VALUES ('x', 'a', ARRAY[1, 0, 0]), ('x', 'b', ARRAY[1, 1, 0]), ('x', 'c', ARRAY[0, 1, 1]),
                    ('y', 'd', ARRAY[2, 0, 1]), ('y', 'e', ARRAY[1, 0, 1]))
                AS vectors(category, id, vector)""";
    private static final String NEIGHBOURS =
            """
            SELECT category, n.id, n.neighbour, ROUND(n.score, 4)
            FROM (SELECT category, SIMILAR_ITEMS(id, vector, 1) AS neighbours FROM %s GROUP BY category)
            CROSS JOIN UNNEST(neighbours) AS n(id, neighbour, score)""";

    private final SimilarItemsFunction function = new SimilarItemsFunction();

    @BeforeEach
    void open() {
        function.open(new FunctionContext(null, null, new Configuration()));
    }

    @AfterEach
    void close() {
        function.close();
    }

    @Test
    void findsTheNeighboursOfEveryGroupThroughSql() {
        assertThat(SqlSession.batch().rows(NEIGHBOURS.formatted(VECTORS)))
                .containsExactly(
                        Row.of("x", "a", "b", 0.7071),
                        Row.of("x", "b", "a", 0.7071),
                        Row.of("x", "c", "b", 0.5),
                        Row.of("y", "d", "e", 0.9487),
                        Row.of("y", "e", "d", 0.9487));
    }

    @Test
    void givesTheSameRowsInBatchAndInStreamingMode() {
        assertThat(SqlSession.streaming().rows(NEIGHBOURS.formatted(VECTORS)))
                .isEqualTo(SqlSession.batch().rows(NEIGHBOURS.formatted(VECTORS)));
    }

    @Test
    void callsTheEngineOnceAGroupWithAllItsRows() {
        EngineUse use = new ScalarSimilarityEngine().use();
        long calls = use.calls();
        long rows = use.rows();
        SqlSession.batch()
                .with(SimilaritySettings.ENGINE_KEY, "scalar")
                .rows(NEIGHBOURS.formatted(VECTORS));
        assertThat(use.calls() - calls).isEqualTo(2);
        assertThat(use.rows() - rows).isEqualTo(5);
    }

    @Test
    void takesTheEngineThatIsAskedFor() {
        long calls = new PanelSimilarityEngine().use().calls();
        SqlSession.batch()
                .with(SimilaritySettings.ENGINE_KEY, "panel")
                .rows(NEIGHBOURS.formatted(VECTORS));
        assertThat(new PanelSimilarityEngine().use().calls()).isGreaterThan(calls);
    }

    @Test
    void doesNotCountMembersWithANullIdOrVector() {
        String some =
                """
                (VALUES ('x', 'a', ARRAY[1, 0]), ('x', 'b', ARRAY[1, 1]),
                        ('x', CAST(NULL AS STRING), ARRAY[1, 1]),
                        ('x', 'c', CAST(NULL AS ARRAY<INT>))) AS vectors(category, id, vector)""";
        assertThat(SqlSession.batch().rows(NEIGHBOURS.formatted(some)))
                .extracting(row -> row.getField(1))
                .containsExactly("a", "b");
    }

    @Test
    void takesTenNeighboursWhereKIsNull() {
        String sql =
                "SELECT CARDINALITY(SIMILAR_ITEMS(id, vector, CAST(NULL AS INT))) FROM " + VECTORS;
        assertThat(SqlSession.batch().rows(sql)).containsExactly(Row.of(20));
    }

    @Test
    void givesTheRowsOfADataStreamJobThatUsesTheSameBundle() throws Exception {
        StreamExecutionEnvironment environment =
                StreamExecutionEnvironment.createLocalEnvironment(1);
        List<String> expected = new ArrayList<>();
        environment
                .fromData("d 2 0 1", "e 1 0 1", "f 0 3 1")
                .windowAll(GlobalWindows.createWithEndOfStreamTrigger())
                .process(new WholeBundle())
                .executeAndCollect()
                .forEachRemaining(expected::add);
        String sql =
                """
                SELECT n.id, n.neighbour, n.score FROM (
                    SELECT SIMILAR_ITEMS(id, vector, 2) AS neighbours FROM (VALUES
                        ('d', ARRAY[2, 0, 1]), ('e', ARRAY[1, 0, 1]), ('f', ARRAY[0, 3, 1]))
                    AS vectors(id, vector))
                CROSS JOIN UNNEST(neighbours) AS n(id, neighbour, score)""";
        List<String> rows = SqlSession.batch().rows(sql).stream().map(Row::toString).toList();
        assertThat(rows).hasSize(6).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void takesNumbersOfAnyKind() {
        String some =
                "(VALUES ('x', 'a', ARRAY[CAST(1.5 AS %1$s)]), ('x', 'b', ARRAY[CAST(3 AS %1$s)])) AS v(category, id, vector)";
        for (String type : List.of("INT", "BIGINT", "FLOAT", "DOUBLE", "DECIMAL(9, 2)")) {
            assertThat(SqlSession.batch().rows(NEIGHBOURS.formatted(some.formatted(type))))
                    .as(type)
                    .containsExactly(Row.of("x", "a", "b", 1.0), Row.of("x", "b", "a", 1.0));
        }
    }

    @Test
    void answersTheSameForwardReversedMergedAndRetracted() throws Exception {
        TreeMap<String, Double[]> vectors = new TreeMap<>();
        for (int i = 0; i < 9; i++) {
            vectors.put("i" + i, new Double[] {1.0 * i, 1.0, i % 3.0});
        }
        List<String> ids = new ArrayList<>(vectors.keySet());
        VectorGroup forward = gather(ids, vectors);
        VectorGroup reversed = gather(new ArrayList<>(vectors.descendingKeySet()), vectors);
        assertThat(function.getValue(reversed)).isEqualTo(function.getValue(forward));
        VectorGroup merged = gather(ids.subList(0, 4), vectors);
        function.merge(merged, List.of(gather(ids.subList(4, 9), vectors)));
        assertThat(function.getValue(merged)).isEqualTo(function.getValue(forward));
        VectorGroup retracted = gather(ids, vectors);
        function.accumulate(retracted, "late", new Double[] {9.0, 9.0, 9.0}, 3);
        function.retract(retracted, "late", new Double[] {9.0, 9.0, 9.0}, 3);
        assertThat(function.getValue(retracted)).isEqualTo(function.getValue(forward));
    }

    /** One of two rows that say the same is taken out: the other still says it. */
    @Test
    void keepsAVectorAsLongAsARowHasIt() throws Exception {
        VectorGroup group = function.createAccumulator();
        Double[] vector = {1.0, 2.0};
        for (String id : List.of("a", "b", "a")) {
            function.accumulate(group, id, vector, 1);
        }
        function.retract(group, "a", vector, 1);
        assertThat(function.getValue(group)).hasSize(2);
        function.retract(group, "a", vector, 1);
        assertThat(function.getValue(group)).isEmpty();
        VectorGroup other = function.createAccumulator();
        function.accumulate(other, "b", vector, null);
        function.merge(group, List.of(other));
        function.retract(group, "b", vector, 1);
        assertThat(group.vectors.contains("b")).isTrue();
        assertThat(group.wanted()).isEqualTo(1);
    }

    @Test
    void refusesAnIdWithTwoVectors() throws Exception {
        VectorGroup members = function.createAccumulator();
        function.accumulate(members, "a", new Double[] {1.0}, 1);
        assertThatThrownBy(() -> function.accumulate(members, "a", new Double[] {2.0}, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "The id (a) of SIMILAR_ITEMS has two vectors.\nMaybe group by a key, or choose one vector for each id.");
    }

    private VectorGroup gather(List<String> ids, Map<String, Double[]> vectors) throws Exception {
        VectorGroup members = function.createAccumulator();
        for (String id : ids) {
            function.accumulate(members, id, vectors.get(id), 3);
        }
        return members;
    }

    /** What a job does: gathers vectors, scores them in one bundle. */
    private static final class WholeBundle
            extends ProcessAllWindowFunction<String, String, GlobalWindow> {
        private static final long serialVersionUID = 1L;

        @Override
        public void process(Context context, Iterable<String> lines, Collector<String> out) {
            TreeMap<String, float[]> vectors = new TreeMap<>();
            for (String line : lines) {
                String[] cells = line.split(" ", -1);
                vectors.put(
                        cells[0],
                        new float[] {
                            Float.parseFloat(cells[1]),
                            Float.parseFloat(cells[2]),
                            Float.parseFloat(cells[3])
                        });
            }
            try (SimilarityBundle bundle = SimilarityBundle.open(SimilaritySettings.DEFAULT)) {
                bundle.neighbours(vectors, 2)
                        .forEach(
                                n ->
                                        out.collect(
                                                Row.of(n.id(), n.neighbour(), n.score())
                                                        .toString()));
            }
        }
    }
}
