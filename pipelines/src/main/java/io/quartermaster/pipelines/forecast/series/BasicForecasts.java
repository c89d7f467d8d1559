package io.quartermaster.pipelines.forecast.series;

import io.quartermaster.domain.forecast.BasicFeatures;
import io.quartermaster.domain.forecast.HorizonForecast;
import io.quartermaster.udfs.forecast.ForecastBundle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Forecasts by the plainest model, which knows one day ahead: each further step reads the ones
 * before it as if they had come. Quantiles are normal, with the mean squared error that the same
 * steps had from the series' last 28 origins.
 */
public final class BasicForecasts {

    private static final int ORIGINS = 28;

    /** Values known up to an origin, and after it what the model says. */
    private record Walk(DailySales series, int origin, double[] values, BasicFeatures.Scale scale) {

        static Walk from(DailySales series, int origin, int steps) {
            double[] values = Arrays.copyOf(series.first(origin).values(), origin + steps);
            return new Walk(series, origin, values, BasicFeatures.Scale.of(values, origin));
        }

        float[][] window(int step) {
            return BasicFeatures.window(values, series.firstDay(), origin + step, scale);
        }

        double error(int step) {
            return values[origin + step] - series.values()[origin + step];
        }
    }

    private final ForecastBundle model;
    private final double[] levels;

    BasicForecasts(ForecastBundle model, double[] levels) {
        this.model = model;
        this.levels = levels;
    }

    /** Whether the model can say anything of a series. */
    static boolean isLongEnough(DailySales series) {
        return series.values().length >= BasicFeatures.LONGEST_LAG;
    }

    HorizonForecast forecast(DailySales series, int steps) {
        int length = series.values().length;
        List<Walk> walks = new ArrayList<>();
        walks.add(Walk.from(series, length, steps));
        int first = Math.max(BasicFeatures.LONGEST_LAG, length - steps - ORIGINS + 1);
        for (int origin = first; origin + steps <= length; origin++) {
            walks.add(Walk.from(series, origin, steps));
        }
        for (int step = 0; step < steps; step++) {
            advance(walks, step);
        }
        Walk now = walks.get(0);
        double[] mean = Arrays.copyOfRange(now.values(), length, length + steps);
        return HorizonForecast.normal(mean, variances(walks, steps), levels);
    }

    private void advance(List<Walk> walks, int step) {
        float[][][] windows = new float[walks.size()][][];
        for (int i = 0; i < windows.length; i++) {
            windows[i] = walks.get(i).window(step);
        }
        float[][] said = model.decode(model.encode(windows), new float[windows.length][0]);
        for (int i = 0; i < windows.length; i++) {
            Walk walk = walks.get(i);
            walk.values()[walk.origin() + step] = walk.scale().value(said[i][0]);
        }
    }

    /** Without an earlier origin, those of the values themselves. */
    private static double[] variances(List<Walk> walks, int steps) {
        double deviation = walks.get(0).scale().deviation();
        double[] variances = new double[steps];
        for (int step = 0; step < steps; step++) {
            double squares = 0;
            for (Walk walk : walks.subList(1, walks.size())) {
                squares += walk.error(step) * walk.error(step);
            }
            variances[step] =
                    walks.size() > 1 ? squares / (walks.size() - 1) : deviation * deviation;
        }
        return variances;
    }
}
