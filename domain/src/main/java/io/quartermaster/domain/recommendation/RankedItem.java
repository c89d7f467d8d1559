package io.quartermaster.domain.recommendation;

/**
 * One item for one customer, before it is dated.
 *
 * @param item the item
 * @param score the sum of the parts that the reason names
 * @param method how it came about
 * @param reason whose or which purchases carried how much, and what stock took off
 */
public record RankedItem(String item, double score, RecommendationMethod method, String reason) {}
