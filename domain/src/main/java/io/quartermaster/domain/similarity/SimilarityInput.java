package io.quartermaster.domain.similarity;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * What every kernel asks of its input, and the one definition of a vector's length. Shared by the
 * implementations, so that all refuse the same input with the same words.
 */
public final class SimilarityInput {

    /** Most numbers of a vector. */
    public static final int LARGEST_DIMENSIONS = 1024;

    /** Largest magnitude of a number: products of two, summed over any d, stay finite. */
    public static final double LARGEST = 1e15;

    private static final int UNKNOWN = -1;

    private SimilarityInput() {}

    /**
     * Checks the vectors of a matrix.
     *
     * @param vectors null for an id without one
     * @return the length d of the vectors, 0 if there is none
     */
    static int checkVectors(float[][] vectors) {
        int length = UNKNOWN;
        for (int id = 0; id < vectors.length; id++) {
            if (vectors[id] != null) {
                length = checkVector("vector", id, vectors[id], length);
            }
        }
        return Math.max(0, length);
    }

    /**
     * Checks vectors that come into a matrix.
     *
     * @param dimensions length of the vectors there, -1 if there is none
     * @param places ids so far
     */
    static void checkUpsert(int[] ids, float[][] vectors, int dimensions, int places) {
        if (ids.length != vectors.length) {
            throw new IllegalArgumentException(
                    "The number of vectors (%d) must be that of their ids (%d)."
                            .formatted(vectors.length, ids.length));
        }
        int length = dimensions;
        for (int i = 0; i < ids.length; i++) {
            length = checkVector("vector", ids[i], vectors[i], length);
        }
        int next = places;
        for (int id : checkIds(ids)) {
            if (id > next) {
                throw new IllegalArgumentException(
                        "The id (%d) leaves the id (%d) out.\nMaybe number items without gaps, from 0."
                                .formatted(id, next));
            }
            next = Math.max(next, id + 1);
        }
    }

    /**
     * Checks ids of which none may come twice.
     *
     * @return them ascending
     */
    static int[] checkIds(int[] ids) {
        int[] sorted = ids.clone();
        Arrays.sort(sorted);
        for (int i = 0; i < sorted.length; i++) {
            if (sorted[i] < 0) {
                throw new IllegalArgumentException(
                        "The id (%d) must be 0 or more.".formatted(sorted[i]));
            }
            if (i > 0 && sorted[i] == sorted[i - 1]) {
                throw new IllegalArgumentException(
                        "The id (%d) comes twice in one call.\nMaybe keep its last vector."
                                .formatted(sorted[i]));
            }
        }
        return sorted;
    }

    /**
     * Checks one call.
     *
     * @param matrix what is asked
     */
    public static void checkCall(
            float[][] queries, ResidentMatrix matrix, SimilarityRequest request) {
        checkQueries(queries, matrix);
        checkRequest(queries.length, matrix.places(), request);
    }

    /**
     * Checks that a request fits a call.
     *
     * @param queries how many there are
     * @param places ids go from 0 to this less 1
     */
    public static void checkRequest(int queries, int places, SimilarityRequest request) {
        if (request.exclusions() != null) {
            checkCount("exclusion lists", request.exclusions().length, "queries", queries);
        }
        if (request.bonus() != null) {
            checkCount("bonuses", request.bonus().length, "ids", places);
        }
        if (request.valid() != null) {
            checkCount("marks of valid ids", request.valid().length, "ids", places);
        }
    }

    /** Checks a call for pairs. */
    public static void checkCall(float[][] queries, ResidentMatrix matrix, SimilarityPairs pairs) {
        checkQueries(queries, matrix);
        for (int pair = 0; pair < pairs.count(); pair++) {
            int query = pairs.queries()[pair];
            int id = pairs.ids()[pair];
            if (query < 0 || query >= queries.length) {
                throw new IllegalArgumentException(
                        "The query (%d) of pair (%d) must be 0 to %d."
                                .formatted(query, pair, queries.length - 1));
            }
            if (id < 0 || !matrix.holds(id)) {
                throw new IllegalArgumentException(
                        "The id (%d) of pair (%d) has no vector.\nMaybe it was deleted."
                                .formatted(id, pair));
            }
        }
    }

    /** Checks that a snapshot is whole. */
    static void checkParts(List<MatrixPart> parts) {
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("A snapshot of a matrix has at least one part.");
        }
        MatrixPart any = parts.get(0);
        BitSet seen = new BitSet();
        for (MatrixPart part : parts) {
            if (part.version() != any.version() || part.parts() != any.parts()) {
                throw new IllegalArgumentException(
                        "The parts of a snapshot are of versions (%d) and (%d).\nMaybe of two matrices."
                                .formatted(any.version(), part.version()));
            }
            seen.set(part.part());
        }
        if (seen.cardinality() != any.parts() || parts.size() != any.parts()) {
            throw new IllegalArgumentException(
                    "The snapshot of version (%d) has %d parts, each once, but (%d) came."
                            .formatted(any.version(), any.parts(), parts.size()));
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

    /** Checks that every number is finite and of a size that can be summed. */
    static void checkNumbers(String what, int row, float[] numbers) {
        for (float value : numbers) {
            if (!(Math.abs(value) <= LARGEST)) {
                throw new IllegalArgumentException(
                        "The number (%s) in %s (%d) must be finite and at most 1e15 in size.\nMaybe scale the vectors."
                                .formatted(value, what, row));
            }
        }
    }

    static void checkExclusions(int[][] exclusions) {
        for (int query = 0; query < exclusions.length; query++) {
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

    private static void checkQueries(float[][] queries, ResidentMatrix matrix) {
        if (matrix.size() > 0) {
            for (int query = 0; query < queries.length; query++) {
                checkVector("query", query, queries[query], matrix.dimensions());
            }
        }
    }

    private static int checkVector(String what, int row, float[] vector, int dimensions) {
        if (vector.length < 1 || vector.length > LARGEST_DIMENSIONS) {
            throw new IllegalArgumentException(
                    "The length (%d) of %s (%d) must be 1 to %d.\nMaybe project the vectors on fewer numbers; rows that are mostly zeros go to the sparse kernel."
                            .formatted(vector.length, what, row, LARGEST_DIMENSIONS));
        }
        if (dimensions != UNKNOWN && vector.length != dimensions) {
            throw new IllegalArgumentException(
                    "The length (%d) of %s (%d) must be %d.\nMaybe a column is missing in it."
                            .formatted(vector.length, what, row, dimensions));
        }
        checkNumbers(what, row, vector);
        return vector.length;
    }

    private static void checkCount(String what, int count, String ofWhat, int asked) {
        if (count != asked) {
            throw new IllegalArgumentException(
                    "The number of %s (%d) must be that of the %s (%d)."
                            .formatted(what, count, ofWhat, asked));
        }
    }
}
