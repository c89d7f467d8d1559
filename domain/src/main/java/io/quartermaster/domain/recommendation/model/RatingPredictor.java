package io.quartermaster.domain.recommendation.model;

import io.quartermaster.domain.recommendation.ItemWeighting;

/**
 * Predicts ratings: b(u,i) + sum over neighbours v of w(v) (r - b) / sum of |w(v)|, v the k items
 * most like i that the user rated, or the k users most like u who rated i. The weights are shrunk
 * cosines of what ratings differ from the {@link RatingBaseline}, so every rating is centred on
 * what was to be expected of its user and item. Sources: Resnick et al. 1994 (users), Sarwar et al.
 * 2001 (items), Koren 2010 (centring on the baseline).
 */
public final class RatingPredictor {

    private static final double SHRINKAGE = 50;
    private static final int KEPT = 400;
    private static final int NEIGHBOURS = 40;

    private final RatingBaseline baseline;
    private final SparseRows rows;
    private final SparseTable neighbours;
    private final boolean byItems;
    private final double least;
    private final double most;

    private RatingPredictor(
            RatingBaseline baseline,
            SparseRows rows,
            SparseTable neighbours,
            boolean byItems,
            double[] range) {
        this.baseline = baseline;
        this.rows = rows;
        this.neighbours = neighbours;
        this.byItems = byItems;
        this.least = range[0];
        this.most = range[1];
    }

    /** Learns from histories whose strengths are ratings. */
    public static RatingPredictor byItems(Histories histories) {
        return of(histories, true);
    }

    /** Learns from histories whose strengths are ratings. */
    public static RatingPredictor byUsers(Histories histories) {
        return of(histories, false);
    }

    /** Without neighbours. */
    public static RatingPredictor baseline(Histories histories) {
        SparseRows byUser = SparseRows.byUser(histories);
        return new RatingPredictor(new RatingBaseline(byUser), byUser, null, false, range(byUser));
    }

    private static RatingPredictor of(Histories histories, boolean byItems) {
        SparseRows byUser = SparseRows.byUser(histories);
        RatingBaseline baseline = new RatingBaseline(byUser);
        SparseRows residuals = baseline.residuals(byUser);
        SparseRows compared = byItems ? residuals.transposed() : residuals;
        SparseTable neighbours =
                new NeighbourFinder(compared, ItemWeighting.COSINE, SHRINKAGE, KEPT).table();
        return new RatingPredictor(
                baseline,
                byItems ? residuals : residuals.transposed(),
                neighbours,
                byItems,
                range(byUser));
    }

    /** The rating that a user is expected to give an item, within the range of all ratings. */
    public double predict(int user, int item) {
        double rating = baseline.of(user, item);
        if (neighbours != null) {
            rating += byItems ? deviation(item, user) : deviation(user, item);
        }
        return Math.max(least, Math.min(most, rating));
    }

    /** Mean deviation by the neighbours of a row that stand in another's ratings. */
    private double deviation(int row, int other) {
        double sum = 0;
        double weights = 0;
        int found = 0;
        int[] near = neighbours.columns()[row];
        int[] rated = rows.columns()[other];
        java.util.Map<Integer, Float> deviations = new java.util.HashMap<>();
        for (int i = 0; i < rated.length; i++) {
            deviations.put(rated[i], rows.values()[other][i]);
        }
        for (int n = 0; n < near.length && found < NEIGHBOURS; n++) {
            Float deviation = deviations.get(near[n]);
            if (deviation != null) {
                sum += neighbours.values()[row][n] * deviation;
                weights += neighbours.values()[row][n];
                found++;
            }
        }
        return weights > 0 ? sum / weights : 0;
    }

    private static double[] range(SparseRows rows) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (float[] values : rows.values()) {
            for (float value : values) {
                least = Math.min(least, value);
                most = Math.max(most, value);
            }
        }
        return new double[] {least, most};
    }
}
