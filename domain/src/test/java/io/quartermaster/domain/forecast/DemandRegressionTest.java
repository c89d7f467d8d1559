package io.quartermaster.domain.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DemandRegressionTest {

    private static final double[] LEVELS = {0.1, 0.5, 0.9};
    private static final double[] WEEK = {10, 12, 14, 16, 30, 40, 8};

    @Test
    void learnsAWeeklyPattern() {
        DemandRegression regression = new DemandRegression(7);
        double[] series = series(364, day -> WEEK[day % 7]);
        HorizonForecast forecast = forecast(regression, series, 14, 0);
        for (int step = 0; step < 14; step++) {
            assertThat(forecast.mean()[step]).isCloseTo(WEEK[step % 7], withinPercentage(5));
        }
    }

    @Test
    void learnsWhatPromotionsDo() {
        DemandRegression regression = new DemandRegression(7);
        double[] series = series(280, day -> isPromoted(day) ? 20 : 10);
        double without = forecast(regression, series, 1, 0).mean()[0];
        double with = forecast(regression, series, 1, 1).mean()[0];
        assertThat(with - without).isCloseTo(10, within(2.0));
    }

    @Test
    void quantilesCoverNoiseAsOftenAsTheySay() {
        DemandRegression regression = new DemandRegression(7);
        SplittableRandom random = new SplittableRandom(4);
        int inside = 0;
        int all = 0;
        DemandRegression.Memory memory = regression.start();
        double[] series = series(1000, day -> Math.floor(20 + 10 * random.nextDouble()));
        for (int day = 1; day < series.length; day++) {
            double[] recent = Arrays.copyOf(series, day);
            if (day > 100) {
                HorizonForecast forecast =
                        regression.forecast(memory, recent, day % 7, 0, 1, 1, LEVELS);
                inside +=
                        series[day] >= forecast.quantile(0.1)[0]
                                        && series[day] <= forecast.quantile(0.9)[0]
                                ? 1
                                : 0;
                all++;
            }
            memory = regression.update(memory, recent, day % 7, 0, 1, series[day]);
        }
        assertThat(inside / (double) all).isCloseTo(0.8, within(0.05));
    }

    @Test
    void neverRunsAway() {
        DemandRegression regression = new DemandRegression(7);
        double[] series = series(60, day -> Math.pow(1.1, day));
        HorizonForecast forecast = forecast(regression, series, 60, 0);
        double highest = series[59];
        assertThat(Arrays.stream(forecast.mean()).boxed())
                .allMatch(mean -> mean >= 0 && mean <= highest + 1.001);
    }

    @Test
    void withoutHistoryItExpectsNothing() {
        DemandRegression regression = new DemandRegression(7);
        assertThat(
                        regression
                                .forecast(regression.start(), new double[0], 0, 0, 1, 3, LEVELS)
                                .mean())
                .containsExactly(0, 0, 0);
    }

    private static boolean isPromoted(int day) {
        return day * 7919 % 11 < 3;
    }

    private static HorizonForecast forecast(
            DemandRegression regression, double[] series, int horizon, double promotion) {
        DemandRegression.Memory memory = regression.start();
        for (int day = 1; day < series.length; day++) {
            memory =
                    regression.update(
                            memory,
                            Arrays.copyOf(series, day),
                            day % 7,
                            isPromoted(day) ? 1 : 0,
                            1,
                            series[day]);
        }
        return regression.forecast(
                memory, series, series.length % 7, promotion, 1, horizon, LEVELS);
    }

    private interface Day {
        double units(int day);
    }

    private static double[] series(int days, Day units) {
        double[] series = new double[days];
        for (int day = 0; day < days; day++) {
            series[day] = units.units(day);
        }
        return series;
    }
}
