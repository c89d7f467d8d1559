package io.quartermaster.udfs.similarity;

/**
 * One of the nearest neighbours of one member of a group.
 *
 * @param id the member
 * @param neighbour the other member
 * @param score cosine of their vectors
 */
public record Neighbour(String id, String neighbour, double score) {}
