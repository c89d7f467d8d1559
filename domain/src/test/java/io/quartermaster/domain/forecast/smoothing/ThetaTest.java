package io.quartermaster.domain.forecast.smoothing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quartermaster.domain.forecast.HorizonForecast;
import io.quartermaster.domain.forecast.MonthlySeries;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Means and 90 % quantiles equal those of thetaf in R's package forecast 8.20. */
class ThetaTest {

    private static final double[] SERIES = MonthlySeries.values();
    private static final double[] UPPER = {0.9};

    @Test
    void withoutASeasonItIsAsInR() {
        HorizonForecast forecast = Theta.fit(SERIES, 1).forecast(14, UPPER);

        assertThat(forecast.mean()[0]).isCloseTo(164.671421285, within(0.01));
        assertThat(forecast.mean()[13]).isCloseTo(169.085930418, within(0.01));
        assertThat(forecast.quantiles()[0][13]).isCloseTo(212.855330401, within(0.02));
    }

    @Test
    void withASeasonItIsAsInR() {
        HorizonForecast forecast = Theta.fit(SERIES, 12).forecast(14, UPPER);

        assertThat(forecast.mean()[0]).isCloseTo(175.857644611, within(0.02));
        assertThat(forecast.mean()[13]).isCloseTo(179.609334388, within(0.02));
    }

    @Test
    void updatesEqualAFitWithTheSameWeightOverAll() {
        Theta fitted = Theta.fit(Arrays.copyOf(SERIES, 60), 1);
        Theta updated = fitted;
        for (int i = 60; i < SERIES.length; i++) {
            updated = updated.update(SERIES[i]);
        }
        // By hand: the level is a sum with fading weights, the line is that of least squares.
        double slope = slope(SERIES);

        assertThat(updated.drift()).isCloseTo(slope / 2, within(1e-9));
        assertThat(updated.level())
                .isCloseTo(level(fitted, Arrays.copyOfRange(SERIES, 60, 72)), within(1e-9));
    }

    @Test
    void aMissingValueMovesTimeOn() {
        Theta model = Theta.fit(SERIES, 12);

        assertThat(model.update(Double.NaN).forecast(3, UPPER).mean()[0])
                .isCloseTo(model.forecast(3, UPPER).mean()[1], within(1e-6));
    }

    private static double slope(double[] values) {
        double middle = (values.length - 1) / 2.0;
        double mean = Arrays.stream(values).average().orElseThrow();
        double xy = 0;
        double xx = 0;
        for (int i = 0; i < values.length; i++) {
            xy += (i - middle) * (values[i] - mean);
            xx += (i - middle) * (i - middle);
        }
        return xy / xx;
    }

    private static double level(Theta model, double[] more) {
        double level = model.level() * Math.pow(1 - model.alpha(), more.length);
        for (int i = 0; i < more.length; i++) {
            level += model.alpha() * Math.pow(1 - model.alpha(), more.length - 1 - i) * more[i];
        }
        return level;
    }
}
