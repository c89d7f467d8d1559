package io.quartermaster.domain.similarity;

/**
 * What every kernel asks of its input, and the one definition of a vector's length. Shared by the
 * implementations, so that all refuse the same input with the same words.
 */
public final class SimilarityInput {

    /** Largest magnitude of a number: products of two, summed over any d, stay finite. */
    public static final double LARGEST = 1e15;

    private SimilarityInput() {}

    /**
     * Checks a resident matrix.
     *
     * @return the length d of its rows, 0 if it has none
     */
    public static int checkVectors(float[][] vectors) {
        int dimensions = vectors.length == 0 ? 0 : vectors[0].length;
        checkRows("vector", vectors, dimensions);
        return dimensions;
    }

    /**
     * Checks one call.
     *
     * @param dimensions length of the resident rows
     * @param rows how many rows are resident
     */
    public static void checkCall(
            float[][] queries, int dimensions, int rows, int k, int[][] exclusions) {
        if (k < 1) {
            throw new IllegalArgumentException("The k (%d) must be 1 or more.".formatted(k));
        }
        if (rows > 0) {
            checkRows("query", queries, dimensions);
        }
        if (exclusions != null) {
            checkExclusions(queries.length, exclusions);
        }
    }

    /**
     * One over the Euclidean length, summed in double precision; 0 for a zero vector, which makes
     * its cosine 0 with all.
     */
    public static float inverseNorm(float[] vector) {
        double squares = 0;
        for (float value : vector) {
            squares += (double) value * value;
        }
        return squares == 0 ? 0f : (float) (1 / Math.sqrt(squares));
    }

    private static void checkRows(String what, float[][] rows, int dimensions) {
        for (int row = 0; row < rows.length; row++) {
            if (rows[row].length != dimensions) {
                throw new IllegalArgumentException(
                        "The length (%d) of %s (%d) must be %d.\nMaybe a column is missing in it."
                                .formatted(rows[row].length, what, row, dimensions));
            }
            for (float value : rows[row]) {
                if (!(Math.abs(value) <= LARGEST)) {
                    throw new IllegalArgumentException(
                            "The number (%s) in %s (%d) must be finite and at most 1e15 in size.\nMaybe scale the vectors."
                                    .formatted(value, what, row));
                }
            }
        }
    }

    private static void checkExclusions(int queries, int[][] exclusions) {
        if (exclusions.length != queries) {
            throw new IllegalArgumentException(
                    "The number of exclusion lists (%d) must be that of the queries (%d)."
                            .formatted(exclusions.length, queries));
        }
        for (int query = 0; query < queries; query++) {
            int[] excluded = exclusions[query];
            for (int i = 1; i < excluded.length; i++) {
                if (excluded[i] <= excluded[i - 1]) {
                    throw new IllegalArgumentException(
                            "The exclusions of query (%d) must ascend, but %d follows %d."
                                    .formatted(query, excluded[i], excluded[i - 1]));
                }
            }
        }
    }
}
