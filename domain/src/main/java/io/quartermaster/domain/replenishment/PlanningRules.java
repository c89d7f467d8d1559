package io.quartermaster.domain.replenishment;

import java.io.Serializable;
import java.time.LocalDate;

/**
 * What holds for every plan where neither catalogue nor terms say it.
 *
 * @param horizonDays days planned
 * @param firstOrderDay a day that is an order day of every supplier; others follow at the terms'
 *     distance
 * @param serviceLevel quantile of demand over lead time and review that stock covers
 * @param holdingRatePerYear cost of holding a unit for a year as a share of its cost
 * @param orderCost cost of an order line
 * @param lostSaleShare what a lost sale costs as a share of the list price
 * @param placeVolume volume that a place keeps for one supplier, infinite for no limit
 * @param assumedCoverDays stock of an assumed item of which none is known, in days of mean demand
 * @param withoutTerms what holds for a brand without any terms
 */
public record PlanningRules(
        int horizonDays,
        LocalDate firstOrderDay,
        double serviceLevel,
        double holdingRatePerYear,
        double orderCost,
        double lostSaleShare,
        double placeVolume,
        double assumedCoverDays,
        DefaultTerms withoutTerms)
        implements Serializable {

    private static final long serialVersionUID = 1L;

    /**
     * Terms of a brand that has none.
     *
     * @param leadTimeDays days from order to arrival
     * @param orderEveryDays days between order days
     * @param packUnits units of a pack
     * @param minOrderUnits smallest order of one item
     * @param capacityPerDay units that the supplier delivers of a day's orders
     */
    public record DefaultTerms(
            int leadTimeDays,
            int orderEveryDays,
            long packUnits,
            long minOrderUnits,
            long capacityPerDay)
            implements Serializable {
        private static final long serialVersionUID = 1L;
    }
}
