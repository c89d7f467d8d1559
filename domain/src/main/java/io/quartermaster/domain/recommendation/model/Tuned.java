package io.quartermaster.domain.recommendation.model;

/**
 * A model with the settings that did best in a trial.
 *
 * @param name of its family
 * @param model what learns again, from more
 * @param scorer what it learnt in the trial
 * @param ndcg what that reached, alone
 */
record Tuned(String name, RecommendationModel model, ItemScorer scorer, double ndcg) {

    static Tuned of(String name, RecommendationModel model, ItemScorer scorer, Trial trial) {
        return new Tuned(name, model, scorer, trial.ndcg(scorer));
    }

    /** The better of two, the first if they are equal; none is worse than any. */
    static Tuned better(Tuned one, Tuned other) {
        boolean isBetter = one == null || (other != null && other.ndcg > one.ndcg);
        return isBetter ? other : one;
    }
}
