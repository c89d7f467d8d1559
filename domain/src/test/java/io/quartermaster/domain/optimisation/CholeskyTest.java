package io.quartermaster.domain.optimisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class CholeskyTest {

    /** A = [[4, 2], [2, 3]], so U = [[2, 1], [0, sqrt(2)]]; A (1, 2) = (8, 8). */
    @Test
    void factorsAndSolvesByHand() {
        double[][] a = {{4, 2}, {0, 3}};
        double[] b = {8, 8};
        assertThat(Cholesky.solve(a, b)).isTrue();
        assertThat(a[0]).containsExactly(2, 1);
        assertThat(a[1][1]).isCloseTo(Math.sqrt(2), within(1e-15));
        assertThat(b).containsExactly(new double[] {1, 2}, within(1e-15));
    }

    @Test
    void solvesForSeveralRightSidesByOneFactor() {
        Random random = new Random(5);
        int n = 40;
        double[][] a = positiveDefinite(n, random);
        double[][] factor = new double[n][];
        for (int i = 0; i < n; i++) {
            factor[i] = a[i].clone();
        }
        assertThat(Cholesky.factor(factor)).isTrue();
        for (int round = 0; round < 3; round++) {
            double[] x = random.doubles(n).toArray();
            double[] b = product(a, x);
            Cholesky.substitute(factor, b);
            assertThat(b).containsExactly(x, within(1e-9));
        }
    }

    @Test
    void leavesTheRightSideWhereTheMatrixIsNotPositiveDefinite() {
        double[] b = {1, 2};
        assertThat(Cholesky.solve(new double[][] {{1, 2}, {2, 1}}, b)).isFalse();
        assertThat(Cholesky.solve(new double[][] {{Double.NaN, 0}, {0, 1}}, b)).isFalse();
        assertThat(b).containsExactly(1, 2);
    }

    /** M'M + I. */
    private static double[][] positiveDefinite(int n, Random random) {
        double[][] m = new double[n][];
        for (int i = 0; i < n; i++) {
            m[i] = random.doubles(n, -1, 1).toArray();
        }
        double[][] a = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                a[i][j] = i == j ? 1 : 0;
                for (int k = 0; k < n; k++) {
                    a[i][j] += m[k][i] * m[k][j];
                }
            }
        }
        return a;
    }

    private static double[] product(double[][] a, double[] x) {
        double[] product = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < x.length; j++) {
                product[i] += a[i][j] * x[j];
            }
        }
        return product;
    }
}
