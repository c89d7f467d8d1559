package io.quartermaster.domain.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LeastSquaresFitTest {

    /** Against the normal equations of the weighted, ridged problem, solved by elimination. */
    @Test
    void equalsTheWeightedLeastSquaresFitOverAllSteps() {
        int size = 4;
        int steps = 60;
        double forgetting = 0.97;
        double ridge = 0.5;
        SplittableRandom random = new SplittableRandom(2);
        double[] prior = {1, -1, 0.5, 0};
        LeastSquaresFit fit = LeastSquaresFit.start(prior, ridge);
        double[][] a = new double[size][size];
        double[] b = new double[size];
        double remembered = Math.pow(forgetting, steps) * ridge;
        for (int i = 0; i < size; i++) {
            a[i][i] = remembered;
            b[i] = remembered * prior[i];
        }
        for (int step = 0; step < steps; step++) {
            double[] x = {1, random.nextDouble(), random.nextDouble(), random.nextDouble()};
            double y = 2 + 3 * x[1] - x[2] + random.nextDouble();
            fit = fit.update(x, y, forgetting);
            double weight = Math.pow(forgetting, steps - 1 - step);
            for (int row = 0; row < size; row++) {
                b[row] += weight * x[row] * y;
                for (int column = 0; column < size; column++) {
                    a[row][column] += weight * x[row] * x[column];
                }
            }
        }
        double[] expected = solve(a, b);
        for (int i = 0; i < size; i++) {
            assertThat(fit.weights()[i]).isCloseTo(expected[i], within(1e-8));
        }
    }

    @Test
    void staysFiniteWhereAnInputNeverShows() {
        LeastSquaresFit fit = LeastSquaresFit.start(new double[2], 1);
        for (int step = 0; step < 100_000; step++) {
            fit = fit.update(new double[] {1, 0}, 5, 0.99);
        }
        assertThat(fit.predict(new double[] {1, 0})).isCloseTo(5, within(1e-6));
        assertThat(fit.covariance()[3]).isLessThan(1.1e4);
    }

    private static double[] solve(double[][] a, double[] b) {
        int size = b.length;
        for (int pivot = 0; pivot < size; pivot++) {
            for (int row = pivot + 1; row < size; row++) {
                double factor = a[row][pivot] / a[pivot][pivot];
                for (int column = pivot; column < size; column++) {
                    a[row][column] -= factor * a[pivot][column];
                }
                b[row] -= factor * b[pivot];
            }
        }
        double[] x = new double[size];
        for (int row = size - 1; row >= 0; row--) {
            double sum = b[row];
            for (int column = row + 1; column < size; column++) {
                sum -= a[row][column] * x[column];
            }
            x[row] = sum / a[row][row];
        }
        return x;
    }
}
