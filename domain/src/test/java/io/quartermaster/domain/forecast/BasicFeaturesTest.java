package io.quartermaster.domain.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class BasicFeaturesTest {

    private static final long MONDAY = LocalDate.of(2024, 1, 1).toEpochDay();
    private static final BasicFeatures.Scale UNSCALED = new BasicFeatures.Scale(0, 1);

    @Test
    void aStepHoldsItsWeekdayAndTheValuesBefore() {
        double[] values = new double[40];
        Arrays.setAll(values, day -> day);
        float[][] window = BasicFeatures.window(values, MONDAY, 34, UNSCALED);
        assertThat(window).hasDimensions(BasicFeatures.STEPS, BasicFeatures.INPUTS);
        assertThat(window[13]).containsExactly(1f, 33, 32, 31, 27, 20);
        assertThat(window[0]).containsExactly(0f, 20, 19, 18, 14, 7);
    }

    /** The day after the last value can be forecast, and nothing of it is looked at. */
    @Test
    void theLastStepsOwnValueIsNotAmongItsInputs() {
        double[] values = new double[20];
        Arrays.fill(values, 3);
        float[][] known = BasicFeatures.window(values, MONDAY, 19, UNSCALED);
        values[19] = 1000;
        assertThat(BasicFeatures.window(values, MONDAY, 19, UNSCALED)).isDeepEqualTo(known);
        assertThat(BasicFeatures.window(values, MONDAY, 20, UNSCALED)[6][1]).isEqualTo(1000);
    }

    @Test
    void aYoungSeriesHasAShorterWindow() {
        assertThat(BasicFeatures.window(new double[14], MONDAY, 14, UNSCALED).length).isEqualTo(1);
        assertThat(BasicFeatures.window(new double[17], MONDAY, 17, UNSCALED).length).isEqualTo(4);
    }

    @Test
    void aScaleTakesOffMeanAndDeviationAndGivesThemBack() {
        BasicFeatures.Scale scale = BasicFeatures.Scale.of(new double[] {2, 4, 6, 100}, 3);
        assertThat(scale.mean()).isEqualTo(4);
        assertThat(scale.deviation()).isEqualTo(Math.sqrt(8.0 / 3));
        assertThat(scale.value(scale.scaled(17)))
                .isCloseTo(17, org.assertj.core.data.Offset.offset(1e-5));
        assertThat(BasicFeatures.Scale.of(new double[] {5, 5}, 2).deviation()).isEqualTo(1);
    }
}
