package io.quartermaster.pipelines.result;

import io.quartermaster.domain.forecast.hierarchy.ForecastTotal;
import java.time.LocalDate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One step of a node's forecast: one row of the table {@code forecast_totals}.
 *
 * @param total the whole forecast
 * @param step from 0
 */
public record ForecastTotalDay(ForecastTotal total, int step) {

    static Stream<ForecastTotalDay> of(ForecastTotal total) {
        return IntStream.range(0, total.mean().length)
                .mapToObj(step -> new ForecastTotalDay(total, step));
    }

    LocalDate day() {
        return total.madeOn().plusDays(1L + step);
    }
}
