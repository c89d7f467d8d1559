package io.quartermaster.domain.satisfaction.factor;

import java.util.Arrays;
import java.util.Locale;

/** How factors are turned so that each column loads on few of them. */
public enum FactorRotation {
    NONE,
    /** Kaiser's (1958) varimax of rows scaled to length 1; factors stay uncorrelated. */
    VARIMAX,
    /** Promax of power 4 (Hendrickson and White 1964) after varimax; factors may correlate. */
    PROMAX;

    private static final int STEPS = 1_000;
    private static final double PRECISION = 1e-5;
    private static final int POWER = 4;

    /** Loadings turned by this; {@code transform} is what the given ones were multiplied by. */
    record Turned(Matrix loadings, Matrix transform) {}

    Turned turn(Matrix loadings) {
        Matrix identity = Matrix.identity(loadings.columns());
        if (this == NONE || loadings.columns() < 2) {
            return new Turned(loadings, identity);
        }
        return this == VARIMAX ? varimax(loadings) : promax(varimax(loadings));
    }

    /**
     * The iteration of R's varimax, and its end: with B = L' (Z^3 - Z diag(sum z^2) / p) for Z = L
     * T, T becomes the orthogonal part of B until the sum of its singular values rises by less than
     * 1e-5. Going on would change the third digit of published loadings.
     */
    private static Turned varimax(Matrix loadings) {
        Matrix scaled = loadings.copy();
        for (double[] row : scaled.values()) {
            double length = Math.sqrt(Arrays.stream(row).map(x -> x * x).sum());
            for (int m = 0; m < row.length && length > 0; m++) {
                row[m] /= length;
            }
        }
        Matrix transform = Matrix.identity(loadings.columns());
        double reached = 0;
        for (int step = 0; step < STEPS; step++) {
            Matrix target = steeper(scaled.times(transform));
            Orthogonal next = Orthogonal.of(scaled.transposed().times(target));
            transform = next.part();
            if (next.singularValues() < reached * (1 + PRECISION)) {
                break;
            }
            reached = next.singularValues();
        }
        return new Turned(loadings.times(transform), transform);
    }

    private static Matrix steeper(Matrix loadings) {
        double[] squares = new double[loadings.columns()];
        for (double[] row : loadings.values()) {
            for (int m = 0; m < row.length; m++) {
                squares[m] += row[m] * row[m] / loadings.rows();
            }
        }
        Matrix steeper = loadings.copy();
        for (double[] row : steeper.values()) {
            for (int m = 0; m < row.length; m++) {
                row[m] *= row[m] * row[m] - squares[m];
            }
        }
        return steeper;
    }

    private static Turned promax(Turned varimax) {
        Matrix x = varimax.loadings();
        Matrix target = x.copy();
        for (double[] row : target.values()) {
            for (int m = 0; m < row.length; m++) {
                row[m] *= Math.pow(Math.abs(row[m]), POWER - 1);
            }
        }
        Matrix across = x.transposed();
        Matrix fit = across.times(x).inverse().times(across.times(target));
        double[][] squared = fit.transposed().times(fit).inverse().values();
        for (double[] row : fit.values()) {
            for (int m = 0; m < row.length; m++) {
                row[m] *= Math.sqrt(squared[m][m]);
            }
        }
        return new Turned(x.times(fit), varimax.transform().times(fit));
    }

    /** As options spell it, for example {@code varimax}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The rotation of a label.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static FactorRotation of(String label) {
        return Arrays.stream(values())
                .filter(rotation -> rotation.label().equals(label))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "The rotation (%s) is not known.\nMaybe none, varimax or promax."
                                                .formatted(label)));
    }
}
