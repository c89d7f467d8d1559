package io.quartermaster.domain.risk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AreaUnderCurveTest {

    @Test
    void countsPairsInTheRightOrder() {
        // Of 2 x 2 pairs, (0.8 > 0.4), (0.8 > 0.1) and (0.35 > 0.1) are right: 3 of 4.
        assertThat(
                        AreaUnderCurve.of(
                                new double[] {0.1, 0.4, 0.35, 0.8},
                                new boolean[] {false, false, true, true}))
                .isEqualTo(0.75);
    }

    @Test
    void countsTiesHalf() {
        assertThat(AreaUnderCurve.of(new double[] {1, 1, 1}, new boolean[] {true, false, false}))
                .isEqualTo(0.5);
        assertThat(
                        AreaUnderCurve.of(
                                new double[] {0.5, 0.5, 0.9}, new boolean[] {true, false, false}))
                .isEqualTo(0.25);
    }

    @Test
    void isNotKnownWithoutNegatives() {
        assertThat(AreaUnderCurve.of(new double[] {1, 2}, new boolean[] {true, true})).isNaN();
    }
}
