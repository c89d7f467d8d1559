package io.quartermaster.domain.similarity;

/**
 * Sparse rows turned: for each index the rows that have it, ascending, with their numbers there.
 * Those of index j are at {@code starts[j]} to {@code starts[j + 1] - 1}.
 *
 * @param starts one more than there are indexes
 * @param rows the rows
 * @param values their numbers
 * @param inverseNorms of each row
 */
public record SparsePostings(int[] starts, int[] rows, float[] values, float[] inverseNorms) {

    /** Turns rows; time and memory are linear in their numbers. */
    public static SparsePostings of(SparseVector[] vectors) {
        int indexes = 0;
        int numbers = 0;
        for (SparseVector vector : vectors) {
            indexes = Math.max(indexes, vector.length());
            numbers = Math.addExact(numbers, vector.count());
        }
        int[] starts = new int[indexes + 1];
        for (SparseVector vector : vectors) {
            for (int index : vector.indexes()) {
                starts[index + 1]++;
            }
        }
        for (int index = 0; index < indexes; index++) {
            starts[index + 1] += starts[index];
        }
        SparsePostings postings =
                new SparsePostings(
                        starts, new int[numbers], new float[numbers], new float[vectors.length]);
        postings.fill(vectors);
        return postings;
    }

    /** One more than the largest index. */
    public int indexes() {
        return starts.length - 1;
    }

    /** Adds the inner product of a query with every row to its score, index by index. */
    void addProducts(SparseVector query, float[] scores) {
        for (int i = 0; i < query.count() && query.indexes()[i] < indexes(); i++) {
            float value = query.values()[i];
            int end = starts[query.indexes()[i] + 1];
            for (int at = starts[query.indexes()[i]]; at < end; at++) {
                scores[rows[at]] = Math.fma(value, values[at], scores[rows[at]]);
            }
        }
    }

    private void fill(SparseVector[] vectors) {
        int[] next = starts.clone();
        for (int row = 0; row < vectors.length; row++) {
            SparseVector vector = vectors[row];
            inverseNorms[row] = vector.inverseNorm();
            for (int i = 0; i < vector.count(); i++) {
                int at = next[vector.indexes()[i]]++;
                rows[at] = row;
                values[at] = vector.values()[i];
            }
        }
    }
}
