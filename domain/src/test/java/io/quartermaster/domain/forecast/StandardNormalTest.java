package io.quartermaster.domain.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StandardNormalTest {

    /** Reference: SciPy 1.17, norm.ppf. */
    @ParameterizedTest
    @CsvSource({
        "1e-300, -37.0470962993612",
        "1e-20, -9.262340089798409",
        "1e-10, -6.361340902404056",
        "0.01, -2.3263478740408408",
        "0.3, -0.5244005127080409",
        "0.5, 0",
        "0.9, 1.2815515655446004",
        "0.975, 1.959963984540054",
        "0.999, 3.090232306167813"
    })
    void givesTheQuantile(double probability, double quantile) {
        assertThat(StandardNormal.quantile(probability))
                .isCloseTo(quantile, within(2e-15 * Math.max(1, Math.abs(quantile)) + 1e-15));
    }

    /** Reference: SciPy 1.17, norm.cdf. */
    @ParameterizedTest
    @CsvSource({
        "-37, 5.7255712225239266e-300",
        "-10, 7.61985302416047e-24",
        "-7.2, 3.010627981117422e-13",
        "-5, 2.866515718791933e-07",
        "-1, 0.15865525393145707",
        "0, 0.5",
        "0.5, 0.6914624612740131",
        "3, 0.9986501019683699"
    })
    void givesTheCumulativeProbability(double z, double probability) {
        assertThat(StandardNormal.cumulative(z)).isCloseTo(probability, within(1e-9 * probability));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-6, -2.5, -1, 0, 0.3, 1.7, 4, 6.5, 9})
    void lossesAreIntegralsOfTheTail(double z) {
        double loss = 0;
        double second = 0;
        double step = 1e-3;
        for (double x = z + step / 2; x < Math.max(z, 0) + 10; x += step) {
            double tail = StandardNormal.cumulative(-x);
            loss += tail * step;
            second += (x - z) * tail * step;
        }
        assertThat(StandardNormal.loss(z)).isCloseTo(loss, within(1e-5 * loss));
        assertThat(StandardNormal.secondLoss(z)).isCloseTo(second, within(1e-5 * second));
    }

    @Test
    void refusesAProbabilityOfOne() {
        assertThatThrownBy(() -> StandardNormal.quantile(1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The probability (1.0) must lie between 0 and 1, both excluded.");
    }
}
