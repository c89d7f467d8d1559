package io.quartermaster.domain.forecast.intermittent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.quartermaster.domain.forecast.HorizonForecast;
import org.junit.jupiter.api.Test;

class IntermittentDemandTest {

    private static final double[] SERIES = {
        0, 0, 3, 0, 1, 0, 0, 0, 5, 2, 0, 0, 1, 0, 0, 4, 0, 0, 0, 0, 2, 0, 1, 0
    };

    @Test
    void crostonIsAsInR() {
        // croston(x, alpha = 0.1) of R's package forecast 8.20.
        assertThat(fit(IntermittentMethod.CROSTON, SERIES).mean())
                .isCloseTo(0.877047769121, within(1e-9));
    }

    @Test
    void syntetosAndBoylanTakeTheBiasAway() {
        assertThat(fit(IntermittentMethod.SBA, SERIES).mean())
                .isCloseTo(0.95 * 0.877047769121, within(1e-9));
    }

    @Test
    void teunterFadesWhileNothingComes() {
        // By hand: share 2 of 4; 0.5, 0.55, 0.495, 0.5455, 0.49095; sizes 4, then 4 + 0.1 (2 - 4).
        double[] series = {4, 0, 2, 0};

        IntermittentDemand demand = fit(IntermittentMethod.TSB, series);

        assertThat(demand.mean()).isCloseTo(0.49095 * 3.8, within(1e-12));
        assertThat(demand.update(0).mean()).isCloseTo(0.9 * 0.49095 * 3.8, within(1e-12));
    }

    @Test
    void quantilesAreThoseOfNothingOrASize() {
        IntermittentDemand demand =
                new IntermittentDemand(
                        IntermittentMethod.TSB, 0.1, 0.1, 2, 4, 0.25, 1, new double[] {1, 2, 3});

        HorizonForecast forecast = demand.forecast(2, new double[] {0.5, 0.75, 0.875});

        assertThat(forecast.mean()).containsExactly(0.5, 0.5);
        assertThat(forecast.quantiles()[0]).containsExactly(0, 0);
        assertThat(forecast.quantiles()[1]).containsExactly(0, 0);
        assertThat(forecast.quantiles()[2]).containsExactly(2, 2);
    }

    @Test
    void withoutAnyDemandNothingIsExpected() {
        for (IntermittentMethod method : IntermittentMethod.values()) {
            assertThat(fit(method, new double[] {0, 0, Double.NaN}).forecast(1, new double[] {0.9}))
                    .satisfies(
                            forecast -> {
                                assertThat(forecast.mean()).containsExactly(0);
                                assertThat(forecast.quantiles()[0]).containsExactly(0);
                            });
        }
    }

    @Test
    void refusesAWeightThatIsNone() {
        assertThatThrownBy(() -> IntermittentDemand.fit(IntermittentMethod.SBA, 0, 0.1, SERIES))
                .hasMessageStartingWith("The weights (0.0, 0.1)");
    }

    private static IntermittentDemand fit(IntermittentMethod method, double[] values) {
        return IntermittentDemand.fit(method, 0.1, 0.1, values);
    }
}
