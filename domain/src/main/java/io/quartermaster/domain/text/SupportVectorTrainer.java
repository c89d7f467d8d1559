package io.quartermaster.domain.text;

import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Fits one plane per label against all others: {@code min |w|^2 / 2 + C sum max(0, 1 - y w x)^2} by
 * dual coordinate descent (Hsieh, Chang, Lin, Keerthi and Sundararajan 2008, algorithm 1). The bias
 * is one more dimension of value 1. Labels are worked on side by side; each has random numbers of
 * its own, so the planes do not depend on how many at a time.
 */
final class SupportVectorTrainer {

    private static final int MAX_ROUNDS = 1000;
    private static final double TOLERANCE = 1e-3;

    private final SparseVector[] vectors;
    private final int[] labels;
    private final int dimensions;
    private final double cost;
    private final long seed;

    private SupportVectorTrainer(
            SparseVector[] vectors, int[] labels, int dimensions, double cost, long seed) {
        this.vectors = vectors;
        this.labels = labels;
        this.dimensions = dimensions;
        this.cost = cost;
        this.seed = seed;
    }

    /**
     * Fits planes.
     *
     * @param labels of the vectors, 0 to labelCount - 1
     * @param cost C, above 0: how much a text on the wrong side weighs
     */
    static LinearScorer train(
            SparseVector[] vectors,
            int[] labels,
            int labelCount,
            int dimensions,
            double cost,
            long seed) {
        SupportVectorTrainer trainer =
                new SupportVectorTrainer(vectors, labels, dimensions, cost, seed);
        // The plane between two labels is one plane, seen from either side.
        int planes = labelCount == 2 ? 1 : labelCount;
        float[][] weights = new float[labelCount][];
        float[] bias = new float[labelCount];
        IntStream.range(0, planes)
                .parallel()
                .forEach(
                        label -> {
                            double[] plane = trainer.plane(label);
                            weights[label] = trainer.narrowed(plane);
                            bias[label] = (float) plane[dimensions];
                        });
        if (planes == 1) {
            weights[1] = opposite(weights[0]);
            bias[1] = -bias[0];
        }
        return new LinearScorer(weights, bias);
    }

    /** w and, at its end, b. */
    private double[] plane(int label) {
        double[] plane = new double[dimensions + 1];
        double[] alphas = new double[vectors.length];
        double[] diagonal = new double[vectors.length];
        double regular = 1 / (2 * cost);
        for (int i = 0; i < vectors.length; i++) {
            diagonal[i] = 1 + vectors[i].squares() + regular;
        }
        SplittableRandom random = new SplittableRandom(seed + label);
        int[] order = IntStream.range(0, vectors.length).toArray();
        for (int round = 0; round < MAX_ROUNDS; round++) {
            Shuffle.apply(order, random);
            double least = 0;
            double most = 0;
            for (int i : order) {
                int side = labels[i] == label ? 1 : -1;
                double gradient = side * dot(plane, vectors[i]) - 1 + regular * alphas[i];
                double projected = alphas[i] == 0 ? Math.min(gradient, 0) : gradient;
                least = Math.min(least, projected);
                most = Math.max(most, projected);
                if (projected != 0) {
                    double next = Math.max(alphas[i] - gradient / diagonal[i], 0);
                    add(plane, vectors[i], (next - alphas[i]) * side);
                    alphas[i] = next;
                }
            }
            if (most - least < TOLERANCE) {
                break;
            }
        }
        return plane;
    }

    private double dot(double[] plane, SparseVector vector) {
        double sum = plane[dimensions];
        for (int i = 0; i < vector.size(); i++) {
            sum += plane[vector.places()[i]] * vector.values()[i];
        }
        return sum;
    }

    private void add(double[] plane, SparseVector vector, double factor) {
        for (int i = 0; i < vector.size(); i++) {
            plane[vector.places()[i]] += factor * vector.values()[i];
        }
        plane[dimensions] += factor;
    }

    private float[] narrowed(double[] plane) {
        float[] weights = new float[dimensions];
        for (int i = 0; i < dimensions; i++) {
            weights[i] = (float) plane[i];
        }
        return weights;
    }

    private static float[] opposite(float[] plane) {
        float[] opposite = new float[plane.length];
        for (int i = 0; i < plane.length; i++) {
            opposite[i] = -plane[i];
        }
        return opposite;
    }
}
