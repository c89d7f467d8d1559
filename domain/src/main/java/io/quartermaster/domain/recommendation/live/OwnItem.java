package io.quartermaster.domain.recommendation.live;

/**
 * An item that a customer has something to do with.
 *
 * @param item the item
 * @param strength r(u,i) as of now, 0 for what came back
 * @param bought whether it was bought rather than looked at
 */
public record OwnItem(String item, double strength, boolean bought) {}
