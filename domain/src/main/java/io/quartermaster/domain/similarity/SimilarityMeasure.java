package io.quartermaster.domain.similarity;

/** How two vectors are compared. */
public enum SimilarityMeasure {
    INNER_PRODUCT,
    COSINE
}
