package io.quartermaster.domain.brand;

/**
 * How an item has sold lately, and what that lets one expect.
 *
 * @param item name of the item
 * @param category category it sells in
 * @param unitCost catalogue cost of a unit, money, 0 or more
 * @param price mean price paid for a unit after discounts, its list price before the first sale
 * @param unitVolume room that a unit takes, 0 or more
 * @param days days on which it could be bought, 0 or more; less than a whole one where a part of
 *     the places was out of stock
 * @param units sold on them, 0 or more
 * @param returnedShare share of units sold that is expected to come back, 0 to 1, see {@link
 *     BrandExpectation#returnedShare}
 */
public record ItemSales(
        String item,
        String category,
        double unitCost,
        double price,
        double unitVolume,
        double days,
        double units,
        double returnedShare) {

    /** Days of the category's mean that an item's own sales are blended with. */
    private static final double PRIOR_DAYS = 7;

    /**
     * Units kept a day that are expected: (1 - returned share) (units + 7 m) / (days + 7), a gamma
     * prior worth a week of the mean m of its category.
     */
    double perDay(double meanPerDay) {
        return (1 - returnedShare) * (units + PRIOR_DAYS * meanPerDay) / (days + PRIOR_DAYS);
    }

    /**
     * The item as a candidate brings it: margin = units a day x horizon x (price - cost);
     * investment and volume are those of the first order.
     *
     * @param meanPerDay units sold of its category, see {@link CategoryRates}
     * @param horizonDays days that the margin is expected of
     */
    public PartnerCandidate.Item expected(double meanPerDay, FirstOrder order, int horizonDays) {
        double perDay = perDay(meanPerDay);
        double cost = unitCost * order.costFactor();
        double ordered = order.units(perDay);
        return new PartnerCandidate.Item(
                item,
                category,
                perDay * horizonDays * (price - cost),
                ordered * cost,
                ordered * unitVolume);
    }
}
