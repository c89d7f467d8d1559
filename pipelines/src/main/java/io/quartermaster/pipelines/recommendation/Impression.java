package io.quartermaster.pipelines.recommendation;

/**
 * An item that was shown to a customer.
 *
 * @param item the item
 * @param time when it was shown, milliseconds since the epoch
 * @param neighbours what the parts of its score were then
 * @param content see neighbours
 * @param popularity see neighbours
 * @param features what a trained ranker may ask then; empty where it is not logged
 */
public record Impression(
        String item,
        long time,
        double neighbours,
        double content,
        double popularity,
        float[] features) {}
