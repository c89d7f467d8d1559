package io.quartermaster.udfs.brand;

import static org.assertj.core.api.Assertions.assertThat;

import io.quartermaster.udfs.SqlSession;
import java.util.List;
import org.apache.flink.types.Row;
import org.junit.jupiter.api.Test;

class AhpWeightsFunctionTest {

    private static final String WEIGHTS =
            """
            SELECT w.criterion, ROUND(w.weight, 4), ROUND(w.ratio, 4)
            FROM (SELECT AHP_WEIGHTS(a, b, v) AS weights FROM (VALUES %s) AS judged(a, b, v))
            CROSS JOIN UNNEST(weights) AS w(criterion, weight, ratio)""";
    private static final String CONSISTENT =
            "('quality', 'price', 2.0), ('quality', 'speed', 4.0), ('price', 'speed', 2.0)";

    private final AhpWeightsFunction function = new AhpWeightsFunction();

    @Test
    void weighsCriteriaThroughSql() {
        assertThat(SqlSession.batch().rows(WEIGHTS.formatted(CONSISTENT)))
                .containsExactly(
                        Row.of("price", 0.2857, 0.0),
                        Row.of("quality", 0.5714, 0.0),
                        Row.of("speed", 0.1429, 0.0));
    }

    @Test
    void leavesOutJudgementsWithANullInAnyPosition() {
        String some =
                CONSISTENT
                        + ", (CAST(NULL AS STRING), 'price', 9.0), ('speed', CAST(NULL AS STRING), 9.0)"
                        + ", ('price', 'quality', CAST(NULL AS DOUBLE))";
        assertThat(SqlSession.batch().rows(WEIGHTS.formatted(some)))
                .isEqualTo(SqlSession.batch().rows(WEIGHTS.formatted(CONSISTENT)));
    }

    @Test
    void answersTheSameReversedMergedAndRetracted() throws Exception {
        AhpWeightsFunction.Judgements forward = function.createAccumulator();
        function.accumulate(forward, "a", "b", 3.0);
        function.accumulate(forward, "b", "c", 2.0);
        AhpWeightsFunction.Judgements reversed = function.createAccumulator();
        function.accumulate(reversed, "b", "c", 2.0);
        function.accumulate(reversed, "a", "b", 3.0);
        AhpWeightsFunction.Judgements merged = function.createAccumulator();
        function.accumulate(merged, "a", "b", 3.0);
        AhpWeightsFunction.Judgements other = function.createAccumulator();
        function.accumulate(other, "b", "c", 2.0);
        function.accumulate(other, "a", "c", 9.0);
        function.retract(other, "a", "c", 9.0);
        function.merge(merged, List.of(other));
        assertThat(function.getValue(forward)).hasSize(3);
        assertThat(function.getValue(reversed)).isEqualTo(function.getValue(forward));
        assertThat(function.getValue(merged)).isEqualTo(function.getValue(forward));
    }

    @Test
    void hasNoWeightsWithoutJudgements() {
        assertThat(function.getValue(function.createAccumulator())).isEmpty();
    }
}
