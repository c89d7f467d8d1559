package io.quartermaster.domain.recommendation.model;

/**
 * Scores that are the same whoever asks.
 *
 * @param shares of each item
 */
record Popularity(double[] shares) implements ItemScorer, HistoryScores {

    @Override
    public HistoryScores of(UserHistory history) {
        return this;
    }

    @Override
    public void add(double factor, double[] scores) {
        for (int item = 0; item < scores.length; item++) {
            scores[item] += factor * shares[item];
        }
    }

    @Override
    public void explain(int item, double factor, ScoreParts parts) {
        parts.popularity(factor * shares[item]);
    }
}
