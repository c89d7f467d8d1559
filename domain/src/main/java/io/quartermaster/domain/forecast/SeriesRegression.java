package io.quartermaster.domain.forecast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * {@link DemandRegression} of a whole series at once. Where covariates are known ahead, it is that
 * of the series without their {@link CovariateEffects}, and the forecast gets them back.
 */
public final class SeriesRegression {

    private SeriesRegression() {}

    /**
     * Forecasts.
     *
     * @param values 0 or more, oldest first, none missing
     * @param promotion of each step, 0 to 1; none is expected ahead
     * @param known covariates; where any is known ahead, promotion is not looked at
     */
    public static HorizonForecast forecast(
            double[] values,
            double[] promotion,
            KnownAhead known,
            int season,
            int horizon,
            double[] levels) {
        if (!known.any()) {
            return forecast(values, promotion, season, horizon, levels);
        }
        CovariateEffects effects =
                CovariateEffects.fit(values, known.past(), known.kinds(), season);
        double[] base = effects.base(values, known.past());
        return effects.restored(
                forecast(base, new double[values.length], season, horizon, levels), known.ahead());
    }

    private static HorizonForecast forecast(
            double[] values, double[] promotion, int season, int horizon, double[] levels) {
        int[] end = {values.length};
        return forecasts(values, promotion, end, season, horizon, levels).get(0);
    }

    /**
     * Forecasts from several origins in one pass, without covariates known ahead.
     *
     * @param values 0 or more, oldest first, none missing
     * @param promotion of each step, 0 to 1; none is expected ahead
     * @param known values before each origin, ascending, 1 or more
     * @return one for each origin
     */
    public static List<HorizonForecast> forecasts(
            double[] values,
            double[] promotion,
            int[] known,
            int season,
            int horizon,
            double[] levels) {
        DemandRegression regression = new DemandRegression(season);
        DemandRegression.Memory memory = regression.start();
        int back = regression.lookBack();
        List<HorizonForecast> forecasts = new ArrayList<>();
        for (int i = 1; forecasts.size() < known.length; i++) {
            while (forecasts.size() < known.length && known[forecasts.size()] == i) {
                double[] recent = Arrays.copyOf(values, i);
                forecasts.add(
                        regression.forecast(memory, recent, i % season, 0, 1, horizon, levels));
            }
            if (i < values.length) {
                double[] recent = Arrays.copyOfRange(values, Math.max(0, i - back), i);
                memory = regression.update(memory, recent, i % season, promotion[i], 1, values[i]);
            }
        }
        return forecasts;
    }
}
