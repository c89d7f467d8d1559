package io.quartermaster.domain.optimisation;

/**
 * The least value that a search found.
 *
 * @param point where it is
 * @param value finite, or infinite where the start was not possible
 */
public record Minimum(double[] point, double value) {}
