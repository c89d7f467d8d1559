package io.quartermaster.domain.brand;

import io.quartermaster.domain.event.BrandOffer;
import io.quartermaster.domain.event.BrandTerms;
import io.quartermaster.domain.event.OrderWeekdays;

/**
 * How the first order of an item is placed: it covers lead time and review period, in whole packs.
 *
 * @param leadTimeDays days from order to arrival, 0 or more
 * @param reviewDays days until the next order, 1 or more
 * @param packUnits units of a pack, 1 or more
 * @param minOrderUnits smallest order of an item, 0 if none
 * @param costFactor what a unit costs as a share of its catalogue cost, above 0
 */
public record FirstOrder(
        int leadTimeDays, int reviewDays, long packUnits, long minOrderUnits, double costFactor) {

    private static final int USUAL_LEAD_TIME_DAYS = 7;
    private static final int USUAL_REVIEW_DAYS = 7;
    private static final double ROUNDING = 1e-9;

    /** As the terms say; the review period is the longest gap of the order calendar. */
    public static FirstOrder of(BrandTerms terms) {
        return new FirstOrder(
                terms.leadTimeDays(),
                OrderWeekdays.longestGap(
                        terms.orderEveryDays(), OrderWeekdays.parse(terms.orderWeekdays())),
                terms.packUnits(),
                terms.minOrderUnits(),
                terms.costFactor().doubleValue());
    }

    /** Of a brand that has only offered: its lead time, and an order a week. */
    public static FirstOrder of(BrandOffer offer) {
        return new FirstOrder(offer.leadTimeDays(), USUAL_REVIEW_DAYS, 1, 0, 1);
    }

    /** Of a brand with neither terms nor offer: a week of lead time, and an order a week. */
    public static FirstOrder usual() {
        return new FirstOrder(USUAL_LEAD_TIME_DAYS, USUAL_REVIEW_DAYS, 1, 0, 1);
    }

    /** Units of it; 0 where nothing is expected to sell. */
    double units(double unitsPerDay) {
        double needed = unitsPerDay * (leadTimeDays + reviewDays);
        if (needed <= 0) {
            return 0;
        }
        return Math.ceil(Math.max(needed, (double) minOrderUnits) / packUnits - ROUNDING)
                * packUnits;
    }
}
