package io.quartermaster.udfs.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.flink.types.Row;
import org.junit.jupiter.api.Test;

/** What is gathered; that it is forecast as the verb does is tested where both are. */
class MlForecastFunctionTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    private final MlForecastFunction function = new MlForecastFunction();

    @Test
    void gathersTheSameForwardMergedAndRetracted() throws Exception {
        MlForecastFunction.Group forward = function.createAccumulator();
        function.accumulate(forward, "a", DAY, 1.0, 7, "ets");
        function.accumulate(forward, "a", DAY.plusDays(1), 2.0, 7, "ets");
        MlForecastFunction.Group merged = function.createAccumulator();
        function.accumulate(merged, "a", DAY.plusDays(1), 2.0, 7, "ets");
        MlForecastFunction.Group rest = function.createAccumulator();
        function.accumulate(rest, "a", DAY, 1.0, 7, "ets");
        function.accumulate(rest, "b", DAY, 9.0, 7, "ets");
        function.retract(rest, "b", DAY, 9.0, 7, "ets");
        function.merge(merged, List.of(rest));

        assertThat(days(merged)).isEqualTo(days(forward)).hasSize(2);
        assertThat(merged.horizon).isEqualTo(forward.horizon).isEqualTo(7);
        assertThat(merged.models).isEqualTo("ets");
    }

    @Test
    void leavesOutRowsWithANullAndHasDefaults() throws Exception {
        MlForecastFunction.Group group = function.createAccumulator();
        function.accumulate(group, null, DAY, 1.0, null);
        function.accumulate(group, "a", null, 1.0, null);
        function.accumulate(group, "a", DAY, null, null, null);

        assertThat(days(group)).isEmpty();
        assertThat(group.horizon).isEqualTo(14);
        assertThat(group.models).isEqualTo("auto");
        assertThat(function.getValue(group)).isEmpty();
    }

    @Test
    void refusesAHorizonOfNothing() throws Exception {
        MlForecastFunction.Group group = function.createAccumulator();
        function.accumulate(group, "a", DAY, 1.0, 0);
        assertThatThrownBy(() -> function.getValue(group))
                .hasMessage("The horizon (0) of ML_FORECAST must be 1 or more steps.");
    }

    private static Map<Row, Double> days(MlForecastFunction.Group group) {
        return group.days.getMap();
    }
}
