package io.quartermaster.domain.satisfaction.factor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Expected values are those of psych 2.2.9's cortest.bartlett and KMO, and R 4.2's pchisq. */
class FactorabilityTest {

    @Test
    void bartlettAndKmoEqualPsych() {
        Factorability subjects = Factorability.of(PublishedCorrelations.lawleyMaxwell());
        assertThat(subjects.bartlett()).isCloseTo(310.84089, within(1e-4));
        assertThat(subjects.degrees()).isEqualTo(15);
        assertThat(subjects.pValue()).isCloseTo(3.1106949e-57, within(1e-62));
        assertThat(subjects.kmo()).isCloseTo(0.77487528, within(1e-7));
        assertThat(subjects.kmoByColumn())
                .containsExactly(
                        new double[] {
                            0.77155652, 0.81124073, 0.75553558, 0.74479572, 0.7495702, 0.83163354
                        },
                        within(1e-7));

        assertThat(Factorability.of(PublishedCorrelations.ability()).bartlett())
                .isCloseTo(268.35377, within(1e-4));
        assertThat(Factorability.of(PublishedCorrelations.harman()).kmo())
                .isCloseTo(0.84546085, within(1e-7));
    }

    @Test
    void columnsThatHaveNothingInCommonDoNotFit() {
        CorrelationMatrix apart = PublishedCorrelations.matrix(50, List.of("a", "b", "c"), 0, 0, 0);

        assertThat(Factorability.of(apart).pValue()).isEqualTo(1);
        assertThat(Factorability.of(apart).kmo()).isLessThan(Factorability.LEAST_KMO);
    }

    @Test
    void refusesASingularMatrix() {
        CorrelationMatrix twice = PublishedCorrelations.matrix(50, List.of("a", "b"), 1);

        assertThatThrownBy(() -> Factorability.of(twice))
                .hasMessage(
                        "The correlation matrix is singular: the column (b) is a linear combination of [a].\nMaybe leave (b) out.");
    }

    @Test
    void knowsTheTailOfChiSquare() {
        assertThat(ChiSquare.survival(3.841458820694124, 1)).isCloseTo(0.05, within(1e-12));
        assertThat(ChiSquare.survival(0.5, 7)).isCloseTo(0.9994464814, within(1e-10));
        assertThat(ChiSquare.survival(40, 15)).isCloseTo(0.0004534981351, within(1e-13));
        assertThat(ChiSquare.logGamma(0.5)).isCloseTo(Math.log(Math.PI) / 2, within(1e-13));
    }

    @Test
    void eigenvaluesEqualR() {
        assertThat(PublishedCorrelations.harman().eigenvalues())
                .containsExactly(
                        new double[] {
                            4.6728796,
                            1.7709828,
                            0.48103549,
                            0.42144078,
                            0.23322126,
                            0.18667352,
                            0.13730387,
                            0.09646264
                        },
                        within(1e-7));
    }

    @Test
    void parallelAnalysisKeepsTwoFactorsOfEightMeasuresAndNoneOfNoise() {
        CorrelationMatrix bodies = PublishedCorrelations.harman();
        ParallelAnalysis chance = ParallelAnalysis.of(bodies.rows(), 8, 100, 7);

        assertThat(chance.factors(bodies.eigenvalues())).isEqualTo(2);
        assertThat(chance.factors(new double[] {1, 1, 1, 1, 1, 1, 1, 1})).isZero();
        assertThat(chance.thresholds()[0]).isBetween(1.2, 1.4);
        assertThat(Arrays.stream(chance.thresholds()).sum()).isBetween(8.0, 8.8);
        assertThat(ParallelAnalysis.of(bodies.rows(), 8, 100, 7).thresholds())
                .isEqualTo(chance.thresholds());
    }
}
