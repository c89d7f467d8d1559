package io.quartermaster.domain.recommendation.model;

/** As {@link TableScorer}, with a table that has few zeros: weights of row j and column i. */
record DenseScorer(float[][] weights, Recency recency) implements ItemScorer {

    @Override
    public HistoryScores of(UserHistory all) {
        UserHistory history = all.distinct().latest(TableScorer.LONGEST);
        return new Scores(weights, history.items(), recency.weights(history));
    }

    private record Scores(float[][] table, int[] items, double[] own) implements HistoryScores {

        @Override
        public void add(double factor, double[] scores) {
            for (int p = 0; p < own.length; p++) {
                float[] row = table[items[p]];
                double amount = factor * own[p];
                for (int item = 0; item < row.length; item++) {
                    scores[item] += amount * row[item];
                }
            }
        }

        @Override
        public void explain(int item, double factor, ScoreParts parts) {
            for (int p = 0; p < own.length; p++) {
                parts.ownItem(items[p], factor * own[p] * table[items[p]][item]);
            }
        }
    }
}
