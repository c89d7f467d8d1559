package io.quartermaster.domain.recommendation.model;

/** Scores by factors, the user's folded in from what the user has. */
record FactorScorer(ImplicitFactors factors) implements ItemScorer {

    @Override
    public HistoryScores of(UserHistory history) {
        return new Scores(factors, history.distinct().items());
    }

    private record Scores(ImplicitFactors factors, int[] own) implements HistoryScores {

        @Override
        public void add(double factor, double[] scores) {
            double[] user = factors.foldIn(own);
            for (int item = 0; item < scores.length; item++) {
                scores[item] += factor * ImplicitFactors.dot(user, factors.itemFactors()[item]);
            }
        }

        @Override
        public void explain(int item, double factor, ScoreParts parts) {
            double[] amounts = factors.parts(own, item);
            for (int j = 0; j < own.length; j++) {
                parts.ownItem(own[j], factor * amounts[j]);
            }
        }
    }
}
