package io.quartermaster.domain.similarity;

/**
 * The nearest neighbours of one query.
 *
 * @param ids row indexes of the resident matrix, best first, ties by the lower id
 * @param scores their scores
 */
public record TopK(int[] ids, float[] scores) {}
