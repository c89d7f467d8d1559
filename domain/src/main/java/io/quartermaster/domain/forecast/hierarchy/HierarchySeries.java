package io.quartermaster.domain.forecast.hierarchy;

import io.quartermaster.domain.forecast.Forecast;

/**
 * An item at a place on the day of its forecast.
 *
 * @param forecast of its champion
 * @param brand of the item, empty if not known
 * @param category of the item, empty if not known
 * @param memory of its days, with the errors of its forecasts until this day
 */
public record HierarchySeries(Forecast forecast, String brand, String category, NodeMemory memory) {

    /** The same with what the catalogue says of the item. */
    public HierarchySeries listed(String newBrand, String newCategory) {
        return new HierarchySeries(forecast, newBrand, newCategory, memory);
    }

    /** Name of the node that it belongs to; empty if it belongs to none. */
    String node(Level level) {
        return switch (level) {
            case TOTAL -> "all";
            case CATEGORY -> category;
            case BRAND -> brand;
            case PLACE -> forecast.place();
            case ITEM -> forecast.item();
            case SERIES -> forecast.item() + "|" + forecast.place();
        };
    }
}
