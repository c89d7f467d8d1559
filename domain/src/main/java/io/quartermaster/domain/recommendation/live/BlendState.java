package io.quartermaster.domain.recommendation.live;

/**
 * What a blend has learnt so far, as plain fields.
 *
 * @param weights bias, then of neighbours, content and popularity
 * @param squares sums of squared gradients, in the same order
 * @param examples how many it has seen
 */
public record BlendState(double[] weights, double[] squares, long examples) {

    /** Before the first example: the prior's weights. */
    static BlendState of(BlendWeights prior) {
        return new BlendState(
                new double[] {0, prior.neighbours(), prior.content(), prior.popularity()},
                new double[4],
                0);
    }
}
