package io.quartermaster.domain.similarity;

/**
 * Vectors in panels of some rows each, turned: what number j of each row is lies side by side, so
 * that one instruction works on many rows. Sums run in the order of the numbers, as the scalar
 * kernel's do, so scores have the same bits.
 */
public interface TurnedStore extends VectorStore {

    /** How many panels there are. */
    int panels();

    /**
     * Offers the rows of panels {@code fromPanel} to {@code toPanel - 1} to some queries. May run
     * on several threads at once, while nothing is written.
     *
     * @param from the query of the first selection; the others' follow
     * @param selections one for each query
     */
    void select(ScoringCall call, int from, TopKSelection[] selections, int fromPanel, int toPanel);
}
