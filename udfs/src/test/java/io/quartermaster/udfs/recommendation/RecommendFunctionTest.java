package io.quartermaster.udfs.recommendation;

import static org.assertj.core.api.Assertions.assertThat;

import io.quartermaster.udfs.SqlSession;
import io.quartermaster.udfs.recommendation.PurchaseAggregate.Purchases;
import java.util.List;
import org.apache.flink.types.Row;
import org.junit.jupiter.api.Test;

/** Ann has a, bob a and b, cid b and c, dan brought his b back; cosine of a and b is a half. */
class RecommendFunctionTest {

    private static final String PURCHASES =
            """
            (VALUES ('ann', 'a', 1), ('bob', 'a', 2), ('bob', 'b', 1), ('cid', 'b', 1), ('cid', 'c', 3),
                    ('dan', 'b', 1), ('dan', 'b', -1), ('dan', 'c', 1),
                    (CAST(NULL AS STRING), 'a', 1), ('eve', CAST(NULL AS STRING), 1), ('eve', 'a', CAST(NULL AS INT)))
                AS purchases(customer, item, units)""";

    @Test
    void recommendsToEveryCustomerOfAGroupThroughSql() {
        String sql =
                """
                SELECT r.customer, r.`position`, r.item, r.score, r.method_name, r.reason
                FROM (SELECT RECOMMEND(customer, item, units, 1) AS lists FROM %s)
                CROSS JOIN UNNEST(lists) AS r(customer, `position`, item, score, method_name, reason)"""
                        .formatted(PURCHASES);
        assertThat(SqlSession.batch().rows(sql))
                .containsExactlyInAnyOrder(
                        Row.of(
                                "ann",
                                1L,
                                "b",
                                0.54,
                                "item_cf",
                                "bought a (0.5); 2 of 4 customers bought it (0.04)"),
                        Row.of(
                                "bob",
                                1L,
                                "c",
                                0.54,
                                "item_cf",
                                "bought b (0.5); 2 of 4 customers bought it (0.04)"),
                        Row.of(
                                "cid",
                                1L,
                                "a",
                                0.54,
                                "item_cf",
                                "bought b (0.5); 2 of 4 customers bought it (0.04)"),
                        Row.of(
                                "dan",
                                1L,
                                "a",
                                0.04,
                                "popular",
                                "2 of 4 customers bought it (0.04)"));
    }

    @Test
    void explainsWhatAScoreIsMadeOf() {
        String sql =
                """
                SELECT p.customer, p.item, p.part, p.part_kind, p.part_source, p.amount
                FROM (SELECT EXPLAIN_RECOMMENDATION(customer, item, units, 1) AS parts FROM %s)
                CROSS JOIN UNNEST(parts)
                    AS p(customer, `position`, item, part, part_kind, part_source, amount)
                WHERE p.customer = 'ann'"""
                        .formatted(PURCHASES);
        assertThat(SqlSession.batch().rows(sql))
                .containsExactlyInAnyOrder(
                        Row.of("ann", "b", 1L, "bought", "a", 0.5),
                        Row.of("ann", "b", 2L, "popularity", "", 0.04));
    }

    @Test
    void givesOneAnswerForwardReversedMergedAndRetracted() throws Exception {
        RecommendFunction function = new RecommendFunction();
        List<Row> rows =
                List.of(
                        Row.of("ann", "a", 1L),
                        Row.of("bob", "a", 1L),
                        Row.of("bob", "b", 1L),
                        Row.of("cid", "b", 1L));
        Purchases forward = new Purchases();
        Purchases reversed = new Purchases();
        Purchases left = new Purchases();
        Purchases right = new Purchases();
        for (int i = 0; i < rows.size(); i++) {
            put(function, forward, rows.get(i));
            put(function, reversed, rows.get(rows.size() - 1 - i));
            put(function, i % 2 == 0 ? left : right, rows.get(i));
        }
        function.accumulate(reversed, "eve", "b", 1L, 2);
        function.retract(reversed, "eve", "b", 1L, 2);
        function.merge(left, List.of(right));
        Row[] expected = function.getValue(forward);
        assertThat(expected).hasSizeGreaterThan(1);
        assertThat(function.getValue(left)).isEqualTo(expected);
        assertThat(function.getValue(reversed)).isEqualTo(expected);
    }

    @Test
    void anEmptyGroupHasNoRows() {
        assertThat(new RecommendFunction().getValue(new Purchases())).isEmpty();
        assertThat(new ExplainRecommendationFunction().getValue(new Purchases())).isEmpty();
    }

    private static void put(RecommendFunction function, Purchases purchases, Row row)
            throws Exception {
        function.accumulate(
                purchases,
                (String) row.getField(0),
                (String) row.getField(1),
                (Long) row.getField(2),
                2);
    }
}
