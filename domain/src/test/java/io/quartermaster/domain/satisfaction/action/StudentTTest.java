package io.quartermaster.domain.satisfaction.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StudentTTest {

    /** Published two-sided quantiles (Fisher and Yates, table III). */
    @ParameterizedTest
    @CsvSource({
        "0.95, 1, 12.706",
        "0.95, 2, 4.303",
        "0.95, 3, 3.182",
        "0.95, 7, 2.365",
        "0.95, 10, 2.228",
        "0.99, 4, 4.604",
        "0.99, 7, 3.499",
        "0.90, 5, 2.015",
        "0.95, 120, 1.980"
    })
    void givesThePublishedQuantiles(double chance, int freedom, double t) {
        assertThat(StudentT.quantile(chance, freedom)).isCloseTo(t, within(5e-4));
        assertThat(StudentT.within(StudentT.quantile(chance, freedom), freedom))
                .isCloseTo(chance, within(1e-12));
    }
}
