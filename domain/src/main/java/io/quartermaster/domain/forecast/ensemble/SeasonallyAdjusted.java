package io.quartermaster.domain.forecast.ensemble;

import io.quartermaster.domain.forecast.HorizonForecast;
import io.quartermaster.domain.forecast.SeriesModel;
import io.quartermaster.domain.forecast.season.SeasonalAdjustment;
import java.util.Arrays;
import java.util.function.Function;

/**
 * A model without season of what a {@link SeasonalAdjustment} leaves, and the season put back. The
 * season is learnt from all of the history, the model from its end only: what lies further back
 * says little of level and slope, and much of the season.
 *
 * @param season as found at the fit
 * @param rest the model of what is left
 * @param steps values taken in so far
 */
public record SeasonallyAdjusted(SeasonalAdjustment season, SeriesModel rest, long steps)
        implements SeriesModel {

    /** Seasons that the model of the rest learns from. */
    static final int SEASONS = 5;

    /** And at least this many values. */
    static final int VALUES = 260;

    /**
     * Fits.
     *
     * @param values oldest first, NaN where missing
     * @param period steps of a season, 1 for none
     * @param model fits a model without season
     */
    public static SeasonallyAdjusted fit(
            double[] values, int period, Function<double[], SeriesModel> model) {
        SeasonalAdjustment season = SeasonalAdjustment.of(values, period);
        int from = Math.max(0, values.length - Math.max(VALUES, SEASONS * period));
        double[] left = Arrays.copyOfRange(values, from, values.length);
        for (int i = 0; i < left.length; i++) {
            left[i] = season.remove(left[i], from + i);
        }
        return new SeasonallyAdjusted(season, model.apply(left), values.length);
    }

    @Override
    public SeasonallyAdjusted update(double value) {
        return new SeasonallyAdjusted(season, rest.update(season.remove(value, steps)), steps + 1);
    }

    @Override
    public HorizonForecast forecast(int horizon, double[] levels) {
        HorizonForecast left = rest.forecast(horizon, levels);
        double[][] quantiles = new double[levels.length][];
        for (int level = 0; level < levels.length; level++) {
            quantiles[level] = restored(left.quantiles()[level]);
        }
        return new HorizonForecast(restored(left.mean()), levels, quantiles);
    }

    private double[] restored(double[] ahead) {
        double[] restored = new double[ahead.length];
        for (int step = 0; step < ahead.length; step++) {
            restored[step] = season.restore(ahead[step], steps + step);
        }
        return restored;
    }
}
