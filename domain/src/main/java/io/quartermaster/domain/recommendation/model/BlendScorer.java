package io.quartermaster.domain.recommendation.model;

import java.util.List;

/**
 * The sum of the scores of several models, each times its factor.
 *
 * @param members what is blended
 * @param factors of each
 */
record BlendScorer(List<ItemScorer> members, double[] factors) implements ItemScorer {

    @Override
    public HistoryScores of(UserHistory history) {
        return new Scores(members.stream().map(one -> one.of(history)).toList(), factors);
    }

    private record Scores(List<HistoryScores> members, double[] factors) implements HistoryScores {

        @Override
        public void add(double factor, double[] scores) {
            for (int m = 0; m < factors.length; m++) {
                members.get(m).add(factor * factors[m], scores);
            }
        }

        @Override
        public void explain(int item, double factor, ScoreParts parts) {
            for (int m = 0; m < factors.length; m++) {
                members.get(m).explain(item, factor * factors[m], parts);
            }
        }
    }
}
