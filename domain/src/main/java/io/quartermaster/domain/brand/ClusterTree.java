package io.quartermaster.domain.brand;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The whole tree of an agglomerative clustering, which any number of clusters can be cut from.
 *
 * @param points n, 1 or more
 * @param merges n - 1 steps, the nearest clusters first
 */
public record ClusterTree(int points, List<ClusterMerge> merges) {

    /** Below this mean silhouette there is no structure to speak of (Kaufman, Rousseeuw 1990). */
    static final double NO_STRUCTURE = 0.25;

    public ClusterTree {
        if (points < 1 || merges.size() != points - 1) {
            throw new IllegalArgumentException(
                    "A tree over %d points has %d merges, not %d."
                            .formatted(points, points - 1, merges.size()));
        }
        merges = List.copyOf(merges);
    }

    /**
     * Labels of 0 to {@code clusters} - 1, numbered in the order of each cluster's first point.
     *
     * @param clusters 1 to n
     */
    public int[] labels(int clusters) {
        if (clusters < 1 || clusters > points) {
            throw new IllegalArgumentException(
                    "The number of clusters (%d) must be 1 to %d.".formatted(clusters, points));
        }
        int[] parent = new int[2 * points - 1];
        Arrays.fill(parent, -1);
        for (int step = 0; step < points - clusters; step++) {
            parent[merges.get(step).first()] = points + step;
            parent[merges.get(step).second()] = points + step;
        }
        Map<Integer, Integer> numbers = new HashMap<>();
        int[] labels = new int[points];
        for (int point = 0; point < points; point++) {
            int root = point;
            while (parent[root] >= 0) {
                root = parent[root];
            }
            labels[point] = numbers.computeIfAbsent(root, none -> numbers.size());
        }
        return labels;
    }

    /**
     * The number of clusters, 2 to {@code most}, with the largest mean silhouette; the smaller one
     * of equals. 1 where none reaches 0.25, or there are less than three points.
     *
     * @param values of the points, [n][dimensions]
     */
    public int naturalCount(double[][] values, int most) {
        int best = 1;
        double highest = NO_STRUCTURE;
        for (int clusters = 2; clusters <= Math.min(most, points - 1); clusters++) {
            double silhouette = Silhouette.mean(values, labels(clusters));
            if (silhouette > highest) {
                highest = silhouette;
                best = clusters;
            }
        }
        return best;
    }
}
