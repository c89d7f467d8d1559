package io.quartermaster.domain.forecast;

import java.time.LocalDate;
import java.util.List;

/**
 * Forecasts series of days as the verb {@code forecast} does: the same steps, models, calibration
 * and rounding. Found through {@link java.util.ServiceLoader}, since SQL functions stand below what
 * does it.
 */
public interface SeriesForecastEngine {

    /**
     * A value of a series.
     *
     * @param id of the series
     * @param day of the value
     * @param value what happened
     */
    record Observed(String id, LocalDate day, double value) {}

    /**
     * A step of a forecast.
     *
     * @param model that made it
     * @param q10 0.1 quantile
     * @param q50 0.5 quantile
     * @param q90 0.9 quantile
     * @param reason why this model, empty where there is nothing to say
     */
    record Step(
            String id,
            LocalDate day,
            String model,
            double mean,
            double q10,
            double q50,
            double q90,
            String reason) {}

    /**
     * Forecasts every series.
     *
     * @param rows of all of them, in any order
     * @param horizon steps, 1 or more
     * @param models auto, all or names with commas between
     * @return by id, model and day
     */
    List<Step> forecast(List<Observed> rows, int horizon, String models);
}
