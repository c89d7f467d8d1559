package io.quartermaster.pipelines.recommendation;

/**
 * Units of an item at one place, on hand or expected.
 *
 * @param item the item
 * @param place the place
 * @param units 0 or more
 */
public record PlaceAmount(String item, String place, double units) {}
