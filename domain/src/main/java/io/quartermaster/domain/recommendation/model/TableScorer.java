package io.quartermaster.domain.recommendation.model;

/** r(u,i) = sum over the user's items j of c(u,j) w(j,i), with w a table. */
record TableScorer(SparseTable weights, Recency recency) implements ItemScorer {

    /** Of a longer history the latest items count. */
    static final int LONGEST = 2000;

    @Override
    public HistoryScores of(UserHistory all) {
        UserHistory history = all.distinct().latest(LONGEST);
        return new Scores(weights, history.items(), recency.weights(history));
    }

    private record Scores(SparseTable table, int[] items, double[] own) implements HistoryScores {

        @Override
        public void add(double factor, double[] scores) {
            for (int p = 0; p < own.length; p++) {
                int[] columns = table.columns()[items[p]];
                float[] values = table.values()[items[p]];
                double amount = factor * own[p];
                for (int i = 0; i < columns.length; i++) {
                    scores[columns[i]] += amount * values[i];
                }
            }
        }

        @Override
        public void explain(int item, double factor, ScoreParts parts) {
            for (int p = 0; p < own.length; p++) {
                parts.ownItem(items[p], factor * own[p] * table.at(items[p], item));
            }
        }
    }
}
