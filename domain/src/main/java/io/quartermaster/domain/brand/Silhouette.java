package io.quartermaster.domain.brand;

/**
 * How well points lie in their clusters (Rousseeuw 1987): s = (b - a) / max(a, b), a the mean
 * Euclidean distance to the others of the own cluster, b the least mean distance to another
 * cluster's points; 0 for a point alone in its cluster.
 */
public final class Silhouette {

    private Silhouette() {}

    /**
     * Mean of all points, -1 to 1.
     *
     * @param values [n][dimensions]
     * @param labels of 0 to k - 1, k 2 or more
     */
    public static double mean(double[][] values, int[] labels) {
        int clusters = 0;
        for (int label : labels) {
            clusters = Math.max(clusters, label + 1);
        }
        if (clusters < 2) {
            throw new IllegalArgumentException("A silhouette needs two clusters or more.");
        }
        int[] sizes = new int[clusters];
        for (int label : labels) {
            sizes[label]++;
        }
        double sum = 0;
        for (int point = 0; point < values.length; point++) {
            if (sizes[labels[point]] > 1) {
                sum += of(point, values, labels, sizes);
            }
        }
        return sum / values.length;
    }

    private static double of(int point, double[][] values, int[] labels, int[] sizes) {
        double[] sums = new double[sizes.length];
        for (int other = 0; other < values.length; other++) {
            sums[labels[other]] += distance(values[point], values[other]);
        }
        int own = labels[point];
        double inside = sums[own] / (sizes[own] - 1);
        double outside = Double.POSITIVE_INFINITY;
        for (int cluster = 0; cluster < sizes.length; cluster++) {
            if (cluster != own) {
                outside = Math.min(outside, sums[cluster] / sizes[cluster]);
            }
        }
        double larger = Math.max(inside, outside);
        return larger == 0 ? 0 : (outside - inside) / larger;
    }

    private static double distance(double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += (one[i] - other[i]) * (one[i] - other[i]);
        }
        return Math.sqrt(sum);
    }
}
