package io.quartermaster.domain.replenishment.selection;

/**
 * Steps by running means of a gradient and of its square, without bias for the first ones (Kingma
 * and Ba 2015), that shrink with the root of their number.
 */
final class Adam {

    private static final double MEAN_SHARE = 0.3;
    private static final double SQUARE_SHARE = 0.05;
    private static final double LEAST = 1e-4;

    private final double[] mean;
    private final double[] square;
    private int steps;

    Adam(int size) {
        this.mean = new double[size];
        this.square = new double[size];
    }

    /** The next step: 1 for an entry whose gradient has always been the same, in the first. */
    double[] step(double[] gradient) {
        steps++;
        double length = 1 / Math.sqrt(steps);
        double ofMean = 1 - Math.pow(1 - MEAN_SHARE, steps);
        double ofSquare = 1 - Math.pow(1 - SQUARE_SHARE, steps);
        double[] step = new double[mean.length];
        for (int i = 0; i < step.length; i++) {
            mean[i] += MEAN_SHARE * (gradient[i] - mean[i]);
            square[i] += SQUARE_SHARE * (gradient[i] * gradient[i] - square[i]);
            step[i] = length * (mean[i] / ofMean) / Math.sqrt(square[i] / ofSquare + LEAST);
        }
        return step;
    }
}
