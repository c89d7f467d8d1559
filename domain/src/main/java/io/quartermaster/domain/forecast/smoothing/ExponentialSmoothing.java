package io.quartermaster.domain.forecast.smoothing;

import io.quartermaster.domain.forecast.HorizonForecast;
import io.quartermaster.domain.forecast.SeriesModel;

/**
 * A fitted model of exponential smoothing, kept up value by value. With q = l + phi b the next
 * value is expected at f = q, q + s or q s. A value y corrects
 *
 * <pre>
 *   l' = q + alpha (p - q)            p = y, y - s or y / s
 *   b' = phi b + beta / alpha (l' - q)
 *   s' = s + gamma (t - s)            t = y - q or y / q
 * </pre>
 *
 * <p>which is the same for both kinds of error (Hyndman and others, 2008, tables 2.2 and 2.3). A
 * missing value moves time on and corrects nothing.
 *
 * @param form its components
 * @param weights of new values
 * @param variance of the one-step errors, relative ones where the error is multiplicative
 * @param state after the last value
 */
public record ExponentialSmoothing(
        SmoothingForm form, SmoothingWeights weights, double variance, SmoothingState state)
        implements SeriesModel {

    /** Name of the model in forecasts. */
    public static final String NAME = "ets";

    /** Changes when the rule does. */
    public static final String VERSION = "1";

    /**
     * The model after one more value, in time and memory of one state.
     *
     * @param value NaN where it is missing
     */
    @Override
    public ExponentialSmoothing update(double value) {
        SmoothingFilter filter = new SmoothingFilter(form, weights, state);
        filter.step(value);
        return new ExponentialSmoothing(form, weights, variance, filter.state());
    }

    /** Expected value of the next {@code horizon} steps. */
    public double[] mean(int horizon) {
        double[] mean = new double[horizon];
        double slopes = 0;
        double fading = 1;
        for (int step = 1; step <= horizon; step++) {
            fading *= weights.damping();
            slopes += fading;
            mean[step - 1] = joined(state.level() + slopes * state.trend(), step);
        }
        return mean;
    }

    private double joined(double level, int step) {
        return switch (form.season()) {
            case NONE -> level;
            case ADDITIVE -> level + state.season(step);
            case MULTIPLICATIVE -> level * state.season(step);
        };
    }

    /**
     * Variance of the value at each of the next steps, given the weights (Hyndman and others, 2008,
     * 6.3 and 6.4): with c of j = alpha + beta (phi + ... + phi^j) + gamma where j is a whole
     * season, additive errors have s2 (1 + sum of c^2); multiplicative ones (1 + s2) theta - m^2,
     * theta of h = m^2 + s2 sum of c of j squared times theta of h - j. Under a multiplicative
     * season this is the usual approximation: level and slope by themselves, then the season.
     */
    public double[] variance(int horizon) {
        return form.error() == Component.ADDITIVE
                ? additiveVariance(horizon)
                : multiplicativeVariance(horizon);
    }

    private double[] additiveVariance(int horizon) {
        double[] variances = new double[horizon];
        double sum = 1;
        for (int step = 1; step <= horizon; step++) {
            variances[step - 1] = variance * sum;
            sum += Math.pow(carried(step, true), 2);
        }
        return variances;
    }

    private double[] multiplicativeVariance(int horizon) {
        boolean scaled = form.season() == Component.MULTIPLICATIVE;
        double[] mean = mean(horizon);
        double[] theta = new double[horizon];
        double[] variances = new double[horizon];
        for (int step = 1; step <= horizon; step++) {
            double season = scaled ? state.season(step) : 1;
            double level = mean[step - 1] / season;
            double spread = 0;
            for (int j = 1; j < step; j++) {
                spread += Math.pow(carried(j, !scaled), 2) * theta[step - j - 1];
            }
            theta[step - 1] = level * level + variance * spread;
            double growth = scaled ? seasonGrowth(step) : 1;
            variances[step - 1] =
                    season * season * (theta[step - 1] * (1 + variance) * growth - level * level);
        }
        return variances;
    }

    /** A multiplicative season takes part of each error of its phase. */
    private double seasonGrowth(int step) {
        int seasons = (step - 1) / form.period();
        return Math.pow(1 + variance * weights.season() * weights.season(), seasons);
    }

    /** Share of an error that is still there {@code step} steps later. */
    private double carried(int step, boolean withSeason) {
        double slopes = 0;
        double fading = 1;
        for (int i = 0; i < step && form.trend(); i++) {
            fading *= weights.damping();
            slopes += fading;
        }
        double season =
                withSeason && form.seasonal() && step % form.period() == 0 ? weights.season() : 0;
        return weights.level() + weights.trend() * slopes + season;
    }

    /** Mean and quantiles of the next steps, with errors that are normal. */
    @Override
    public HorizonForecast forecast(int horizon, double[] levels) {
        return HorizonForecast.normal(mean(horizon), variance(horizon), levels);
    }
}
