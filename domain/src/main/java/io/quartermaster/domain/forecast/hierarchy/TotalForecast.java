package io.quartermaster.domain.forecast.hierarchy;

import io.quartermaster.domain.forecast.HorizonForecast;
import io.quartermaster.domain.forecast.smoothing.Theta;
import java.util.Arrays;

/** Base forecast of a total: {@link Theta} over its days with the season of a week. */
final class TotalForecast {

    private static final int WEEK = 7;

    private TotalForecast() {}

    /**
     * Forecasts a total.
     *
     * @param days units of each day, newest last; those before it first sold do not count
     */
    static HorizonForecast of(double[] days, int horizon, double[] levels) {
        int first = 0;
        while (first < days.length - 1 && days[first] == 0) {
            first++;
        }
        double[] values = Arrays.copyOfRange(days, first, days.length);
        HorizonForecast forecast = Theta.fit(values, WEEK).forecast(horizon, levels);
        return isFinite(forecast) ? forecast.possible() : flat(values, horizon, levels);
    }

    private static boolean isFinite(HorizonForecast forecast) {
        return Arrays.stream(forecast.mean()).allMatch(Double::isFinite)
                && Arrays.stream(forecast.quantiles())
                        .flatMapToDouble(Arrays::stream)
                        .allMatch(Double::isFinite);
    }

    /** The mean, with the variance of a count: where a day of the week never sold. */
    private static HorizonForecast flat(double[] values, int horizon, double[] levels) {
        double[] mean = new double[horizon];
        Arrays.fill(mean, Arrays.stream(values).average().orElse(0));
        return HorizonForecast.normal(mean, mean, levels).possible();
    }
}
