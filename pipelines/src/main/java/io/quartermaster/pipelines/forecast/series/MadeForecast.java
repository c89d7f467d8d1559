package io.quartermaster.pipelines.forecast.series;

import io.quartermaster.domain.forecast.HorizonForecast;

/**
 * A forecast of one series.
 *
 * @param model that made it
 * @param reason why this one, empty where there is nothing to say
 */
public record MadeForecast(String model, HorizonForecast forecast, String reason) {}
