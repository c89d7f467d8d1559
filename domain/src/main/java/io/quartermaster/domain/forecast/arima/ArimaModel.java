package io.quartermaster.domain.forecast.arima;

import io.quartermaster.domain.forecast.HorizonForecast;
import io.quartermaster.domain.forecast.SeriesModel;

/**
 * A fitted ARIMA model, kept up value by value: after any number of updates it is that of a filter
 * over the whole history.
 *
 * @param order of the model
 * @param coefficients fitted
 * @param variance of the errors
 * @param steps taken so far, missing ones too
 * @param state [size] mean of the filter
 * @param covariance [size * size] of the filter, in error variances, by row
 */
public record ArimaModel(
        ArimaOrder order,
        ArimaCoefficients coefficients,
        double variance,
        long steps,
        double[] state,
        double[] covariance)
        implements SeriesModel {

    /** Name of the model in forecasts. */
    public static final String NAME = "arima";

    /** Changes when the rule does. */
    public static final String VERSION = "1";

    /** The model after one more value, NaN where it is missing. */
    @Override
    public ArimaModel update(double value) {
        ArimaFilter filter =
                new ArimaFilter(new ArimaSystem(order, coefficients), state, covariance);
        filter.step(value - level(steps));
        return new ArimaModel(
                order, coefficients, variance, steps + 1, filter.state(), filter.covariance());
    }

    /** The mean, or the drift so far. */
    private double level(long step) {
        boolean mean = order.differences() + order.seasonalDifferences() == 0;
        return mean ? coefficients.constant() : coefficients.constant() * (step + 1);
    }

    /**
     * Mean and quantiles of the next steps, with errors that are normal: what the filter does not
     * know of its state, and the errors to come.
     */
    @Override
    public HorizonForecast forecast(int horizon, double[] levels) {
        ArimaSystem system = new ArimaSystem(order, coefficients);
        double[] ahead = state.clone();
        double[] spread = covariance.clone();
        double[] mean = new double[horizon];
        double[] variances = new double[horizon];
        for (int step = 0; step < horizon; step++) {
            system.advance(ahead);
            system.advanceCovariance(spread);
            mean[step] = system.value(ahead) + level(steps + step);
            variances[step] = Math.max(0, variance * system.value(system.withValue(spread)));
        }
        return HorizonForecast.normal(mean, variances, levels);
    }
}
