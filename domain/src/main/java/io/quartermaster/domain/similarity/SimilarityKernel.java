package io.quartermaster.domain.similarity;

import java.util.List;

/**
 * Scores queries against a resident matrix of vectors and selects the best k of each, in one call.
 * Not safe for use by two threads at once; owns threads or native memory in some implementations,
 * so close it.
 *
 * <p>Vectors have 1 to {@value SimilarityInput#LARGEST_DIMENSIONS} numbers. Ids are row indexes;
 * they stay when other rows come and go. Every implementation returns the same ids and scores as
 * {@link ScalarSimilarityKernel}, bit for bit, since all sum in the same order. Results are ordered
 * by score, best first, ties by the lower id.
 */
public interface SimilarityKernel extends AutoCloseable {

    /** Engine name: {@code scalar}, {@code panel}, {@code vector} or {@code cuda}. */
    String name();

    /**
     * Replaces the resident matrix.
     *
     * @param vectors M rows of d numbers; row index is the id; null for an id without a vector
     * @throws IllegalArgumentException when rows differ in length or hold what is not finite
     */
    void load(float[][] vectors);

    /**
     * Puts vectors in, in place of those that the ids have. The answers are those of a matrix
     * loaded at once with the same vectors.
     *
     * @param ids each once; new ones follow those so far without a gap
     * @throws IllegalArgumentException when a vector has another length than those there
     */
    void upsert(int[] ids, float[][] vectors);

    /** Takes vectors out; their ids are free and no answer holds them. Without a vector: let be. */
    void delete(int... ids);

    /** Raised by every change of the matrix; restored with a snapshot. */
    long version();

    /** The matrix in parts of some 4 MiB, for a list state of Flink. */
    List<MatrixPart> snapshot();

    /**
     * Replaces the matrix by that of a snapshot.
     *
     * @param parts all of one snapshot, in any order
     */
    void restore(List<MatrixPart> parts);

    /**
     * The best k of each query.
     *
     * @param queries Q rows of d numbers
     * @return one result per query, in order; without rows where the matrix is empty
     */
    TopK[] topK(float[][] queries, SimilarityRequest request);

    /**
     * The score of each pair, as {@link #topK} gives it without a bonus.
     *
     * @param queries rows of d numbers
     */
    float[] scores(float[][] queries, SimilarityPairs pairs);

    @Override
    void close();
}
