package io.quartermaster.domain.forecast;

/**
 * Recursive least squares with forgetting: what a weighted least-squares fit over all steps would
 * give, kept up step by step.
 *
 * <pre>
 * k = P x / (f + x' P x),  w = w + k (y - w' x),  P = (P - k x' P) / f
 * </pre>
 *
 * With P = I / r at the start it minimises sum f^(n-i) (y_i - w' x_i)^2 + f^n r |w - w_0|^2
 * (Haykin, Adaptive Filter Theory, chapter 10).
 *
 * @param weights w
 * @param covariance P, row by row
 */
public record LeastSquaresFit(double[] weights, double[] covariance) {

    /** P grows without bound along what the inputs never show; it stops here. */
    private static final double LARGEST_COVARIANCE = 1e4;

    /** A fit that has seen nothing: {@code weights} are the prior, {@code ridge} is r, above 0. */
    public static LeastSquaresFit start(double[] weights, double ridge) {
        double[] covariance = new double[weights.length * weights.length];
        for (int i = 0; i < weights.length; i++) {
            covariance[i * weights.length + i] = 1 / ridge;
        }
        return new LeastSquaresFit(weights.clone(), covariance);
    }

    public double predict(double[] x) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += weights[i] * x[i];
        }
        return sum;
    }

    /**
     * Takes in one observation.
     *
     * @param forgetting f, above 0 to 1: how much a step weighs one step later
     */
    public LeastSquaresFit update(double[] x, double y, double forgetting) {
        int size = x.length;
        double[] px = new double[size];
        for (int row = 0; row < size; row++) {
            double sum = 0;
            for (int column = 0; column < size; column++) {
                sum += covariance[row * size + column] * x[column];
            }
            px[row] = sum;
        }
        double gain = forgetting;
        for (int i = 0; i < size; i++) {
            gain += x[i] * px[i];
        }
        double error = y - predict(x);
        double[] nextWeights = new double[size];
        for (int i = 0; i < size; i++) {
            nextWeights[i] = weights[i] + px[i] / gain * error;
        }
        return new LeastSquaresFit(nextWeights, shrunk(px, gain, forgetting));
    }

    /** Symmetric, so half of it is computed. */
    private double[] shrunk(double[] px, double gain, double forgetting) {
        int size = px.length;
        double largest = 0;
        for (int i = 0; i < size; i++) {
            largest = Math.max(largest, covariance[i * size + i] - px[i] * px[i] / gain);
        }
        double growth = largest / forgetting < LARGEST_COVARIANCE ? 1 / forgetting : 1;
        double[] next = new double[covariance.length];
        for (int row = 0; row < size; row++) {
            double factor = px[row] / gain;
            for (int column = row; column < size; column++) {
                double value = (covariance[row * size + column] - factor * px[column]) * growth;
                next[row * size + column] = value;
                next[column * size + row] = value;
            }
        }
        return next;
    }
}
