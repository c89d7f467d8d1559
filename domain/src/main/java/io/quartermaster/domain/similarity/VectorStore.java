package io.quartermaster.domain.similarity;

/** Keeps vectors by place, in whatever layout. A place holds a vector or nothing. */
public interface VectorStore {

    /** Makes room for more places; those that are new hold nothing. */
    void grow(int places);

    /** Writes a copy of a vector, with one over its length, into a place. */
    void put(int place, float[] vector, float inverseNorm);

    /** Empties a place. */
    void clear(int place);

    /** The vector of a place that holds one; not to be changed. */
    float[] vector(int place);

    /** One over the length of the vector of a place that holds one. */
    float inverseNorm(int place);
}
