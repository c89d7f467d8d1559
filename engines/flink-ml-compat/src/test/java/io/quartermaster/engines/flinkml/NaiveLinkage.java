package io.quartermaster.engines.flinkml;

import java.util.ArrayList;
import java.util.List;

/**
 * Agglomerative clustering straight from the definition: in each step all pairs of clusters are
 * compared by their points, O(n^3) and more, with no recurrence on distances. Distance of clusters
 * A and B: single min, complete max, average mean of the points' distances; ward sqrt(2 |A| |B| /
 * (|A| + |B|)) times the distance of the centres.
 */
final class NaiveLinkage {

    private NaiveLinkage() {}

    static List<Merge> merges(double[][] points, String linkage) {
        List<Cluster> clusters = new ArrayList<>();
        for (int i = 0; i < points.length; i++) {
            clusters.add(new Cluster(i, List.of(points[i])));
        }
        List<Merge> merges = new ArrayList<>();
        while (clusters.size() > 1) {
            Merge nearest = nearest(clusters, linkage);
            List<double[]> members = new ArrayList<>();
            clusters.stream().filter(c -> of(c, nearest)).forEach(c -> members.addAll(c.points));
            clusters.removeIf(cluster -> of(cluster, nearest));
            clusters.add(new Cluster(points.length + merges.size(), members));
            merges.add(nearest);
        }
        return merges;
    }

    private static boolean of(Cluster cluster, Merge merge) {
        return cluster.number == merge.low() || cluster.number == merge.high();
    }

    private static Merge nearest(List<Cluster> clusters, String linkage) {
        Merge nearest = new Merge(-1, -1, Double.POSITIVE_INFINITY);
        for (Cluster a : clusters) {
            for (Cluster b : clusters) {
                if (a.number < b.number) {
                    double distance = distance(a.points, b.points, linkage);
                    if (distance < nearest.distance()) {
                        nearest = new Merge(a.number, b.number, distance);
                    }
                }
            }
        }
        return nearest;
    }

    private static double distance(List<double[]> a, List<double[]> b, String linkage) {
        if (linkage.equals("ward")) {
            double factor = 2.0 * a.size() * b.size() / (a.size() + b.size());
            return Math.sqrt(factor) * euclidean(centre(a), centre(b));
        }
        double[] distances =
                a.stream()
                        .flatMapToDouble(x -> b.stream().mapToDouble(y -> euclidean(x, y)))
                        .toArray();
        var stream = java.util.Arrays.stream(distances);
        return switch (linkage) {
            case "single" -> stream.min().orElseThrow();
            case "complete" -> stream.max().orElseThrow();
            case "average" -> stream.average().orElseThrow();
            default -> throw new IllegalArgumentException(linkage);
        };
    }

    private static double[] centre(List<double[]> points) {
        double[] centre = new double[points.get(0).length];
        for (double[] point : points) {
            for (int i = 0; i < centre.length; i++) {
                centre[i] += point[i] / points.size();
            }
        }
        return centre;
    }

    private static double euclidean(double[] x, double[] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += (x[i] - y[i]) * (x[i] - y[i]);
        }
        return Math.sqrt(sum);
    }

    private record Cluster(int number, List<double[]> points) {}
}
