package io.quartermaster.domain.brand;

/**
 * What a matrix of judgements says.
 *
 * @param weights principal right eigenvector, sum 1, in the order of the names
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
     * The judgement that fits the others least.
     *
     * @param first what is compared
     * @param second with what
     * @param judged how many times the first is worth the second, as judged
     * @param implied the same as the weights say, w_i / w_j
     */
    public record WorstPair(String first, String second, double judged, double implied) {}
}
