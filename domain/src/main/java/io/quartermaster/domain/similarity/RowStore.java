package io.quartermaster.domain.similarity;

import java.util.Arrays;

/** One array for each vector. */
final class RowStore implements VectorStore {

    private float[][] rows = {};
    private float[] inverseNorms = {};

    @Override
    public void grow(int places) {
        if (places > rows.length) {
            int capacity = Math.max(places, rows.length + rows.length / 2);
            rows = Arrays.copyOf(rows, capacity);
            inverseNorms = Arrays.copyOf(inverseNorms, capacity);
        }
    }

    @Override
    public void put(int place, float[] vector, float inverseNorm) {
        rows[place] = vector.clone();
        inverseNorms[place] = inverseNorm;
    }

    @Override
    public void clear(int place) {
        rows[place] = null;
    }

    @Override
    public float[] vector(int place) {
        return rows[place];
    }

    @Override
    public float inverseNorm(int place) {
        return inverseNorms[place];
    }
}
