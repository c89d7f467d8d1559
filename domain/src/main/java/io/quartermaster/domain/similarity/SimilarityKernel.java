package io.quartermaster.domain.similarity;

/**
 * Scores queries against a resident matrix of vectors and selects the best k of each, in one call.
 * Not safe for use by two threads at once; owns native memory in some implementations, so close it.
 *
 * <p>Every implementation returns the same ids as {@link ScalarSimilarityKernel} where sums are
 * exact; elsewhere scores agree to a relative 1e-5. Results are ordered by score, best first, ties
 * by the lower id.
 */
public interface SimilarityKernel extends AutoCloseable {

    /** Engine name: {@code scalar}, {@code panel}, {@code vector} or {@code cuda}. */
    String name();

    /**
     * Replaces the resident matrix.
     *
     * @param vectors M rows of d numbers; row index is the id
     * @throws IllegalArgumentException when rows differ in length
     */
    void load(float[][] vectors);

    /**
     * The best k of each query.
     *
     * @param queries Q rows of d numbers
     * @param measure inner product or cosine (a zero vector has cosine 0 with all)
     * @param k how many to select, 1 or more; fewer are returned where fewer are left
     * @param exclusions per query the ids left out, ascending; null for none at all
     * @return one result per query, in order
     */
    TopK[] topK(float[][] queries, SimilarityMeasure measure, int k, int[][] exclusions);

    @Override
    void close();
}
