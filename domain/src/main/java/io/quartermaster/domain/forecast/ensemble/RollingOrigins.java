package io.quartermaster.domain.forecast.ensemble;

import io.quartermaster.domain.forecast.HorizonForecast;
import io.quartermaster.domain.forecast.SeriesModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * Where a series is cut to see what its models would have forecast: at the first origin they are
 * fitted, from there they are kept up value by value (rolling origin, Tashman 2000).
 *
 * @param first values before the first origin
 * @param stride values from one to the next
 * @param count how many there are, 0 where the series is too short for any
 * @param horizon steps forecast
 */
public record RollingOrigins(int first, int stride, int count, int horizon) {

    private static final int MOST = 26;
    private static final int FEWEST_VALUES = 4;

    /** Part of a series that may be held back. */
    private static final int PART = 3;

    /** The last two horizons of a series, at most a third of it. */
    public static RollingOrigins of(int values, int horizon) {
        int held = Math.min(2 * horizon, values / PART);
        if (held < 1 || values - held < FEWEST_VALUES) {
            return none(values, horizon);
        }
        int stride = (held + MOST - 1) / MOST;
        return new RollingOrigins(values - held, stride, (held + stride - 1) / stride, horizon);
    }

    /** No origin before the end of a series. */
    public static RollingOrigins none(int values, int horizon) {
        return new RollingOrigins(values, 1, 0, horizon);
    }

    /** Values known at an origin, from 0. */
    public int known(int origin) {
        return first + origin * stride;
    }

    /** What came after an origin, a horizon at most. */
    public double[] actual(double[] values, int origin) {
        int from = known(origin);
        return Arrays.copyOfRange(values, from, Math.min(values.length, from + horizon));
    }

    /**
     * What a model would have forecast at each origin; null where that is not finite.
     *
     * @param fit the model of a history
     */
    public List<HorizonForecast> forecasts(
            double[] values, Function<double[], SeriesModel> fit, double[] levels) {
        List<HorizonForecast> forecasts = new ArrayList<>();
        if (count == 0) {
            return forecasts;
        }
        SeriesModel model = fit.apply(Arrays.copyOf(values, first));
        int at = first;
        for (int origin = 0; origin < count; origin++) {
            while (at < known(origin)) {
                model = model.update(values[at++]);
            }
            HorizonForecast forecast = model.forecast(horizon, levels);
            forecasts.add(forecast.isFinite() ? forecast : null);
        }
        return forecasts;
    }
}
