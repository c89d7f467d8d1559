package io.quartermaster.domain.recommendation.model;

/**
 * What a user had before, where people buy again: sum over the events of the item of 1 / (1 + steps
 * back)^fall.
 *
 * @param fall how quickly events fade
 */
record OwnRepeats(double fall) implements RecommendationModel, ItemScorer {

    @Override
    public ItemScorer fit(Histories histories) {
        return this;
    }

    @Override
    public HistoryScores of(UserHistory history) {
        return new Scores(history.items(), new Recency(fall, false).weights(history));
    }

    private record Scores(int[] items, double[] weights) implements HistoryScores {

        @Override
        public void add(double factor, double[] scores) {
            for (int i = 0; i < weights.length; i++) {
                scores[items[i]] += factor * weights[i];
            }
        }

        @Override
        public void explain(int item, double factor, ScoreParts parts) {
            for (int i = 0; i < weights.length; i++) {
                if (items[i] == item) {
                    parts.ownItem(item, factor * weights[i]);
                }
            }
        }
    }
}
