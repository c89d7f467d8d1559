package io.quartermaster.domain.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class HerfindahlTest {

    @Test
    void sumsSquaredShares() {
        // 0.5^2 + 0.3^2 + 0.2^2
        assertThat(Herfindahl.of(new double[] {50, 30, 20})).isCloseTo(0.38, within(1e-12));
        assertThat(Herfindahl.of(new double[] {7, 7, 7, 7})).isCloseTo(0.25, within(1e-12));
        assertThat(Herfindahl.of(new double[] {9, 0})).isEqualTo(1);
    }

    @Test
    void isNotKnownWhereNothingIsSupplied() {
        assertThat(Herfindahl.of(new double[] {0, 0})).isNaN();
        assertThat(Herfindahl.of(new double[0])).isNaN();
    }

    @Test
    void refusesANegativeAmount() {
        assertThatThrownBy(() -> Herfindahl.of(new double[] {1, -2}))
                .hasMessage("The amount (-2.0) must be 0 or more.");
    }
}
