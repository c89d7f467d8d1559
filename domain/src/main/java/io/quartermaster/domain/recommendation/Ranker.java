package io.quartermaster.domain.recommendation;

import java.util.List;

/** A trained ranker. Not safe for use by two threads at once; owns native memory, so close it. */
public interface Ranker extends AutoCloseable {

    /** Names of its features, in the order in which it takes them. */
    List<String> features();

    /** Whether scores are chances, by {@link RankerLoss#LOGISTIC}. */
    boolean givesChances();

    /** Hash of its weights. */
    String version();

    /**
     * Scores candidates.
     *
     * @param features [candidates][features], finite
     * @return a score each, higher for a better candidate; a chance, 0 to 1, where it was trained
     *     by {@link RankerLoss#LOGISTIC}
     * @throws IllegalArgumentException when a row has another length
     */
    float[] score(float[][] features);

    @Override
    void close();
}
