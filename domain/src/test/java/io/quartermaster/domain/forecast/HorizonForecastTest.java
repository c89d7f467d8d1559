package io.quartermaster.domain.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class HorizonForecastTest {

    private static final HorizonForecast FORECAST =
            new HorizonForecast(
                    new double[] {5, 5, 5, 5},
                    new double[] {0.1, 0.5, 0.9},
                    new double[][] {{2, 2, 2, 2}, {4, 4, 4, 4}, {7, 7, 7, 7}});

    @Test
    void theSumOfOneStepIsTheStep() {
        assertThat(FORECAST.cumulative(0.1)[0]).isEqualTo(2);
        assertThat(FORECAST.cumulative(0.5)[0]).isEqualTo(4);
        assertThat(FORECAST.cumulative(0.9)[0]).isEqualTo(7);
    }

    /** Four steps: centre 20 - 4 / 2 = 18, spread sqrt(0.95 * 36 + 0.05 * 144) = sqrt 41.4. */
    @Test
    void theSumOfFourStepsIsNarrowerThanFourTimesTheStep() {
        assertThat(FORECAST.cumulative(0.5)[3]).isCloseTo(18, within(1e-6));
        assertThat(FORECAST.cumulative(0.9)[3]).isCloseTo(18 + Math.sqrt(41.4), within(1e-6));
    }

    @Test
    void possibleMeansNothingBelowZeroAndAscendingQuantiles() {
        HorizonForecast possible =
                new HorizonForecast(
                                new double[] {-1},
                                new double[] {0.1, 0.5, 0.9},
                                new double[][] {{-2}, {3.12345678}, {3}})
                        .possible();
        assertThat(possible.mean()).containsExactly(0);
        assertThat(possible.quantile(0.1)).containsExactly(0);
        assertThat(possible.quantile(0.5)).containsExactly(3.123457);
        assertThat(possible.quantile(0.9)).containsExactly(3.123457);
    }

    @Test
    void refusesALevelItDoesNotHave() {
        assertThatThrownBy(() -> FORECAST.quantile(0.3))
                .hasMessage("The level (0.3) is not among the forecast's [0.1, 0.5, 0.9].");
    }
}
