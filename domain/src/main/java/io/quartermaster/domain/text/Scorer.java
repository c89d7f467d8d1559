package io.quartermaster.domain.text;

/** What gives each label a score for a vector; the higher, the likelier. */
sealed interface Scorer permits LinearScorer, NetworkScorer {

    /** One score per label. */
    float[] scores(SparseVector vector);
}
