package io.quartermaster.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RankCorrelationTest {

    @Test
    void isOneForTheSameOrderAndMinusOneForTheReverse() {
        assertThat(RankCorrelation.of(new double[] {1, 2, 9}, new double[] {3, 40, 41}))
                .isCloseTo(1, within(1e-12));
        assertThat(RankCorrelation.of(new double[] {1, 2, 9}, new double[] {3, 2, 1}))
                .isCloseTo(-1, within(1e-12));
    }

    @Test
    void equalValuesShareTheirMeanRank() {
        // Ranks 0, 1.5, 1.5, 3 against 0, 1, 2, 3: 4.5 / sqrt(4.5 x 5).
        assertThat(RankCorrelation.of(new double[] {1, 5, 5, 7}, new double[] {1, 2, 3, 4}))
                .isCloseTo(4.5 / Math.sqrt(4.5 * 5), within(1e-12));
        assertThat(RankCorrelation.of(new double[] {1, 1}, new double[] {1, 2})).isNaN();
    }
}
