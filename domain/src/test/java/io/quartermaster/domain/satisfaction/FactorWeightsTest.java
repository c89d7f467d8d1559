package io.quartermaster.domain.satisfaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.quartermaster.domain.satisfaction.factor.Covariance;
import io.quartermaster.domain.satisfaction.factor.FactorMethod;
import io.quartermaster.domain.satisfaction.factor.FactorRotation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FactorWeightsTest {

    private static final List<String> NAMES = List.of("a", "b", "c");
    private static final FactorSettings STANDARD = FactorSettings.standard();

    @Test
    void weighsIndicatorsThatGoTogether() {
        double[][] rows = {{1, 2, 0}, {2, 4, 1}, {3, 6, 1}, {4, 8, 0}};

        FactorWeights found = FactorWeights.of(NAMES, rows, STANDARD);

        assertThat(found.weights()).containsExactly(new double[] {0.5, 0.5, 0}, within(1e-6));
        assertThat(found.factorability()).isNull();
        assertThat(found.notes())
                .anyMatch(note -> note.startsWith("The correlation matrix is singular"));
    }

    @Test
    void weighsBySquaredLoadingsOfEachIndicatorsOwnFactor() {
        List<String> names = List.of("a", "b", "c", "d", "e", "f");
        double[][] rows = twoFactors(4_000);

        FactorWeights found = FactorWeights.of(names, rows, STANDARD);

        assertThat(found.analysis().factors()).isEqualTo(2);
        // Loadings 0.9, 0.8, 0.7 and 0.8, 0.7, 0.6 squared, over their sum 3.43.
        double[] expected = {0.81, 0.64, 0.49, 0.64, 0.49, 0.36};
        for (int i = 0; i < expected.length; i++) {
            assertThat(found.weights()[i]).isCloseTo(expected[i] / 3.43, within(0.02));
        }
        assertThat(Arrays.stream(found.weights()).sum()).isCloseTo(1, within(1e-12));
        assertThat(found.notes()).isEmpty();
    }

    @Test
    void theCovarianceInStateWeighsAsTheRowsDo() {
        double[][] rows = twoFactors(300);
        List<String> names = List.of("a", "b", "c", "d", "e", "f");
        Covariance kept = Covariance.of(6);
        for (double[] row : rows) {
            kept = kept.plus(row);
        }
        for (FactorMethod method : FactorMethod.values()) {
            FactorSettings settings = new FactorSettings(method, FactorRotation.PROMAX, 2, 20, 1);

            double[] batch = FactorWeights.of(names, rows, settings).weights();

            assertThat(FactorWeights.of(names, kept, settings).weights())
                    .containsExactly(batch, within(1e-9));
        }
    }

    @Test
    void leavesOutWhatIsConstantOrMissingForEverybodyAndSaysSo() {
        double[][] rows = {
            {0.1, 0.5, Double.NaN},
            {0.2, 0.5, Double.NaN},
            {0.9, 0.5, Double.NaN},
            {Double.NaN, 0.5, Double.NaN}
        };

        FactorWeights found = FactorWeights.of(NAMES, rows, STANDARD);

        assertThat(found.weights()).containsExactly(1, 0, 0);
        assertThat(found.notes())
                .containsExactly(
                        "The indicator (c) is missing for everybody and weighs 0. Maybe leave it out.",
                        "1 of 4 entities miss a value and do not shape the weights. Maybe fill them.",
                        "The indicator (b) is constant (0.5) and weighs 0. Maybe leave it out.");
        double[][] alike = {{1, 1, 1}, {1, 1, 1}, {1, 1, 1}};
        assertThat(FactorWeights.of(NAMES, alike, STANDARD).weights()).containsOnly(1.0 / 3);
    }

    @Test
    void takesPrincipalAxesWhereTheLikelihoodHasNoMaximum() {
        double[][] rows = {{1, 2, 0}, {2, 4, 1}, {3, 6, 1}, {4, 8, 0}};
        FactorSettings likelihood =
                new FactorSettings(FactorMethod.MAXIMUM_LIKELIHOOD, FactorRotation.NONE, 1, 1, 1);

        assertThat(FactorWeights.of(NAMES, rows, likelihood).notes())
                .contains(
                        "The likelihood of [a, b, c] has no maximum; principal axes are taken. Maybe leave out an indicator that others imply.");
    }

    @Test
    void refusesTooFewEntities() {
        assertThatThrownBy(
                        () ->
                                FactorWeights.of(
                                        NAMES, new double[][] {{1, 2, 3}, {3, 2, 1}}, STANDARD))
                .hasMessage(
                        "The number of entities (2 of 2) without a missing value is too small for factor weights.\nMaybe at least 3, or --weights equal.");
        assertThatThrownBy(
                        () ->
                                new FactorSettings(
                                        FactorMethod.PRINCIPAL_AXIS, FactorRotation.NONE, -1, 1, 1))
                .hasMessageStartingWith("The number of factors (-1) must be 0 or more");
    }

    private static double[][] twoFactors(int count) {
        double[] loadings = {0.9, 0.8, 0.7, 0.8, 0.7, 0.6};
        Random random = new Random(5);
        List<double[]> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double[] factors = {random.nextGaussian(), random.nextGaussian()};
            double[] row = new double[6];
            for (int j = 0; j < 6; j++) {
                double own = Math.sqrt(1 - loadings[j] * loadings[j]);
                row[j] = loadings[j] * factors[j / 3] + own * random.nextGaussian();
            }
            rows.add(row);
        }
        return rows.toArray(double[][]::new);
    }
}
