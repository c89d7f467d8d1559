package io.quartermaster.domain.text;

/**
 * Texts of one label that were taken for another.
 *
 * @param actual their label
 * @param predicted what they were taken for, empty where they were not judged
 * @param texts how many
 */
public record ConfusedPair(String actual, String predicted, int texts) {}
