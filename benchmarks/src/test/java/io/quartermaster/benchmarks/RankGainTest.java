package io.quartermaster.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RankGainTest {

    private static final double[] X = {1, 2, 2, 3, 5, 8, 9, 11};
    private static final double[] Y = {2, 1, 4, 4, 6, 5, 9, 8};

    @Test
    void gainsNothingOverItself() {
        assertThat(RankGain.of(X, X, Y, 50, 1)).containsExactly(0, 0);
    }

    @Test
    void gainsOverWhatRunsTheOtherWay() {
        double[] back = {11, 9, 8, 5, 3, 2, 2, 1};

        assertThat(RankGain.of(X, back, Y, 200, 1)[0]).isPositive();
    }
}
