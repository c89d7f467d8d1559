package io.quartermaster.domain.satisfaction.factor;

import java.util.List;

/**
 * Correlations of named columns.
 *
 * @param names p names
 * @param values p x p, symmetric, 1 on the diagonal
 * @param rows number of rows that they come from
 */
public record CorrelationMatrix(List<String> names, double[][] values, long rows) {

    private static final double TOLERANCE = 1e-6;
    private static final double SINGULAR = 1e-10;

    /** Checks size, symmetry, diagonal and range. */
    public CorrelationMatrix {
        names = List.copyOf(names);
        if (values.length != names.size()) {
            throw new IllegalArgumentException(
                    "The correlation matrix has %d rows, not %d.\nMaybe one for each of %s."
                            .formatted(values.length, names.size(), names));
        }
        for (int i = 0; i < values.length; i++) {
            for (int j = 0; j < values.length; j++) {
                check(names, values, i, j);
            }
        }
    }

    private static void check(List<String> names, double[][] values, int i, int j) {
        double value = values[i][j];
        boolean fits = i == j ? Math.abs(value - 1) < TOLERANCE : Math.abs(value) <= 1 + TOLERANCE;
        if (!fits || !(Math.abs(value - values[j][i]) < TOLERANCE)) {
            throw new IllegalArgumentException(
                    "The correlation (%s) of (%s) and (%s) must be %s, and the same both ways.\nMaybe divide covariances by both standard deviations first."
                            .formatted(
                                    value, names.get(i), names.get(j), i == j ? "1" : "-1 to 1"));
        }
    }

    /**
     * Of covariances.
     *
     * @throws IllegalArgumentException when rows are fewer than 3 or a column is constant
     */
    public static CorrelationMatrix of(List<String> names, Covariance covariance) {
        if (covariance.rows() < 3) {
            throw new IllegalArgumentException(
                    "The number of rows (%d) is too small for correlations.\nMaybe at least 3."
                            .formatted(covariance.rows()));
        }
        int p = names.size();
        double[][] values = new double[p][p];
        for (int i = 0; i < p; i++) {
            checkDiffers(names.get(i), covariance, i);
            for (int j = 0; j < i; j++) {
                double both = covariance.moment(i, i) * covariance.moment(j, j);
                double value = covariance.moment(i, j) / Math.sqrt(both);
                values[i][j] = Math.max(-1, Math.min(1, value));
                values[j][i] = values[i][j];
            }
            values[i][i] = 1;
        }
        return new CorrelationMatrix(names, values, covariance.rows());
    }

    private static void checkDiffers(String name, Covariance covariance, int column) {
        if (covariance.isConstant(column)) {
            throw new IllegalArgumentException(
                    "The column (%s) is constant (%s in all %d rows), so it goes together with nothing.\nMaybe leave it out."
                            .formatted(name, covariance.means()[column], covariance.rows()));
        }
    }

    /** Eigenvalues, largest first. */
    public double[] eigenvalues() {
        return SymmetricEigen.of(values).values();
    }

    /**
     * The inverse.
     *
     * @throws IllegalArgumentException when a column is a linear combination of those before it
     */
    Matrix inverse() {
        int dependent = dependent();
        if (dependent >= 0) {
            throw new IllegalArgumentException(
                    "The correlation matrix is singular: the column (%s) is a linear combination of %s.\nMaybe leave (%s) out."
                            .formatted(
                                    names.get(dependent),
                                    names.subList(0, dependent),
                                    names.get(dependent)));
        }
        return new Matrix(values).inverse();
    }

    /** Whether a column is a linear combination of others. */
    public boolean isSingular() {
        return dependent() >= 0;
    }

    /** The first column whose part that those before do not explain is nothing; -1 if none. */
    private int dependent() {
        int p = values.length;
        double[][] root = new double[p][p];
        for (int i = 0; i < p; i++) {
            for (int j = 0; j <= i; j++) {
                double rest = values[i][j];
                for (int k = 0; k < j; k++) {
                    rest -= root[i][k] * root[j][k];
                }
                if (i == j && rest < SINGULAR) {
                    return i;
                }
                root[i][j] = i == j ? Math.sqrt(rest) : rest / root[j][j];
            }
        }
        return -1;
    }
}
