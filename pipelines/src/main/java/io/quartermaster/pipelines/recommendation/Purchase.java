package io.quartermaster.pipelines.recommendation;

/**
 * That a customer bought an item.
 *
 * @param item the item
 * @param id unique among purchases
 * @param isRepeat whether the customer had bought it at an earlier time
 */
public record Purchase(String item, String id, boolean isRepeat) {}
