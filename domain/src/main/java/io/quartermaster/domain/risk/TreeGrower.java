package io.quartermaster.domain.risk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Grows one tree on gradients g and curvatures h, level by level, by exact search over sorted
 * columns. A split's gain is G_L^2 / (H_L + l) + G_R^2 / (H_R + l) - G^2 / (H + l), a leaf's value
 * -G / (H + l), with l = 1 (Chen and Guestrin 2016, equations 5 and 7).
 */
final class TreeGrower {

    private static final double PENALTY = 1;
    private static final double LEAST_GAIN = 1e-9;

    private final double[][] rows;
    private final int[][] sorted;
    private final int depth;
    private final int leastRows;

    private int[] nodeOf;
    private double[] g;
    private double[] h;
    private Sums[] sums;
    private Split[] best;

    /** Gradient, curvature and number of the rows in a node. */
    private static final class Sums {
        private double g;
        private double h;
        private int rows;

        void add(double moreG, double moreH) {
            g += moreG;
            h += moreH;
            rows++;
        }

        double score() {
            return g * g / (h + PENALTY);
        }

        Sums less(Sums left) {
            Sums right = new Sums();
            right.g = g - left.g;
            right.h = h - left.h;
            right.rows = rows - left.rows;
            return right;
        }
    }

    private record Split(int feature, double threshold, double gain) {
        private static final Split NONE = new Split(-1, 0, LEAST_GAIN);
    }

    TreeGrower(double[][] rows, int depth, int leastRows) {
        this.rows = rows;
        this.depth = depth;
        this.leastRows = leastRows;
        this.sorted = new int[rows[0].length][];
        for (int feature = 0; feature < sorted.length; feature++) {
            sorted[feature] = sorted(feature);
        }
    }

    private int[] sorted(int feature) {
        List<Integer> order = new ArrayList<>();
        for (int row = 0; row < rows.length; row++) {
            order.add(row);
        }
        order.sort(Comparator.comparingDouble(row -> RegressionTree.value(rows[row], feature)));
        return order.stream().mapToInt(Integer::intValue).toArray();
    }

    /**
     * Grows a tree.
     *
     * @param gradients of the loss, per row
     * @param curvatures second derivative of the loss, per row
     * @param taken whether a row counts
     */
    RegressionTree grow(double[] gradients, double[] curvatures, boolean[] taken) {
        g = gradients;
        h = curvatures;
        int nodes = (1 << (depth + 1)) - 1;
        nodeOf = new int[rows.length];
        for (int row = 0; row < rows.length; row++) {
            nodeOf[row] = taken[row] ? 0 : -1;
        }
        int[] features = new int[nodes];
        Arrays.fill(features, -1);
        double[] thresholds = new double[nodes];
        double[] values = new double[nodes];
        for (int level = 0; level <= depth; level++) {
            sumNodes(nodes);
            for (int node = (1 << level) - 1; node < (1 << (level + 1)) - 1; node++) {
                values[node] = -sums[node].g / (sums[node].h + PENALTY);
            }
            if (level < depth) {
                split(features, thresholds);
            }
        }
        return new RegressionTree(features, thresholds, values);
    }

    private void sumNodes(int nodes) {
        sums = emptySums(nodes);
        for (int row = 0; row < rows.length; row++) {
            if (nodeOf[row] >= 0) {
                sums[nodeOf[row]].add(g[row], h[row]);
            }
        }
    }

    private static Sums[] emptySums(int nodes) {
        Sums[] empty = new Sums[nodes];
        for (int node = 0; node < nodes; node++) {
            empty[node] = new Sums();
        }
        return empty;
    }

    private void split(int[] features, double[] thresholds) {
        best = new Split[features.length];
        Arrays.fill(best, Split.NONE);
        for (int feature = 0; feature < sorted.length; feature++) {
            search(feature);
        }
        for (int row = 0; row < rows.length; row++) {
            int node = nodeOf[row];
            if (node >= 0 && best[node].feature() >= 0) {
                features[node] = best[node].feature();
                thresholds[node] = best[node].threshold();
                double value = RegressionTree.value(rows[row], features[node]);
                nodeOf[row] = 2 * node + (value <= thresholds[node] ? 1 : 2);
            } else {
                nodeOf[row] = -1;
            }
        }
    }

    /** Looks at every place between two different values of a column, in all nodes at once. */
    private void search(int feature) {
        Sums[] left = emptySums(best.length);
        double[] last = new double[best.length];
        for (int row : sorted[feature]) {
            int node = nodeOf[row];
            if (node < 0) {
                continue;
            }
            double value = RegressionTree.value(rows[row], feature);
            if (left[node].rows >= leastRows && value > last[node]) {
                consider(node, feature, last[node], left[node]);
            }
            left[node].add(g[row], h[row]);
            last[node] = value;
        }
    }

    private void consider(int node, int feature, double threshold, Sums left) {
        Sums right = sums[node].less(left);
        double gain = left.score() + right.score() - sums[node].score();
        if (right.rows >= leastRows && gain > best[node].gain()) {
            best[node] = new Split(feature, threshold, gain);
        }
    }
}
