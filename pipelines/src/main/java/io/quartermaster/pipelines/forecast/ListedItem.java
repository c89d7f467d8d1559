package io.quartermaster.pipelines.forecast;

import io.quartermaster.domain.event.CatalogueItem;

/**
 * Where an item stands in the catalogue, as its first row said.
 *
 * @param millis event time of the row
 * @param brand its brand
 * @param category its category
 */
public record ListedItem(long millis, String brand, String category) {

    static final ListedItem UNKNOWN = new ListedItem(Long.MAX_VALUE, "", "");

    /** The earlier of this and a row. */
    ListedItem with(CatalogueItem row) {
        long time = row.time().toEpochMilli();
        return time < millis ? new ListedItem(time, row.brand(), row.category()) : this;
    }

    /** What of it is known at a time. */
    ListedItem at(long time) {
        return millis <= time ? this : UNKNOWN;
    }
}
