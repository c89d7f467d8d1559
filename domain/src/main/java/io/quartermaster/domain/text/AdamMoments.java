package io.quartermaster.domain.text;

/** What Adam (Kingma and Ba 2015) remembers of the gradients of some weights. */
final class AdamMoments {

    private static final float MEAN_SHARE = 0.1f;
    private static final float SQUARE_SHARE = 0.001f;
    private static final float TINY = 1e-8f;

    private final float[] means;
    private final float[] squares;

    AdamMoments(int weights) {
        means = new float[weights];
        squares = new float[weights];
    }

    /** The learning rate of a step (from 1) that makes up for moments that began at 0. */
    static float corrected(double rate, long step) {
        double mean = 1 - StrictMath.pow(1 - (double) MEAN_SHARE, (double) step);
        double square = 1 - StrictMath.pow(1 - (double) SQUARE_SHARE, (double) step);
        return (float) (rate * Math.sqrt(square) / mean);
    }

    /** Moves {@code count} weights that begin at {@code at} by gradients from {@code from} on. */
    void step(float[] weights, int at, float[] gradients, int from, int count, float rate) {
        for (int i = 0; i < count; i++) {
            float gradient = gradients[from + i];
            float mean = means[at + i] + MEAN_SHARE * (gradient - means[at + i]);
            float square = squares[at + i] + SQUARE_SHARE * (gradient * gradient - squares[at + i]);
            means[at + i] = mean;
            squares[at + i] = square;
            weights[at + i] -= rate * mean / ((float) Math.sqrt(square) + TINY);
        }
    }
}
