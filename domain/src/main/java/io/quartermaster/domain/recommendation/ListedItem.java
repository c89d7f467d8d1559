package io.quartermaster.domain.recommendation;

/**
 * One item of a list for a user.
 *
 * @param item the item
 * @param score the sum of the parts that the reason names
 * @param reason what carried how much
 */
public record ListedItem(String item, double score, String reason) {}
