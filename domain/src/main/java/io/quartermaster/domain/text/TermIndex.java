package io.quartermaster.domain.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Finds the vectors nearest by cosine through an inverted index: for each term the rows that hold
 * it, so that only rows that share a term are looked at.
 */
final class TermIndex {

    private static final int NOBODY = -1;

    /** Numbers that one look-up of several holds at most: 32 MB. */
    private static final int MOST_PRODUCTS = 4_000_000;

    private final List<SparseVector> vectors;
    private final double[] lengths;
    private final int[][] rows;
    private final float[][] values;

    /**
     * A row and how near it is.
     *
     * @param cosine above 0, at most 1
     */
    record Near(int row, double cosine) {}

    private TermIndex(
            List<SparseVector> vectors, double[] lengths, int[][] rows, float[][] values) {
        this.vectors = vectors;
        this.lengths = lengths;
        this.rows = rows;
        this.values = values;
    }

    static TermIndex of(List<SparseVector> vectors, int dimensions) {
        int[] counts = new int[dimensions];
        for (SparseVector vector : vectors) {
            for (int place : vector.places()) {
                counts[place]++;
            }
        }
        int[][] rows = new int[dimensions][];
        float[][] values = new float[dimensions][];
        for (int place = 0; place < dimensions; place++) {
            rows[place] = new int[counts[place]];
            values[place] = new float[counts[place]];
        }
        double[] lengths = new double[vectors.size()];
        for (int row = vectors.size() - 1; row >= 0; row--) {
            SparseVector vector = vectors.get(row);
            lengths[row] = Math.sqrt(vector.squares());
            for (int i = 0; i < vector.size(); i++) {
                int place = vector.places()[i];
                int at = --counts[place];
                rows[place][at] = row;
                values[place][at] = vector.values()[i];
            }
        }
        return new TermIndex(List.copyOf(vectors), lengths, rows, values);
    }

    SparseVector vector(int row) {
        return vectors.get(row);
    }

    /** The nearest rows, the nearest first, ties by row; those without a shared term are none. */
    List<Near> nearest(SparseVector asked, int most, int except) {
        List<SparseVector> alone = List.of(asked);
        return nearest(alone, products(alone), 0, most, except);
    }

    /** The same of several, whose terms are looked up together: each list of rows is read once. */
    List<List<Near>> nearest(List<SparseVector> asked, int most) {
        int together = Math.max(1, MOST_PRODUCTS / Math.max(1, lengths.length));
        List<List<Near>> nearest = new ArrayList<>(asked.size());
        for (int from = 0; from < asked.size(); from += together) {
            List<SparseVector> part = asked.subList(from, Math.min(asked.size(), from + together));
            double[] products = products(part);
            for (int query = 0; query < part.size(); query++) {
                nearest.add(nearest(part, products, query, most, NOBODY));
            }
        }
        return nearest;
    }

    /** Row by query: the inner products, summed in the order of the terms whatever the company. */
    private double[] products(List<SparseVector> asked) {
        int count = asked.size();
        int[] queries = new int[asked.stream().mapToInt(SparseVector::size).sum()];
        float[] weights = new float[queries.length];
        long[] byTerm = new long[queries.length];
        int all = 0;
        for (int query = 0; query < count; query++) {
            SparseVector vector = asked.get(query);
            for (int i = 0; i < vector.size(); i++) {
                queries[all] = query;
                weights[all] = vector.values()[i];
                byTerm[all] = ((long) vector.places()[i] << Integer.SIZE) | all++;
            }
        }
        Arrays.sort(byTerm);
        double[] products = new double[lengths.length * count];
        for (int from = 0; from < all; ) {
            int place = (int) (byTerm[from] >> Integer.SIZE);
            int end = from;
            while (end < all && (int) (byTerm[end] >> Integer.SIZE) == place) {
                end++;
            }
            for (int at = 0; at < rows[place].length; at++) {
                int row = rows[place][at] * count;
                float value = values[place][at];
                for (int i = from; i < end; i++) {
                    int one = (int) byTerm[i];
                    products[row + queries[one]] += weights[one] * value;
                }
            }
            from = end;
        }
        return products;
    }

    private List<Near> nearest(
            List<SparseVector> asked, double[] products, int query, int most, int except) {
        double length = Math.sqrt(asked.get(query).squares());
        List<Near> nearest = new ArrayList<>();
        for (int row = 0; row < lengths.length; row++) {
            double product = products[row * asked.size() + query];
            if (product > 0 && row != except) {
                Near one = new Near(row, Math.min(1, product / (length * lengths[row])));
                if (nearest.size() < most || one.cosine() > nearest.get(most - 1).cosine()) {
                    nearest.add(one);
                    nearest.sort(Comparator.comparingDouble(Near::cosine).reversed());
                    if (nearest.size() > most) {
                        nearest.remove(most);
                    }
                }
            }
        }
        return nearest;
    }
}
