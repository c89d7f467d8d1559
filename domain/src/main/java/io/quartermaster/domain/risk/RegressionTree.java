package io.quartermaster.domain.risk;

/**
 * A binary tree in heap order: the children of node i are 2i + 1 (value at most the threshold) and
 * 2i + 2.
 *
 * @param features column that a node asks, -1 where it is a leaf
 * @param thresholds largest value that goes left
 * @param values what a leaf adds
 */
public record RegressionTree(int[] features, double[] thresholds, double[] values) {

    /** What stands for a missing value: below every number. */
    static final double MISSING = -Double.MAX_VALUE;

    double value(double[] row) {
        int node = 0;
        while (features[node] >= 0) {
            node = 2 * node + (value(row, features[node]) <= thresholds[node] ? 1 : 2);
        }
        return values[node];
    }

    static double value(double[] row, int feature) {
        return Double.isNaN(row[feature]) ? MISSING : row[feature];
    }
}
