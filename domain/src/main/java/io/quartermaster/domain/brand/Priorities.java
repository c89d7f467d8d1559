package io.quartermaster.domain.brand;

/**
 * What a matrix of judgements says.
 *
 * @param weights sum 1, in the order of the names
 * @param lambdaMax principal eigenvalue, n if consistent
 * @param consistencyRatio (lambdaMax - n) / (n - 1) over Saaty's random index; 0 for n below 3
 * @param worst the judgement that departs most from w_i / w_j, null for n below 3
 */
public record Priorities(
        double[] weights, double lambdaMax, double consistencyRatio, WorstPair worst) {

    /** Above this, Saaty asks for the judgements to be made again. */
    public static final double LIMIT = 0.10;

    public boolean consistent() {
        return consistencyRatio <= LIMIT;
    }

    /**
     * (lambdaMax - n) over its mean for random matrices, 1.7699 n - 4.3513 (Alonso and Lamata
     * 2006); 0 for n below 3.
     */
    public double alonsoLamataRatio() {
        int n = weights.length;
        return n < 3 ? 0 : Math.max(0, (lambdaMax - n) / (1.7699 * n - 4.3513));
    }

    /**
     * The judgement that fits the others least.
     *
     * @param first what is compared
     * @param second with what
     * @param judged how many times the first is worth the second, as judged
     * @param implied the same as the weights say, w_i / w_j
     */
    public record WorstPair(String first, String second, double judged, double implied) {}
}
