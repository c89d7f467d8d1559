package io.quartermaster.domain.forecast.hierarchy;

/**
 * Base forecasts of totals and series, made to add up with the least trace of the errors'
 * covariance (MinT; Wickramasuriya, Athanasopoulos and Hyndman 2019), in the form that needs no
 * matrix over all nodes:
 *
 * <pre>
 * ỹ = ŷ - W C' (C W C')⁻¹ C ŷ,  C = [I, -A]
 * </pre>
 *
 * where C ŷ is by how much the totals differ from the sums of their series. C W C' has a row for
 * each total: {@value #MOST_TOTALS} of them at most (32 MB, a second and a half), of series as many
 * as fit into memory.
 */
public final class MinTrace {

    /** Totals that may be reconciled; others can be added up afterwards. */
    public static final int MOST_TOTALS = 2000;

    private final Hierarchy hierarchy;
    private final ErrorCovariance covariance;
    private final double[][] factor;

    /**
     * Prepares a covariance.
     *
     * @throws IllegalArgumentException when there are too many totals, or another number of nodes
     */
    public MinTrace(Hierarchy hierarchy, ErrorCovariance covariance) {
        if (hierarchy.totals() > MOST_TOTALS) {
            throw new IllegalArgumentException(
                    "The totals (%d) must be at most %d.\nMaybe reconcile the upper levels, and add the lower ones up."
                            .formatted(hierarchy.totals(), MOST_TOTALS));
        }
        if (covariance.variances().length != hierarchy.nodes()) {
            throw new IllegalArgumentException(
                    "The variances (%d) must be as many as the nodes (%d)."
                            .formatted(covariance.variances().length, hierarchy.nodes()));
        }
        this.hierarchy = hierarchy;
        this.covariance = covariance;
        this.factor = cholesky(gapCovariance());
    }

    /** Forecasts of all nodes for one step, so that each total is the sum of its series. */
    public double[] reconcile(double[] base) {
        double[] correction =
                covariance.times(hierarchy.spread(solve(factor, hierarchy.gaps(base))));
        double[] coherent = new double[base.length];
        for (int node = hierarchy.totals(); node < base.length; node++) {
            coherent[node] = base[node] - correction[node];
        }
        double[] series = new double[hierarchy.series()];
        System.arraycopy(coherent, hierarchy.totals(), series, 0, series.length);
        System.arraycopy(hierarchy.sums(series), 0, coherent, 0, hierarchy.totals());
        return coherent;
    }

    /** C W C'. */
    private double[][] gapCovariance() {
        int totals = hierarchy.totals();
        double[][] matrix = new double[totals][];
        for (int total = 0; total < totals; total++) {
            double[] unit = new double[totals];
            unit[total] = 1;
            matrix[total] = hierarchy.gaps(covariance.times(hierarchy.spread(unit)));
        }
        return matrix;
    }

    /** Lower triangle L with L L' = the matrix. */
    private static double[][] cholesky(double[][] matrix) {
        int size = matrix.length;
        double[][] lower = new double[size][];
        for (int row = 0; row < size; row++) {
            lower[row] = new double[row + 1];
            for (int column = 0; column <= row; column++) {
                double sum = matrix[row][column];
                for (int i = 0; i < column; i++) {
                    sum -= lower[row][i] * lower[column][i];
                }
                lower[row][column] = row == column ? Math.sqrt(sum) : sum / lower[column][column];
            }
        }
        return lower;
    }

    private static double[] solve(double[][] lower, double[] right) {
        double[] solution = right.clone();
        for (int row = 0; row < solution.length; row++) {
            for (int i = 0; i < row; i++) {
                solution[row] -= lower[row][i] * solution[i];
            }
            solution[row] /= lower[row][row];
        }
        for (int row = solution.length - 1; row >= 0; row--) {
            for (int i = row + 1; i < solution.length; i++) {
                solution[row] -= lower[i][row] * solution[i];
            }
            solution[row] /= lower[row][row];
        }
        return solution;
    }
}
