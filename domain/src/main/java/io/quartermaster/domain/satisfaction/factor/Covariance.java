package io.quartermaster.domain.satisfaction.factor;

import java.util.Arrays;

/**
 * Means and covariances of p columns, kept row by row so that rows can be added, taken back and
 * merged (Welford 1962; Chan, Golub and LeVeque 1983). Equal to the batch answer but for rounding.
 *
 * @param rows number of rows, 0 or more
 * @param means p means
 * @param moments sums of (x_i - mean_i)(x_j - mean_j), lower triangle row by row, p (p + 1) / 2
 */
public record Covariance(long rows, double[] means, double[] moments) {

    /** Variance over squared mean up to which a column differs by rounding alone. */
    private static final double CONSTANT = 1e-14;

    /** No row yet. */
    public static Covariance of(int columns) {
        return new Covariance(0, new double[columns], new double[columns * (columns + 1) / 2]);
    }

    /** All rows at once. */
    public static Covariance of(int columns, Iterable<double[]> rows) {
        Covariance covariance = of(columns);
        for (double[] row : rows) {
            covariance = covariance.plus(row);
        }
        return covariance;
    }

    /**
     * With one row more.
     *
     * @throws IllegalArgumentException when a value is missing or the width differs
     */
    public Covariance plus(double[] row) {
        check(row);
        return moved(row, 1);
    }

    /**
     * With one row less, which must have been added.
     *
     * @throws IllegalArgumentException when there is no row to take back
     */
    public Covariance minus(double[] row) {
        check(row);
        if (rows == 0) {
            throw new IllegalArgumentException(
                    "The row %s cannot be taken back: no row is there.\nMaybe it was never added."
                            .formatted(Arrays.toString(row)));
        }
        return rows == 1 ? of(means.length) : moved(row, -1);
    }

    private Covariance moved(double[] row, int sign) {
        long next = rows + sign;
        double[] before = new double[row.length];
        double[] nextMeans = new double[row.length];
        double[] nextMoments = moments.clone();
        for (int i = 0; i < row.length; i++) {
            before[i] = row[i] - means[i];
            nextMeans[i] = means[i] + sign * before[i] / next;
        }
        for (int i = 0, at = 0; i < row.length; i++) {
            for (int j = 0; j <= i; j++, at++) {
                nextMoments[at] += sign * before[i] * before[j] * rows / next;
            }
        }
        return new Covariance(next, nextMeans, nextMoments);
    }

    /** Both together. */
    public Covariance merge(Covariance other) {
        if (rows == 0 || other.rows == 0) {
            return rows == 0 ? other : this;
        }
        long all = rows + other.rows;
        double[] gap = new double[means.length];
        double[] nextMeans = new double[means.length];
        double[] nextMoments = moments.clone();
        for (int i = 0; i < gap.length; i++) {
            gap[i] = other.means[i] - means[i];
            nextMeans[i] = means[i] + gap[i] * other.rows / all;
        }
        double share = (double) rows * other.rows / all;
        for (int i = 0, at = 0; i < gap.length; i++) {
            for (int j = 0; j <= i; j++, at++) {
                nextMoments[at] += other.moments[at] + gap[i] * gap[j] * share;
            }
        }
        return new Covariance(all, nextMeans, nextMoments);
    }

    /** Of some columns alone. */
    public Covariance select(int[] columns) {
        Covariance some = of(columns.length);
        for (int i = 0, at = 0; i < columns.length; i++) {
            some.means[i] = means[columns[i]];
            for (int j = 0; j <= i; j++, at++) {
                some.moments[at] = moment(columns[i], columns[j]);
            }
        }
        return new Covariance(rows, some.means, some.moments);
    }

    /** The covariances, p x p, with divisor rows - 1; NaN with fewer than 2 rows. */
    public double[][] matrix() {
        double[][] matrix = new double[means.length][means.length];
        for (int i = 0; i < means.length; i++) {
            for (int j = 0; j < means.length; j++) {
                matrix[i][j] = rows < 2 ? Double.NaN : moment(i, j) / (rows - 1);
            }
        }
        return matrix;
    }

    /** Whether a column never differs, but for rounding. */
    public boolean isConstant(int column) {
        double scale = Math.max(1e-12, means[column] * means[column]);
        return rows < 2 || moment(column, column) / (rows - 1) <= CONSTANT * scale;
    }

    double moment(int i, int j) {
        return i >= j ? moments[i * (i + 1) / 2 + j] : moments[j * (j + 1) / 2 + i];
    }

    private void check(double[] row) {
        if (row.length != means.length) {
            throw new IllegalArgumentException(
                    "The row %s must have %d values.\nMaybe a column is missing."
                            .formatted(Arrays.toString(row), means.length));
        }
        for (double value : row) {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException(
                        "The row %s holds a missing value.\nMaybe leave the row out."
                                .formatted(Arrays.toString(row)));
            }
        }
    }
}
