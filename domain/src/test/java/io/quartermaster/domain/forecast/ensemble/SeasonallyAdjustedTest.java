package io.quartermaster.domain.forecast.ensemble;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quartermaster.domain.forecast.HorizonForecast;
import io.quartermaster.domain.forecast.SeriesModel;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SeasonallyAdjustedTest {

    private static final int WEEKS = 52;
    private static final double[] LEVELS = {0.1, 0.5, 0.9};

    private static double[] sales(int steps) {
        Random random = new Random(11);
        double[] values = new double[steps];
        for (int i = 0; i < steps; i++) {
            double season = 1 + 0.4 * Math.sin(2 * Math.PI * i / WEEKS);
            values[i] = 200 * season * (1 + 0.02 * random.nextGaussian());
        }
        return values;
    }

    @ParameterizedTest
    @EnumSource(names = {"ADJUSTED_ETS", "ADJUSTED_THETA", "ADJUSTED_ARIMA"})
    void theNextQuarterFollowsTheSeason(ModelKind kind) {
        double[] values = sales(6 * WEEKS + 13);
        double[] known = Arrays.copyOf(values, 6 * WEEKS);
        HorizonForecast forecast = kind.fit(known, WEEKS).forecast(13, LEVELS);
        for (int step = 0; step < 13; step++) {
            assertEquals(values[6 * WEEKS + step], forecast.mean()[step], 25);
        }
        assertTrue(forecast.quantile(0.1)[5] < forecast.quantile(0.9)[5], "quantiles in order");
    }

    @ParameterizedTest
    @EnumSource(names = {"ADJUSTED_ETS", "ADJUSTED_THETA", "ADJUSTED_ARIMA"})
    void updatesEqualAFilterOverAllOfTheHistory(ModelKind kind) {
        double[] values = sales(5 * WEEKS + 70);
        SeasonallyAdjusted model =
                (SeasonallyAdjusted) kind.fit(Arrays.copyOf(values, 5 * WEEKS), WEEKS);
        SeriesModel rest = model.rest();
        SeriesModel updated = model;
        for (int step = 5 * WEEKS; step < values.length; step++) {
            updated = updated.update(values[step]);
            rest = rest.update(model.season().remove(values[step], step));
        }
        SeasonallyAdjusted whole = new SeasonallyAdjusted(model.season(), rest, values.length);
        assertArrayEquals(
                whole.forecast(20, LEVELS).mean(), updated.forecast(20, LEVELS).mean(), 1e-9);
    }
}
