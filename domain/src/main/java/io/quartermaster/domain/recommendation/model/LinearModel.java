package io.quartermaster.domain.recommendation.model;

/**
 * A linear item model in closed form: whole where memory allows ({@link ClosedForm}), else item by
 * item over its nearest ({@link LocalRidge}).
 *
 * @param sequential whether it learns what comes next, rather than what stands together
 * @param regularisation l, in users
 * @param fall how quickly a history's events fade in a score
 * @param most items up to which it is solved whole
 */
record LinearModel(boolean sequential, double regularisation, double fall, int most)
        implements RecommendationModel {

    private static final double DISTANCE_FALL = 0.5;
    private static final int CANDIDATES = 100;
    private static final int KEPT = 5000;
    private static final int TARGETS = 500;

    /** The sums that weights are solved from. */
    record Sums(PairSums gram, SparseTable targets) {}

    @Override
    public ItemScorer fit(Histories histories) {
        return scorer(sums(histories));
    }

    Sums sums(Histories histories) {
        int items = histories.items();
        int kept = isWhole(items) ? Integer.MAX_VALUE : SparseTable.cells(items, KEPT);
        if (!sequential) {
            PairSums together = PairSums.of(histories, PairShape.together(0), kept);
            return new Sums(together, together.table());
        }
        return new Sums(
                PairSums.of(histories, PairShape.overlap(DISTANCE_FALL), kept),
                PairSums.of(
                                histories,
                                PairShape.following(DISTANCE_FALL),
                                SparseTable.cells(items, TARGETS))
                        .table());
    }

    ItemScorer scorer(Sums sums) {
        Recency recency = new Recency(fall, false);
        if (!isWhole(sums.targets().size())) {
            SparseTable weights =
                    LocalRidge.fit(sums.gram(), sums.targets(), regularisation, CANDIDATES);
            return new TableScorer(weights, recency);
        }
        return new DenseScorer(
                sequential
                        ? ClosedForm.sequential(sums.gram(), sums.targets(), regularisation)
                        : ClosedForm.symmetric(sums.gram(), regularisation),
                recency);
    }

    /** The same weights over a history that fades otherwise. */
    ItemScorer scorer(ItemScorer other) {
        Recency recency = new Recency(fall, false);
        return other instanceof DenseScorer
                ? new DenseScorer(((DenseScorer) other).weights(), recency)
                : new TableScorer(((TableScorer) other).weights(), recency);
    }

    LinearModel withFall(double changed) {
        return new LinearModel(sequential, regularisation, changed, most);
    }

    boolean isWhole(int items) {
        return items <= most;
    }
}
