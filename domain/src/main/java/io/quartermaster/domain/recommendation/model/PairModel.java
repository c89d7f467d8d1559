package io.quartermaster.domain.recommendation.model;

/**
 * Scores by a table of pairs: what stands together or follows in histories, weighted s(i,j) /
 * (n(i)^a n(j)^b).
 *
 * @param shape what a pair counts
 * @param own a
 * @param other b
 * @param neighbours how many items each item speaks for
 * @param fall how quickly a history's events fade
 */
record PairModel(PairShape shape, double own, double other, int neighbours, double fall)
        implements RecommendationModel {

    /** Sums kept of each item. */
    static final int KEPT = 1000;

    @Override
    public ItemScorer fit(Histories histories) {
        return scorer(PairSums.of(histories, shape, KEPT));
    }

    /** From sums that are there already. */
    ItemScorer scorer(PairSums sums) {
        return new TableScorer(sums.weights(own, other, 1, neighbours), new Recency(fall, false));
    }

    PairModel withOther(double exponent) {
        return new PairModel(shape, own, exponent, neighbours, fall);
    }

    PairModel withOwn(double exponent) {
        return new PairModel(shape, exponent, other, neighbours, fall);
    }

    PairModel withFall(double changed) {
        return new PairModel(shape, own, other, neighbours, changed);
    }
}
