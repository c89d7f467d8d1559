package io.quartermaster.domain.recommendation.live;

/**
 * Learns from clicks what the parts of a score count: logistic regression of "was clicked" on what
 * the parts of a shown item were, one example after the other, p = 1 / (1 + exp(-(bias + sum of
 * weight * feature))).
 *
 * <p>Steps are AdaGrad's (Duchi, Hazan and Singer 2011), rate 0.1 / sqrt(sum of squared gradients),
 * so nothing has to be tuned. No weight falls below 0: a part never speaks against an item. The
 * same examples in the same order give the same weights, bit for bit.
 */
public final class BlendLearner {

    private static final double RATE = 0.1;
    private static final double LEAST_NEIGHBOURS = 0.05;

    private final double[] weights;
    private final double[] squares;
    private long examples;

    /** Starts from a prior. */
    public BlendLearner(BlendWeights prior) {
        this(BlendState.of(prior));
    }

    /** Goes on from a state. */
    public BlendLearner(BlendState state) {
        weights = state.weights().clone();
        squares = state.squares().clone();
        examples = state.examples();
    }

    /** One example more. */
    public void learn(BlendFeatures shown, boolean clicked) {
        double[] values = {1, shown.neighbours(), shown.content(), shown.popularity()};
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += weights[i] * values[i];
        }
        double error = 1 / (1 + StrictMath.exp(-sum)) - (clicked ? 1 : 0);
        for (int i = 0; i < values.length; i++) {
            double gradient = error * values[i];
            squares[i] += gradient * gradient;
            if (gradient != 0) {
                weights[i] -= RATE * gradient / Math.sqrt(squares[i]);
            }
            weights[i] = i == 0 ? weights[i] : Math.max(0, weights[i]);
        }
        examples++;
    }

    /** What parts count, with neighbours at 1, so that scores keep their scale. */
    public BlendWeights weights() {
        double scale = Math.max(LEAST_NEIGHBOURS, weights[1]);
        return new BlendWeights(1, weights[2] / scale, weights[3] / scale);
    }

    public BlendState state() {
        return new BlendState(weights.clone(), squares.clone(), examples);
    }
}
