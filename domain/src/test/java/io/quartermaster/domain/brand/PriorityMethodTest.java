package io.quartermaster.domain.brand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PriorityMethodTest {

    private static final double[][] CONTRADICTORY = {
        {1, 2, 5}, {1 / 2.0, 1, 4}, {1 / 5.0, 1 / 4.0, 1}
    };

    @ParameterizedTest
    @EnumSource(PriorityMethod.class)
    void findsTheWeightsOfConsistentJudgements(PriorityMethod method) {
        double[][] consistent = {{1, 2, 6}, {1 / 2.0, 1, 3}, {1 / 6.0, 1 / 3.0, 1}};
        assertThat(method.weights(consistent))
                .containsExactly(new double[] {0.6, 0.3, 0.1}, within(1e-9));
    }

    @ParameterizedTest
    @EnumSource(PriorityMethod.class)
    void weighsOneThing(PriorityMethod method) {
        assertThat(method.weights(new double[][] {{1}})).containsExactly(1);
    }

    /** By hand: the cube roots of 10, 2 and 1 / 20. */
    @Test
    void takesTheGeometricMeanOfRows() {
        double[] roots = {Math.cbrt(10), Math.cbrt(2), Math.cbrt(0.05)};
        double sum = roots[0] + roots[1] + roots[2];
        assertThat(PriorityMethod.GEOMETRIC_MEAN.weights(CONTRADICTORY))
                .containsExactly(
                        new double[] {roots[0] / sum, roots[1] / sum, roots[2] / sum},
                        within(1e-12));
    }

    /** Against a search over a grid of all weights. */
    @Test
    void findsTheLeastSquares() {
        double[] best = null;
        double least = Double.POSITIVE_INFINITY;
        int steps = 1000;
        for (int a = 1; a < steps; a++) {
            for (int b = 1; a + b < steps; b++) {
                double[] weights = {
                    a / (double) steps, b / (double) steps, 1 - (a + b) / (double) steps
                };
                double error = error(weights);
                if (error < least) {
                    least = error;
                    best = weights;
                }
            }
        }
        double[] found = PriorityMethod.LEAST_SQUARES.weights(CONTRADICTORY);
        assertThat(found).containsExactly(best, within(1.5e-3));
        assertThat(error(found)).isLessThanOrEqualTo(least);
    }

    @Test
    void refusesAMethodItDoesNotKnow() {
        assertThatThrownBy(() -> PriorityMethod.of("median"))
                .hasMessage(
                        "The method (median) is not known.\nMaybe one of: eigenvector, geometric-mean, least-squares.");
    }

    private static double error(double[] weights) {
        double sum = 0;
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                double off = CONTRADICTORY[i][j] - weights[i] / weights[j];
                sum += off * off;
            }
        }
        return sum;
    }
}
