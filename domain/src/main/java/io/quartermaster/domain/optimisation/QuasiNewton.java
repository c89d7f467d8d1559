package io.quartermaster.domain.optimisation;

import java.util.function.ToDoubleFunction;

/**
 * Minimises a smooth function of a few variables with gradients by central differences: the method
 * of Broyden, Fletcher, Goldfarb and Shanno with backtracking (Nocedal and Wright, Numerical
 * Optimization, 2006, 6.1 and 3.1). Points where the function is not finite are backed away from.
 *
 * @param iterations most of them
 * @param tolerance relative gain at which it stops
 */
public record QuasiNewton(int iterations, double tolerance) {

    private static final double DIFFERENCE = 1e-4;
    private static final double SUFFICIENT = 1e-4;
    private static final double LEAST_STEP = 1e-10;

    /** One run over one function. */
    private final class Descent {

        private final ToDoubleFunction<double[]> function;
        private double[] point;
        private double value;
        private double[] gradient;
        private double[][] inverse;

        Descent(ToDoubleFunction<double[]> function, double[] start) {
            this.function = function;
            this.point = start.clone();
            this.value = at(point);
            this.gradient = gradient(point);
            this.inverse = identity(start.length);
        }

        private double at(double[] where) {
            double found = function.applyAsDouble(where);
            return Double.isNaN(found) ? Double.POSITIVE_INFINITY : found;
        }

        Minimum run() {
            for (int i = 0; i < iterations && Double.isFinite(value); i++) {
                double before = value;
                if (!step() || before - value <= tolerance * (Math.abs(value) + tolerance)) {
                    break;
                }
            }
            return new Minimum(point, value);
        }

        /** Whether a better point was found. */
        private boolean step() {
            double[] direction = direction();
            double slope = dot(direction, gradient);
            if (slope >= 0) {
                inverse = identity(point.length);
                direction = direction();
                slope = dot(direction, gradient);
            }
            for (double length = 1; length > LEAST_STEP; length /= 2) {
                double[] next = moved(direction, length);
                double found = at(next);
                if (found <= value + SUFFICIENT * length * slope && found < value) {
                    accept(next, found);
                    return true;
                }
            }
            return false;
        }

        private double[] moved(double[] direction, double length) {
            double[] next = point.clone();
            for (int j = 0; j < next.length; j++) {
                next[j] += length * direction[j];
            }
            return next;
        }

        private double[] direction() {
            double[] direction = new double[point.length];
            for (int i = 0; i < direction.length; i++) {
                direction[i] = -dot(inverse[i], gradient);
            }
            return direction;
        }

        private void accept(double[] next, double found) {
            double[] moved = minus(next, point);
            double[] nextGradient = gradient(next);
            double[] turned = minus(nextGradient, gradient);
            double curvature = dot(moved, turned);
            point = next;
            value = found;
            gradient = nextGradient;
            if (curvature > 1e-12) {
                update(moved, turned, curvature);
            }
        }

        private void update(double[] moved, double[] turned, double curvature) {
            double[] product = new double[moved.length];
            for (int i = 0; i < product.length; i++) {
                product[i] = dot(inverse[i], turned);
            }
            double scale = 1 + dot(turned, product) / curvature;
            for (int i = 0; i < moved.length; i++) {
                for (int j = 0; j < moved.length; j++) {
                    inverse[i][j] +=
                            (scale * moved[i] * moved[j]
                                            - product[i] * moved[j]
                                            - moved[i] * product[j])
                                    / curvature;
                }
            }
        }

        private double[] gradient(double[] where) {
            double[] slopes = new double[where.length];
            double[] near = where.clone();
            for (int i = 0; i < slopes.length; i++) {
                near[i] = where[i] + DIFFERENCE;
                double above = at(near);
                near[i] = where[i] - DIFFERENCE;
                double below = at(near);
                near[i] = where[i];
                double slope = (above - below) / (2 * DIFFERENCE);
                slopes[i] = Double.isFinite(slope) ? slope : 0;
            }
            return slopes;
        }
    }

    /** Minimises from a start where the function is finite. */
    public Minimum minimise(ToDoubleFunction<double[]> function, double[] start) {
        return start.length == 0
                ? new Minimum(start, function.applyAsDouble(start))
                : new Descent(function, start).run();
    }

    private static double[][] identity(int size) {
        double[][] identity = new double[size][size];
        for (int i = 0; i < size; i++) {
            identity[i][i] = 1;
        }
        return identity;
    }

    private static double[] minus(double[] one, double[] other) {
        double[] difference = new double[one.length];
        for (int i = 0; i < one.length; i++) {
            difference[i] = one[i] - other[i];
        }
        return difference;
    }

    private static double dot(double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }
}
