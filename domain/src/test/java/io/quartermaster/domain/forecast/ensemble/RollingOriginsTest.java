package io.quartermaster.domain.forecast.ensemble;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.quartermaster.domain.forecast.HorizonForecast;
import io.quartermaster.domain.forecast.SeriesModel;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RollingOriginsTest {

    private static final double[] LEVELS = {0.5};

    /** Forecasts the sum of what it knows. */
    private record Sum(double sum) implements SeriesModel {
        @Override
        public Sum update(double value) {
            return new Sum(sum + value);
        }

        @Override
        public HorizonForecast forecast(int horizon, double[] levels) {
            double[] mean = IntStream.range(0, horizon).mapToDouble(step -> sum).toArray();
            return new HorizonForecast(mean, levels, new double[][] {mean});
        }
    }

    private static SeriesModel sum(double[] values) {
        Sum model = new Sum(0);
        for (double value : values) {
            model = model.update(value);
        }
        return model;
    }

    @Test
    void theLastTwoHorizonsAreHeldBackButAThirdAtMost() {
        assertEquals(new RollingOrigins(74, 1, 26, 13), RollingOrigins.of(100, 13));
        assertEquals(new RollingOrigins(67, 2, 17, 28), RollingOrigins.of(100, 28));
        assertEquals(new RollingOrigins(8, 1, 4, 6), RollingOrigins.of(12, 6));
        assertEquals(new RollingOrigins(4, 1, 1, 3), RollingOrigins.of(5, 3));
        assertEquals(0, RollingOrigins.of(2, 3).count());
    }

    @Test
    void anOriginKnowsWhatLiesBeforeItOnly() {
        double[] values = IntStream.rangeClosed(1, 30).mapToDouble(i -> i).toArray();
        RollingOrigins origins = RollingOrigins.of(values.length, 3);
        List<HorizonForecast> made = origins.forecasts(values, RollingOriginsTest::sum, LEVELS);
        assertEquals(6, made.size());
        assertEquals(24 * 25 / 2.0, made.get(0).mean()[0]);
        assertEquals(29 * 30 / 2.0, made.get(5).mean()[2]);
        assertArrayEquals(new double[] {25, 26, 27}, origins.actual(values, 0));
        assertArrayEquals(new double[] {30}, origins.actual(values, 5));
    }

    @Test
    void aForecastThatIsNotFiniteIsNone() {
        double[] values = new double[30];
        values[26] = Double.POSITIVE_INFINITY;
        List<HorizonForecast> made =
                RollingOrigins.of(values.length, 3)
                        .forecasts(values, RollingOriginsTest::sum, LEVELS);
        assertEquals(0, made.get(0).mean()[0]);
        assertNull(made.get(5));
    }
}
