package io.quartermaster.domain.recommendation.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SymmetricInverseTest {

    /** The inverse of (4 2; 2 3) is (3 -2; -2 4) / 8. */
    @Test
    void invertsByHand() {
        double[][] lower = {{4}, {2, 3}};
        SymmetricInverse.invert(lower);
        assertThat(lower[0][0]).isCloseTo(0.375, within(1e-15));
        assertThat(lower[1]).containsExactly(new double[] {-0.25, 0.5}, within(1e-15));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 63, 64, 65, 130, 577})
    void givesTheIdentityWithWhatItInverted(int n) {
        double[][] matrix = positive(n, 7);
        double[][] lower = new double[n][];
        for (int i = 0; i < n; i++) {
            lower[i] = java.util.Arrays.copyOf(matrix[i], i + 1);
        }
        SymmetricInverse.invert(lower);
        double worst = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double sum = 0;
                for (int k = 0; k < n; k++) {
                    sum += matrix[i][k] * (k >= j ? lower[k][j] : lower[j][k]);
                }
                worst = Math.max(worst, Math.abs(sum - (i == j ? 1 : 0)));
            }
        }
        assertThat(worst).as("seed 7").isLessThan(1e-10);
    }

    @Test
    void refusesAMatrixThatIsNotPositiveDefinite() {
        assertThatThrownBy(() -> SymmetricInverse.invert(new double[][] {{1}, {2, 1}}))
                .hasMessage(
                        "The matrix is not positive definite (pivot -3.0 at 1).\nMaybe a larger regularisation.");
    }

    /** A'A + I of random numbers. */
    private static double[][] positive(int n, long seed) {
        Random random = new Random(seed);
        double[][] a = new double[n][n];
        for (double[] row : a) {
            java.util.Arrays.setAll(row, j -> random.nextGaussian() / Math.sqrt(n));
        }
        double[][] product = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                for (int k = 0; k < n; k++) {
                    product[i][j] += a[k][i] * a[k][j];
                }
            }
            product[i][i] += 1;
        }
        return product;
    }
}
