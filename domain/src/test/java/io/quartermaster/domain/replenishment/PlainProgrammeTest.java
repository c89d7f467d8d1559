package io.quartermaster.domain.replenishment;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PlainProgrammeTest {

    private static final double[] ONE = {1};

    @Test
    void refusesWhatIsNoNumber() {
        double[] nan = {Double.NaN};
        assertThatThrownBy(() -> programme(nan, ONE, ONE))
                .hasMessage("c[0] (NaN) must be a finite number.");
        assertThatThrownBy(() -> programme(ONE, nan, ONE))
                .hasMessage("d[0] (NaN) must be a finite number.");
        assertThatThrownBy(() -> programme(ONE, ONE, nan))
                .hasMessage("u[0] (NaN) must be 0 or more.\nMaybe leave it null for no limit.");
        assertThatThrownBy(() -> SparseMatrix.ofRows(new double[][] {nan}, 1))
                .hasMessage("The matrix entry (NaN) must be a finite number.");
    }

    @Test
    void refusesANegativeLimit() {
        assertThatThrownBy(() -> programme(ONE, ONE, new double[] {-1e-9}))
                .hasMessage("u[0] (-1.0E-9) must be 0 or more.\nMaybe leave it null for no limit.");
    }

    @Test
    void refusesLengthsThatDoNotFit() {
        assertThatThrownBy(() -> programme(new double[2], ONE, ONE))
                .hasMessage("The length of c (2) must equal the columns of A (1).");
        assertThatThrownBy(() -> programme(ONE, new double[2], ONE))
                .hasMessage("The length of d (2) must equal the rows of A (1).");
        assertThatThrownBy(() -> programme(ONE, ONE, new double[0]))
                .hasMessage("The length of u (0) must equal the columns of A (1).");
    }

    private static PlainProgramme programme(double[] c, double[] d, double[] u) {
        return new PlainProgramme(
                c,
                new double[0],
                SparseMatrix.ofRows(new double[][] {{1}}, 1),
                SparseMatrix.ofRows(new double[][] {{}}, 0),
                d,
                u,
                new double[0]);
    }
}
