package io.quartermaster.domain.forecast.hierarchy;

import io.quartermaster.domain.optimisation.Cholesky;

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
 * as fit into memory. Where rounding leaves it not positive definite (errors that are all but the
 * same), correlations are left out.
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
        double[][] gaps = gapCovariance(hierarchy, covariance);
        if (Cholesky.factor(gaps)) {
            this.covariance = covariance;
            this.factor = gaps;
        } else {
            this.covariance = ErrorCovariance.uncorrelated(covariance.variances());
            this.factor = gapCovariance(hierarchy, this.covariance);
            Cholesky.factor(factor);
        }
    }

    /** Forecasts of all nodes for one step, so that each total is the sum of its series. */
    public double[] reconcile(double[] base) {
        double[] gaps = hierarchy.gaps(base);
        Cholesky.substitute(factor, gaps);
        double[] correction = covariance.times(hierarchy.spread(gaps));
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
    private static double[][] gapCovariance(Hierarchy hierarchy, ErrorCovariance covariance) {
        int totals = hierarchy.totals();
        double[][] matrix = new double[totals][];
        for (int total = 0; total < totals; total++) {
            double[] unit = new double[totals];
            unit[total] = 1;
            matrix[total] = hierarchy.gaps(covariance.times(hierarchy.spread(unit)));
        }
        return matrix;
    }
}
