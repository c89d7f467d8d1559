package io.quartermaster.domain.satisfaction.factor;

import java.util.ArrayList;
import java.util.List;

/**
 * Iterated principal axes: the diagonal of R is replaced by the communalities h_i, the largest k
 * eigenvalues and vectors give loadings sqrt(theta_m) omega_im, and these new communalities, until
 * they rest. A communality that would pass 0.995 is held there from then on.
 */
final class PrincipalAxis {

    private static final int STEPS = 20_000;
    private static final double PRECISION = 1e-10;
    private static final double MOST = 1 - Extraction.LEAST_UNIQUENESS;

    private PrincipalAxis() {}

    static Extraction extract(CorrelationMatrix correlation, int factors) {
        List<String> notes = new ArrayList<>();
        double[] communalities = start(correlation, notes);
        Matrix loadings = loadings(correlation, communalities, factors);
        boolean rests = false;
        for (int step = 0; step < STEPS && !rests; step++) {
            double[] next = communalities(loadings, communalities);
            double change = 0;
            for (int i = 0; i < next.length; i++) {
                change = Math.max(change, Math.abs(next[i] - communalities[i]));
            }
            communalities = next;
            rests = change < PRECISION;
            loadings = loadings(correlation, communalities, factors);
        }
        if (!rests) {
            notes.add(
                    "The communalities still moved after %d steps. Maybe fewer factors."
                            .formatted(STEPS));
        }
        double[] uniquenesses = new double[communalities.length];
        for (int i = 0; i < uniquenesses.length; i++) {
            uniquenesses[i] = 1 - communalities[i];
        }
        return Extraction.of(correlation, loadings, uniquenesses, notes);
    }

    /** Squared multiple correlations; the largest absolute correlations where R is singular. */
    private static double[] start(CorrelationMatrix correlation, List<String> notes) {
        int p = correlation.names().size();
        double[] start = new double[p];
        if (correlation.isSingular()) {
            notes.add(
                    "The correlation matrix is singular: principal axes start from the largest correlation of each column. Maybe leave out a column that others imply.");
            for (int i = 0; i < p; i++) {
                for (int j = 0; j < p; j++) {
                    double value = i == j ? 0 : Math.abs(correlation.values()[i][j]);
                    start[i] = Math.min(MOST, Math.max(start[i], value));
                }
            }
        } else {
            double[][] inverse = correlation.inverse().values();
            for (int i = 0; i < p; i++) {
                start[i] = Math.min(MOST, 1 - 1 / inverse[i][i]);
            }
        }
        return start;
    }

    private static Matrix loadings(
            CorrelationMatrix correlation, double[] communalities, int factors) {
        int p = communalities.length;
        double[][] reduced = new Matrix(correlation.values()).copy().values();
        for (int i = 0; i < p; i++) {
            reduced[i][i] = communalities[i];
        }
        SymmetricEigen eigen = SymmetricEigen.of(reduced);
        double[][] loadings = new double[p][factors];
        for (int m = 0; m < factors; m++) {
            double length = Math.sqrt(Math.max(0, eigen.values()[m]));
            for (int i = 0; i < p; i++) {
                loadings[i][m] = length * eigen.vectors()[m][i];
            }
        }
        return new Matrix(loadings);
    }

    private static double[] communalities(Matrix loadings, double[] before) {
        double[] communalities = new double[before.length];
        for (int i = 0; i < communalities.length; i++) {
            for (double loading : loadings.values()[i]) {
                communalities[i] += loading * loading;
            }
            boolean held = Math.max(before[i], communalities[i]) >= MOST;
            communalities[i] = held ? MOST : communalities[i];
        }
        return communalities;
    }
}
