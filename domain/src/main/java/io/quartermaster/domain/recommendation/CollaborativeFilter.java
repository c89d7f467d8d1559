package io.quartermaster.domain.recommendation;

import io.quartermaster.domain.recommendation.InteractionMatrix.SparseRow;
import io.quartermaster.domain.similarity.SparseVector;
import java.util.List;

/**
 * Collaborative filtering, r(u,i) = sum over v of w(u,v) r(v,i), in one of its two readings. The
 * weights w are cosines that a similarity kernel finds; only the nearest neighbours with a weight
 * above 0 count.
 */
public sealed interface CollaborativeFilter permits UserBasedFilter, ItemBasedFilter {

    /** As {@link Recommendation#method} spells it. */
    RecommendationMethod method();

    /** How many vectors there are to compare. */
    int rows();

    /** One vector. */
    SparseVector vector(int row);

    /** Numbers of the vectors whose neighbours are needed for a customer, ascending. */
    int[] rowsToAsk(int customer);

    /** r(u,i) of every item for a customer, 0 where nothing speaks for it. */
    double[] scores(int customer, NeighbourTable neighbours);

    /** What carries an item's score, the largest first, ties by name. They sum to it. */
    List<Carrier> carriers(int customer, int item, NeighbourTable neighbours);

    /** The filter of a method. */
    static CollaborativeFilter of(RecommendationMethod method, InteractionMatrix matrix) {
        return switch (method) {
            case USER_CF -> new UserBasedFilter(matrix);
            case ITEM_CF -> new ItemBasedFilter(matrix);
            case POPULAR ->
                    throw new IllegalArgumentException("What is popular needs no neighbours.");
        };
    }

    /** Value of a column in a row, 0 if the cell is empty. */
    static float value(SparseRow row, int column) {
        int at = java.util.Arrays.binarySearch(row.columns(), column);
        return at < 0 ? 0 : row.values()[at];
    }
}
