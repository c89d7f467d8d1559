package io.quartermaster.pipelines.result;

import io.quartermaster.domain.forecast.Forecast;
import java.time.LocalDate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One step of a forecast: one row of the table {@code forecast}.
 *
 * @param forecast the whole forecast
 * @param step from 0
 */
public record ForecastDay(Forecast forecast, int step) {

    static Stream<ForecastDay> of(Forecast forecast) {
        return IntStream.range(0, forecast.mean().length)
                .mapToObj(step -> new ForecastDay(forecast, step));
    }

    LocalDate day() {
        return forecast.madeOn().plusDays(1L + step);
    }
}
