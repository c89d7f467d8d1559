package io.quartermaster.domain.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Finds the vectors nearest by cosine through an inverted index: for each term the rows that hold
 * it, so that only rows that share a term are looked at.
 */
final class TermIndex {

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
        double[] products = new double[lengths.length];
        for (int i = 0; i < asked.size(); i++) {
            int place = asked.places()[i];
            for (int at = 0; at < rows[place].length; at++) {
                products[rows[place][at]] += asked.values()[i] * values[place][at];
            }
        }
        double length = Math.sqrt(asked.squares());
        List<Near> nearest = new ArrayList<>();
        for (int row = 0; row < products.length; row++) {
            if (products[row] > 0 && row != except) {
                Near one = new Near(row, Math.min(1, products[row] / (length * lengths[row])));
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
