package io.quartermaster.domain.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class NegativeBinomialTest {

    /** R 4.2: pnbinom(3, size = 1 / 1.5, mu = 2), ppois(3, 2), qnbinom(0.9, 1 / 1.5, mu = 2). */
    @Test
    void agreesWithR() {
        assertThat(NegativeBinomial.cumulative(2, 1.5, 3)).isCloseTo(0.801968239796, within(1e-9));
        assertThat(NegativeBinomial.cumulative(2, 0, 3)).isCloseTo(0.857123460499, within(1e-9));
        assertThat(NegativeBinomial.quantile(2, 1.5, 0.9)).isEqualTo(6);
    }

    @Test
    void aMeanOfNothingIsCertain() {
        assertThat(NegativeBinomial.cumulative(0, 1, 0)).isEqualTo(1);
        assertThat(NegativeBinomial.quantile(0, 1, 0.99)).isZero();
    }
}
