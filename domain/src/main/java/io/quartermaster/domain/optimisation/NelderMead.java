package io.quartermaster.domain.optimisation;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/**
 * Minimises a function of a few variables without derivatives (Nelder and Mead, A simplex method
 * for function minimization, Computer Journal 7, 1965). Points where the function is not finite are
 * refused, so bounds are told by infinity. The same start gives the same answer.
 *
 * @param evaluations most evaluations of the function
 * @param tolerance relative spread of the simplex' values at which it stops
 */
public record NelderMead(int evaluations, double tolerance) {

    private static final double REFLECTION = 1;
    private static final double EXPANSION = 2;
    private static final double CONTRACTION = 0.5;
    private static final double SHRINKAGE = 0.5;

    /** One run over one function. */
    private final class Simplex {

        private final ToDoubleFunction<double[]> function;
        private final double[][] points;
        private final double[] values;
        private int used;

        Simplex(ToDoubleFunction<double[]> function, double[] start, double[] steps) {
            this.function = function;
            this.points = new double[start.length + 1][];
            this.values = new double[start.length + 1];
            for (int i = 0; i <= start.length; i++) {
                points[i] = start.clone();
                if (i > 0) {
                    points[i][i - 1] += steps[i - 1];
                }
                values[i] = value(points[i]);
            }
        }

        private double value(double[] point) {
            used++;
            double value = function.applyAsDouble(point);
            return Double.isNaN(value) ? Double.POSITIVE_INFINITY : value;
        }

        Minimum run() {
            sort();
            int last = values.length - 1;
            while (used < evaluations && spread() > tolerance) {
                double[] centre = centre();
                double[] reflected = along(centre, points[last], -REFLECTION);
                double value = value(reflected);
                if (value < values[0]) {
                    expand(centre, reflected, value);
                } else if (value < values[last - 1]) {
                    replace(reflected, value);
                } else {
                    contract(centre, reflected, value);
                }
                sort();
            }
            return new Minimum(points[0].clone(), values[0]);
        }

        private void expand(double[] centre, double[] reflected, double value) {
            double[] expanded = along(centre, points[points.length - 1], -EXPANSION);
            double further = value(expanded);
            if (further < value) {
                replace(expanded, further);
            } else {
                replace(reflected, value);
            }
        }

        private void contract(double[] centre, double[] reflected, double value) {
            int last = points.length - 1;
            boolean outside = value < values[last];
            double[] towards = outside ? reflected : points[last];
            double[] contracted = along(centre, towards, CONTRACTION);
            double nearer = value(contracted);
            if (nearer < Math.min(value, values[last])) {
                replace(contracted, nearer);
            } else {
                shrink();
            }
        }

        private void shrink() {
            for (int i = 1; i < points.length; i++) {
                points[i] = along(points[0], points[i], SHRINKAGE);
                values[i] = value(points[i]);
            }
        }

        private void replace(double[] point, double value) {
            points[points.length - 1] = point;
            values[points.length - 1] = value;
        }

        private double[] centre() {
            double[] centre = new double[points[0].length];
            for (int i = 0; i < points.length - 1; i++) {
                for (int j = 0; j < centre.length; j++) {
                    centre[j] += points[i][j] / (points.length - 1);
                }
            }
            return centre;
        }

        private double spread() {
            double worst = values[values.length - 1];
            return Double.isInfinite(worst)
                    ? worst
                    : (worst - values[0]) / (Math.abs(values[0]) + tolerance);
        }

        /** Insertion sort: all but one are in order already. */
        private void sort() {
            for (int i = 1; i < values.length; i++) {
                double value = values[i];
                double[] point = points[i];
                int at = i;
                while (at > 0 && values[at - 1] > value) {
                    values[at] = values[at - 1];
                    points[at] = points[at - 1];
                    at--;
                }
                values[at] = value;
                points[at] = point;
            }
        }
    }

    /**
     * Minimises.
     *
     * @param start where it begins, one value a variable, one or more
     * @param steps first step of each variable, not 0
     * @throws IllegalArgumentException when they are not as many
     */
    public Minimum minimise(ToDoubleFunction<double[]> function, double[] start, double[] steps) {
        if (start.length == 0 || start.length != steps.length) {
            throw new IllegalArgumentException(
                    "The start %s and its steps %s must have the same length, 1 or more."
                            .formatted(Arrays.toString(start), Arrays.toString(steps)));
        }
        return new Simplex(function, start, steps).run();
    }

    private static double[] along(double[] from, double[] to, double share) {
        double[] point = new double[from.length];
        for (int i = 0; i < point.length; i++) {
            point[i] = from[i] + share * (to[i] - from[i]);
        }
        return point;
    }
}
