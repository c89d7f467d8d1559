package io.quartermaster.domain.similarity;

/**
 * Pairs of a query and an id that are scored one by one: pair p is {@code queries[p]} with {@code
 * ids[p]}.
 *
 * @param measure inner product or cosine
 * @param queries places in the call's queries
 * @param ids ids that have a vector
 */
public record SimilarityPairs(SimilarityMeasure measure, int[] queries, int[] ids) {

    public SimilarityPairs {
        if (queries.length != ids.length) {
            throw new IllegalArgumentException(
                    "The number of queries (%d) of the pairs must be that of their ids (%d)."
                            .formatted(queries.length, ids.length));
        }
    }

    /** How many there are. */
    public int count() {
        return ids.length;
    }
}
