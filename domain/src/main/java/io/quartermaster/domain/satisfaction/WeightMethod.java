package io.quartermaster.domain.satisfaction;

/** Where the weights of a running score come from. */
public enum WeightMethod {
    /** As given. */
    GIVEN,
    /** {@link EntropySums} of all entities. */
    ENTROPY,
    /** {@link FactorWeights} of all entities. */
    FACTOR
}
