package io.quartermaster.domain.recommendation.model;

import java.util.Arrays;

/**
 * What a rating is before anything is known of user and item together: b(u,i) = m + b(u) + b(i), m
 * the mean of all ratings; b(i) the mean of r - m over the item's ratings and b(u) the mean of r -
 * m - b(i) over the user's, each shrunk to 0 by some ratings that say nothing, twice in turn.
 * Source: Koren 2010.
 */
final class RatingBaseline {

    private static final double ITEM_SHRINKAGE = 5;
    private static final double USER_SHRINKAGE = 5;
    private static final int ROUNDS = 5;

    private final double mean;
    private final double[] ofUser;
    private final double[] ofItem;

    RatingBaseline(SparseRows byUser) {
        double sum = 0;
        long count = 0;
        for (float[] values : byUser.values()) {
            for (float value : values) {
                sum += value;
            }
            count += values.length;
        }
        mean = count == 0 ? 0 : sum / count;
        ofUser = new double[byUser.columns().length];
        ofItem = new double[byUser.width()];
        SparseRows byItem = byUser.transposed();
        for (int round = 0; round < ROUNDS; round++) {
            fit(byItem, ofItem, ofUser, ITEM_SHRINKAGE);
            fit(byUser, ofUser, ofItem, USER_SHRINKAGE);
        }
    }

    private void fit(SparseRows rows, double[] own, double[] others, double shrinkage) {
        Arrays.setAll(
                own,
                row -> {
                    double sum = 0;
                    int[] columns = rows.columns()[row];
                    for (int i = 0; i < columns.length; i++) {
                        sum += rows.values()[row][i] - mean - others[columns[i]];
                    }
                    return sum / (columns.length + shrinkage);
                });
    }

    /** b(u,i). */
    double of(int user, int item) {
        return mean + ofUser[user] + ofItem[item];
    }

    /** r(u,i) - b(u,i) of every rating. */
    SparseRows residuals(SparseRows byUser) {
        float[][] values = new float[byUser.columns().length][];
        for (int user = 0; user < values.length; user++) {
            int[] columns = byUser.columns()[user];
            values[user] = new float[columns.length];
            for (int i = 0; i < columns.length; i++) {
                values[user][i] = (float) (byUser.values()[user][i] - of(user, columns[i]));
            }
        }
        return new SparseRows(byUser.columns(), values, byUser.width());
    }
}
