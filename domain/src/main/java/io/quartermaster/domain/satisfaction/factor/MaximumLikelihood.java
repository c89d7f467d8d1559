package io.quartermaster.domain.satisfaction.factor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Maximum likelihood (Joreskog 1967; Lawley and Maxwell 1971, 4). With theta_m and omega_m the
 * eigenvalues and vectors of psi^-1/2 R psi^-1/2, the function of the uniquenesses alone
 *
 * <p>f(psi) = sum over m above k of theta_m - ln theta_m - 1
 *
 * <p>is minimised over x_i = ln psi_i, psi_i at least 0.005: gradient sum (1 - theta_m) omega_im^2,
 * Hessian near the minimum (sum omega_im omega_jm)^2, Newton steps that are halved until f falls.
 * The loadings are sqrt(psi_i (theta_m - 1)) omega_im.
 */
final class MaximumLikelihood {

    private static final int STEPS = 1_000;
    private static final int HALVINGS = 40;
    private static final double FAR = 64;
    private static final double PRECISION = 1e-11;
    private static final double LEAST = Math.log(Extraction.LEAST_UNIQUENESS);

    private final double[][] correlation;
    private final int factors;

    private MaximumLikelihood(double[][] correlation, int factors) {
        this.correlation = correlation;
        this.factors = factors;
    }

    /**
     * @throws IllegalArgumentException when R is singular: its likelihood has no maximum
     */
    static Extraction extract(CorrelationMatrix correlation, int factors) {
        double[][] inverse = correlation.inverse().values();
        int p = inverse.length;
        double[] x = new double[p];
        for (int i = 0; i < p; i++) {
            // Joreskog's start.
            double psi = (1 - 0.5 * factors / p) / inverse[i][i];
            x[i] = Math.max(LEAST, Math.log(psi));
        }
        List<String> notes = new ArrayList<>();
        MaximumLikelihood search = new MaximumLikelihood(correlation.values(), factors);
        x = search.minimum(x, notes);
        double[] uniquenesses = new double[p];
        for (int i = 0; i < p; i++) {
            uniquenesses[i] = Math.exp(x[i]);
        }
        return Extraction.of(correlation, search.loadings(x), uniquenesses, notes);
    }

    /** f at the uniquenesses of an extraction, for the test of fit. */
    static double discrepancy(double[][] correlation, double[] uniquenesses, int factors) {
        double[] x = new double[uniquenesses.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = Math.log(uniquenesses[i]);
        }
        MaximumLikelihood search = new MaximumLikelihood(correlation, factors);
        return search.value(search.eigen(x));
    }

    private double[] minimum(double[] start, List<String> notes) {
        double[] x = start;
        SymmetricEigen eigen = eigen(x);
        for (int step = 0; step < STEPS; step++) {
            double[] gradient = gradient(eigen);
            boolean[] held = held(x, gradient);
            if (largest(gradient, held) < PRECISION) {
                return x;
            }
            Optional<double[]> next = descend(x, value(eigen), newton(eigen, gradient, held));
            if (next.isEmpty()) {
                // A Newton step that is cut off at the bound need not go down; the gradient does.
                next = descend(x, value(eigen), steepest(gradient));
            }
            if (next.isEmpty()) {
                return x; // f cannot fall any more in double precision
            }
            x = next.get();
            eigen = eigen(x);
        }
        notes.add(
                "The likelihood still rose after %d steps. Maybe fewer factors.".formatted(STEPS));
        return x;
    }

    private Optional<double[]> descend(double[] x, double value, double[] direction) {
        double length = 1;
        for (int halving = 0; halving < HALVINGS; halving++, length /= 2) {
            double[] next = new double[x.length];
            for (int i = 0; i < x.length; i++) {
                next[i] = Math.max(LEAST, x[i] + length * direction[i]);
            }
            if (value(eigen(next)) < value) {
                return Optional.of(next);
            }
        }
        return Optional.empty();
    }

    private SymmetricEigen eigen(double[] x) {
        int p = x.length;
        double[][] scaled = new double[p][p];
        for (int i = 0; i < p; i++) {
            for (int j = 0; j < p; j++) {
                scaled[i][j] = correlation[i][j] * Math.exp(-(x[i] + x[j]) / 2);
            }
        }
        return SymmetricEigen.of(scaled);
    }

    private double value(SymmetricEigen eigen) {
        double sum = 0;
        for (int m = factors; m < correlation.length; m++) {
            double theta = eigen.values()[m];
            sum += theta - Math.log(theta) - 1;
        }
        return sum;
    }

    private double[] gradient(SymmetricEigen eigen) {
        double[] gradient = new double[correlation.length];
        for (int m = factors; m < gradient.length; m++) {
            for (int i = 0; i < gradient.length; i++) {
                double omega = eigen.vectors()[m][i];
                gradient[i] += (1 - eigen.values()[m]) * omega * omega;
            }
        }
        return gradient;
    }

    /** What stands at its bound and would go below it. */
    private static boolean[] held(double[] x, double[] gradient) {
        boolean[] held = new boolean[x.length];
        for (int i = 0; i < x.length; i++) {
            held[i] = x[i] <= LEAST && gradient[i] > 0;
        }
        return held;
    }

    private static double largest(double[] gradient, boolean[] held) {
        double largest = 0;
        for (int i = 0; i < gradient.length; i++) {
            largest = held[i] ? largest : Math.max(largest, Math.abs(gradient[i]));
        }
        return largest;
    }

    private double[] newton(SymmetricEigen eigen, double[] gradient, boolean[] held) {
        int p = gradient.length;
        double[][] hessian = new double[p][p];
        double[][] right = new double[p][1];
        for (int i = 0; i < p; i++) {
            for (int j = 0; j < p; j++) {
                double rest = 0;
                for (int m = factors; m < p; m++) {
                    rest += eigen.vectors()[m][i] * eigen.vectors()[m][j];
                }
                hessian[i][j] = held[i] || held[j] ? 0 : rest * rest;
            }
            // Keeps the step finite where a column is almost all common.
            hessian[i][i] = held[i] ? 1 : hessian[i][i] + 1e-8;
            right[i][0] = held[i] ? 0 : -gradient[i];
        }
        double[][] step = new Matrix(hessian).inverse().times(new Matrix(right)).values();
        double[] direction = new double[p];
        for (int i = 0; i < p; i++) {
            direction[i] = Math.max(-2, Math.min(2, step[i][0]));
        }
        return direction;
    }

    private static double[] steepest(double[] gradient) {
        return Arrays.stream(gradient).map(slope -> -FAR * slope).toArray();
    }

    private Matrix loadings(double[] x) {
        SymmetricEigen eigen = eigen(x);
        double[][] loadings = new double[x.length][factors];
        for (int m = 0; m < factors; m++) {
            double length = Math.sqrt(Math.max(0, eigen.values()[m] - 1));
            for (int i = 0; i < x.length; i++) {
                loadings[i][m] = length * Math.exp(x[i] / 2) * eigen.vectors()[m][i];
            }
        }
        return new Matrix(loadings);
    }
}
