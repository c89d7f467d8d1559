package io.quartermaster.domain.recommendation;

/**
 * What one customer has to do with one item.
 *
 * @param customer token of the customer
 * @param item the item
 * @param strength r(u,i): 1 for a purchase, less for an interest, a rating as it is; 0 if it counts
 *     for nothing
 * @param bought whether the customer has bought (or rated) it
 */
public record Interaction(String customer, String item, float strength, boolean bought) {}
