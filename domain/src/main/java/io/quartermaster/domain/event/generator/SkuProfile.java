package io.quartermaster.domain.event.generator;

import io.quartermaster.domain.event.Padded;

/**
 * An item as it truly is.
 *
 * @param index number of the item
 * @param item its name
 * @param brand its brand
 * @param base hidden mean units a day over all places, before trend and seasons
 * @param size hidden size of the negative binomial; smaller is noisier
 * @param trend hidden growth a year, as a share
 * @param elasticity hidden: demand goes with price to the power of its negative
 * @param listPrice first list price of a unit
 * @param costShare cost of a unit as a share of its list price
 * @param volume litres of a unit
 */
record SkuProfile(
        int index,
        String item,
        BrandProfile brand,
        double base,
        double size,
        double trend,
        double elasticity,
        double listPrice,
        double costShare,
        double volume) {

    private static final double FAST_SHARE = 0.2;
    private static final double MIDDLE_SHARE = 0.5;

    /** The item with this number, of this brand. */
    static SkuProfile of(MarketplaceOptions options, int index, BrandProfile brand) {
        String item = "S%04d".formatted(index + 1);
        Draws draws = Draws.of(options.seed(), "sku", item);
        double kind = draws.unit();
        boolean fast = kind < FAST_SHARE;
        double base =
                fast
                        ? draws.between(2.6, 5.5)
                        : kind < MIDDLE_SHARE ? draws.between(0.9, 2) : draws.between(0.15, 0.6);
        return new SkuProfile(
                index,
                item,
                brand,
                base,
                fast ? 6 : 2.5,
                draws.between(-0.2, 0.35),
                draws.between(1.2, 2.2),
                Math.round(draws.between(6, 60)) - 0.05,
                draws.between(0.42, 0.62),
                Math.round(draws.between(3, 120)) / 10.0);
    }

    /** Id of what happened to it at a place on a day, such as {@code line-S0007-2-031}. */
    String id(String what, int place, int day) {
        return what + "-" + item + "-" + (place + 1) + "-" + Padded.of(day, 3);
    }
}
