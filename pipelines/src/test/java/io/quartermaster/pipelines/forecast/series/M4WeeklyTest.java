package io.quartermaster.pipelines.forecast.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quartermaster.domain.forecast.HorizonForecast;
import io.quartermaster.pipelines.event.RealData;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The weekly series of the M4 competition. Published sMAPE: naive 9.161, comb 8.944, damped 8.866,
 * best 6.582 (Makridakis, Spiliotis and Assimakopoulos 2020).
 */
public class M4WeeklyTest {

    private static final int HORIZON = 13;

    @Test
    void naiveHasItsPublishedErrorAndRegressionByYearIsBelowDamped() throws IOException {
        Path train = RealData.path("forecast/m4_weekly_train.csv.gz");
        List<Series> all = new ArrayList<>();
        WideSeries.values(train).forEach((id, values) -> all.add(series(id, values)));
        Map<String, double[]> actuals =
                WideSeries.values(RealData.path("forecast/m4_weekly_test.csv.gz"));

        assertThat(error(all, actuals, 1, "seasonal_naive")).isCloseTo(9.161, within(0.001));
        assertThat(error(all, actuals, 52, "regression")).isLessThan(8.866);
    }

    private static double error(
            List<Series> all, Map<String, double[]> actuals, int season, String model) {
        Map<Series, Map<String, HorizonForecast>> forecasts =
                new SeriesForecaster(
                                HORIZON, season, new double[] {0.5}, null, CovariateColumns.usual())
                        .forecast(all, model, null);
        double sum = 0;
        for (Series series : all) {
            double[] mean = forecasts.get(series).get(model).mean();
            double[] actual = actuals.get(series.id());
            for (int step = 0; step < HORIZON; step++) {
                sum +=
                        200
                                * Math.abs(mean[step] - actual[step])
                                / (Math.abs(mean[step]) + Math.abs(actual[step]));
            }
        }
        return sum / HORIZON / all.size();
    }

    private static Series series(String id, double[] values) {
        long[] positions = new long[values.length];
        Arrays.setAll(positions, index -> index + 1);
        double[][] covariates = new double[values.length][Series.COVARIATES.size()];
        return new Series(id, TimeForm.INTEGER, positions, values, covariates);
    }
}
