package io.quartermaster.domain.replenishment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NewsvendorTest {

    /** Reference: holding 2, penalty 18, mean 120, deviation 10: 132.8155 units, cost 35.0997. */
    @Test
    void ordersUpToThePublishedLevelAtThePublishedCost() {
        assertThat(Newsvendor.orderUpTo(120, 10, 2, 18)).isCloseTo(132.8155, within(5e-5));
        assertThat(Newsvendor.expectedCost(10, 2, 18)).isCloseTo(35.0997, within(1.5e-4));
    }

    @ParameterizedTest
    @CsvSource({
        "0.5, 0", "0.9, 1.2815515655446004", "0.975, 1.959963984540054",
        "0.999, 3.090232306167813", "0.025, -1.959963984540054", "0.6, 0.2533471031357997"
    })
    void givesTheNormalQuantile(double probability, double quantile) {
        assertThat(Newsvendor.quantile(probability)).isCloseTo(quantile, within(1e-12));
    }

    @Test
    void pricesAShortfallSoThatTheServiceLevelIsTheCriticalRatio() {
        assertThat(Newsvendor.shortfallCost(2, 0.9)).isCloseTo(18, within(1e-9));
    }

    @Test
    void refusesAServiceLevelOfOne() {
        assertThatThrownBy(() -> Newsvendor.quantile(1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The service level (1.0) must lie between 0 and 1, both excluded.");
    }
}
