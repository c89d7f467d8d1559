package io.quartermaster.domain.text;

/** Probabilities of scores. */
final class Softmax {

    private Softmax() {}

    /**
     * {@code p_i = exp(s_i / T) / sum exp(s_j / T)}.
     *
     * @param temperature T, above 0; the higher, the less sure
     */
    static double[] of(float[] scores, double temperature) {
        double highest = Double.NEGATIVE_INFINITY;
        for (float score : scores) {
            highest = Math.max(highest, score);
        }
        double[] shares = new double[scores.length];
        double sum = 0;
        for (int i = 0; i < scores.length; i++) {
            shares[i] = StrictMath.exp((scores[i] - highest) / temperature);
            sum += shares[i];
        }
        for (int i = 0; i < scores.length; i++) {
            shares[i] /= sum;
        }
        return shares;
    }
}
