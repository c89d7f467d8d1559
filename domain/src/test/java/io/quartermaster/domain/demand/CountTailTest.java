package io.quartermaster.domain.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Expected values by SciPy: sums over the distributions' probabilities. */
class CountTailTest {

    @Test
    void isTheMeanOfTheTailOfANegativeBinomial() {
        assertThat(CountTail.mean(4, 0.5, 6)).isCloseTo(26 / 3.0, within(1e-9));
        assertThat(CountTail.mean(1000, 0.3, 1500)).isCloseTo(1938.339, within(1.0));
    }

    @Test
    void withoutDispersionIsThatOfAPoisson() {
        assertThat(CountTail.mean(3, 0, 5)).isCloseTo(5.728715603590264, within(1e-9));
    }

    @Test
    void countsManyUnitsByTheDozen() {
        assertThat(CountTail.mean(3000, 0.3, 4500)).isCloseTo(5815.39, within(5.0));
    }

    @Test
    void isTheWholeMeanWhereNothingWasSold() {
        assertThat(CountTail.mean(4, 0.5, 0)).isEqualTo(4);
        assertThat(CountTail.mean(0, 0.5, 3)).isEqualTo(3);
    }

    @Test
    void isNeverBelowWhatWasSoldHoweverUnlikely() {
        assertThat(CountTail.mean(0.001, 0, 50)).isBetween(50.0, 51.0);
    }
}
