package io.quartermaster.udfs.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import io.quartermaster.udfs.SqlSession;
import java.time.LocalDate;
import java.util.List;
import org.apache.flink.types.Row;
import org.junit.jupiter.api.Test;

class SeasonalScaleFunctionTest {

    private static final String SCALE =
            "SELECT SEASONAL_SCALE(ds, y, season) FROM (VALUES %s) AS series(ds, y, season)";
    private static final String SERIES =
            "(DATE '2024-01-03', 7.0, 2), (DATE '2024-01-01', 1.0, 2), (DATE '2024-01-02', 2.0, 2), (DATE '2024-01-04', 4.0, 2)";

    private final SeasonalScaleFunction function = new SeasonalScaleFunction();

    @Test
    void averagesTheDifferencesToASeasonBefore() {
        assertThat(SqlSession.batch().rows(SCALE.formatted(SERIES))).containsExactly(Row.of(4.0));
    }

    @Test
    void leavesOutRowsWithANullInAnyPosition() {
        String some =
                SERIES
                        + ", (CAST(NULL AS DATE), 9.0, 2), (DATE '2024-01-05', CAST(NULL AS DOUBLE), 2)"
                        + ", (DATE '2024-01-06', 9.0, CAST(NULL AS INT))";
        assertThat(SqlSession.batch().rows(SCALE.formatted(some))).containsExactly(Row.of(4.0));
    }

    @Test
    void isNullForAShortSeries() {
        assertThat(SqlSession.batch().rows(SCALE.formatted("(DATE '2024-01-01', 1.0, 7)")))
                .containsExactly(Row.of((Object) null));
    }

    @Test
    void answersTheSameReversedMergedAndRetracted() throws Exception {
        SeasonalScaleFunction.Series forward = gather(1, 2, 7, 4);
        SeasonalScaleFunction.Series merged = gather(1, 2);
        SeasonalScaleFunction.Series rest = function.createAccumulator();
        function.accumulate(rest, LocalDate.of(2024, 1, 4), 4.0, 2);
        function.accumulate(rest, LocalDate.of(2024, 1, 3), 7.0, 2);
        function.accumulate(rest, LocalDate.of(2024, 1, 9), 9.0, 2);
        function.retract(rest, LocalDate.of(2024, 1, 9), 9.0, 2);
        function.merge(merged, List.of(rest));
        assertThat(function.getValue(merged)).isEqualTo(function.getValue(forward)).isEqualTo(4.0);
    }

    private SeasonalScaleFunction.Series gather(double... units) throws Exception {
        SeasonalScaleFunction.Series series = function.createAccumulator();
        for (int i = 0; i < units.length; i++) {
            function.accumulate(series, LocalDate.of(2024, 1, 1 + i), units[i], 2);
        }
        return series;
    }
}
