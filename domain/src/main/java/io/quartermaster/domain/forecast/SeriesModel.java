package io.quartermaster.domain.forecast;

/**
 * A fitted model of one series, kept up value by value: after any number of updates it forecasts as
 * a filter over the whole history with the same parameters does.
 */
public interface SeriesModel {

    /**
     * The model after one more value, in time and memory of its state.
     *
     * @param value NaN where it is missing
     */
    SeriesModel update(double value);

    /**
     * Mean and quantiles of the next steps.
     *
     * @param horizon 1 or more
     * @param levels of the quantiles, ascending
     */
    HorizonForecast forecast(int horizon, double[] levels);
}
