package io.quartermaster.domain.recommendation.model;

import io.quartermaster.domain.recommendation.model.NeighbourFinder.Nearest;

/** r(u,i) = sum over the users v nearest to u of w(u,v) r(v,i); found when a history is scored. */
record UserNeighbours(SparseRows byUser, NeighbourFinder finder) implements ItemScorer {

    @Override
    public HistoryScores of(UserHistory history) {
        UserHistory own = history.distinct().latest(TableScorer.LONGEST);
        return new Scores(byUser, finder.of(own.items(), own.values(), own.user()));
    }

    private record Scores(SparseRows byUser, Nearest nearest) implements HistoryScores {

        @Override
        public void add(double factor, double[] scores) {
            for (int n = 0; n < nearest.ids().length; n++) {
                int[] items = byUser.columns()[nearest.ids()[n]];
                float[] values = byUser.values()[nearest.ids()[n]];
                double amount = factor * nearest.weights()[n];
                for (int i = 0; i < items.length; i++) {
                    scores[items[i]] += amount * values[i];
                }
            }
        }

        @Override
        public void explain(int item, double factor, ScoreParts parts) {
            for (int n = 0; n < nearest.ids().length; n++) {
                int user = nearest.ids()[n];
                int[] items = byUser.columns()[user];
                for (int i = 0; i < items.length; i++) {
                    if (items[i] == item) {
                        float value = byUser.values()[user][i];
                        parts.user(user, factor * nearest.weights()[n] * value);
                    }
                }
            }
        }
    }
}
