package io.quartermaster.domain.recommendation.model;

/**
 * What each event of a history counts in a score: value / (1 + steps back)^fall. An item that
 * stands more than once counts as it stands last.
 *
 * @param fall 0: all alike
 * @param valued whether the strength of an event counts; otherwise each counts 1
 */
record Recency(double fall, boolean valued) {

    /** Weights of a history's events, as its items. */
    double[] weights(UserHistory history) {
        double[] weights = new double[history.size()];
        int[] steps = history.steps();
        int last = weights.length == 0 ? 0 : steps[weights.length - 1];
        for (int i = 0; i < weights.length; i++) {
            double age = fall == 0 ? 1 : Math.pow(1.0 + last - steps[i], -fall);
            weights[i] = age * (valued ? history.values()[i] : 1);
        }
        return weights;
    }
}
