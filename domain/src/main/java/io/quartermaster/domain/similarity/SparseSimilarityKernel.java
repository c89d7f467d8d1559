package io.quartermaster.domain.similarity;

/**
 * {@link SimilarityKernel} for vectors that are mostly zeros, of any length: tables from item to
 * item, customers alike by what they bought. With values of 1 the inner product is how often two
 * occur together. Every implementation gives the bits of {@link ScalarSparseKernel}, and those the
 * bits of the dense kernel on the same vectors. Not safe for use by two threads at once.
 */
public interface SparseSimilarityKernel extends AutoCloseable {

    /** Name of its engine. */
    String name();

    /** Replaces the rows to search in; row index is the id. */
    void load(SparseVector[] rows);

    /**
     * The best k of each query; a row that has no index in common scores 0 and counts.
     *
     * @param queries vectors whose indexes mean what those of the rows mean
     * @return one result per query, in order
     */
    TopK[] topK(SparseVector[] queries, SimilarityRequest request);

    @Override
    void close();
}
