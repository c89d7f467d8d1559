package io.quartermaster.domain.recommendation.model;

/**
 * Scores by a table of pairs: what stands together or follows in histories, weighted s(i,j) /
 * (n(i)^a n(j)^b).
 *
 * @param shape what a pair counts
 * @param own a
 * @param other b
 * @param fall how quickly a history's events fade
 */
record PairModel(PairShape shape, double own, double other, double fall)
        implements RecommendationModel {

    /** Sums kept of each item. */
    private static final int KEPT = 1000;

    private static final int NEIGHBOURS = 500;

    @Override
    public ItemScorer fit(Histories histories) {
        return scorer(sums(histories, shape));
    }

    static PairSums sums(Histories histories, PairShape shape) {
        return PairSums.of(histories, shape, SparseTable.cells(histories.items(), KEPT));
    }

    /** From sums that are there already. */
    ItemScorer scorer(PairSums sums) {
        return new TableScorer(sums.weights(own, other, NEIGHBOURS), new Recency(fall, false));
    }

    PairModel withOther(double exponent) {
        return new PairModel(shape, own, exponent, fall);
    }

    PairModel withOwn(double exponent) {
        return new PairModel(shape, exponent, other, fall);
    }

    PairModel withFall(double changed) {
        return new PairModel(shape, own, other, changed);
    }
}
