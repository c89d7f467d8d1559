package io.quartermaster.pipelines.forecast.series;

import io.quartermaster.domain.forecast.ForecastChampion;
import io.quartermaster.domain.forecast.ensemble.SpreadCalibration;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * What is asked of the series of a file.
 *
 * @param file the series
 * @param horizon steps to forecast, 0 if each series has steps known ahead
 * @param season steps of a season
 * @param levels of the quantiles, ascending
 * @param models as {@link SeriesForecaster#models} takes them
 * @param modelFolder of a trained model, empty for none
 * @param calibration of combined forecasts, null for none
 */
public record ForecastRequest(
        SeriesFile file,
        int horizon,
        int season,
        double[] levels,
        String models,
        String modelFolder,
        SpreadCalibration calibration)
        implements Serializable {

    /** Without a calibration. */
    public ForecastRequest(
            SeriesFile file,
            int horizon,
            int season,
            double[] levels,
            String models,
            String modelFolder) {
        this(file, horizon, season, levels, models, modelFolder, null);
    }

    public ForecastRequest {
        if (horizon < 0) {
            throw new IllegalArgumentException(
                    "The horizon (%d) must be 1 or more steps.".formatted(horizon));
        }
        if (season < 1) {
            throw new IllegalArgumentException(
                    "The season (%d) must be 1 or more steps.\nMaybe --season 1 for none."
                            .formatted(season));
        }
    }

    /** Refuses models that are not to be had; {@code others} may stand among them too. */
    void check(String... others) {
        List<String> known = new ArrayList<>(List.of(others));
        known.addAll(List.of(SeriesForecaster.AUTO, SeriesForecaster.ALL));
        if (!modelFolder.isEmpty()) {
            known.add(ForecastChampion.LSTM);
        }
        SeriesForecaster forecaster =
                new SeriesForecaster(1, season, levels, null, file.covariates());
        for (String name : models.split(",", -1)) {
            if (!known.contains(name)) {
                forecaster.models(name);
            }
        }
    }

    /** With other models. */
    ForecastRequest with(String others) {
        return new ForecastRequest(file, horizon, season, levels, others, modelFolder, calibration);
    }

    /** With a calibration. */
    ForecastRequest with(SpreadCalibration other) {
        return new ForecastRequest(file, horizon, season, levels, models, modelFolder, other);
    }
}
