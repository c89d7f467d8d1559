package io.quartermaster.domain.replenishment.justintime;

import io.quartermaster.domain.replenishment.lots.LotPart;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What an item's stock at a place asks for, at the end of a day.
 *
 * @param item the item
 * @param place the place
 * @param supplier who delivers, empty if not known
 * @param eventDay the day
 * @param onHand units in stock, less those sold and not yet received
 * @param openUnits under way and due later
 * @param overdueUnits under way and due by now
 * @param demandPerDay expected units
 * @param coverDays for which stock and open orders last at expected demand, at most {@link
 *     PullSignals#LONGEST_COVER}; NaN without demand
 * @param leadDays lead time at the chosen quantile
 * @param runsOutOn first day whose demand, at the chosen quantile, is not covered; null if none is
 *     near
 * @param orderBy last day on which an order still arrives before stock runs out; null likewise
 * @param pull late, order, wait, or none without demand
 * @param pullUnits missing to cover lead time and review at the chosen quantile, 0 or more
 * @param oldestDays days for which the oldest lot has lain, 0 without stock
 * @param agedUnits in lots that are old
 * @param expiringUnits that will not be sold before their lot's last day, at expected demand
 * @param excessUnits beyond the cover that is too much
 * @param excessValue of these at the mean cost of what is in stock
 * @param currency of that
 * @param alerts of overstock, ageing, expiring and overdue, divided by spaces
 * @param lots what is left of each, in the order received
 */
public record StockSignal(
        String item,
        String place,
        String supplier,
        LocalDate eventDay,
        long onHand,
        long openUnits,
        long overdueUnits,
        double demandPerDay,
        double coverDays,
        int leadDays,
        LocalDate runsOutOn,
        LocalDate orderBy,
        String pull,
        long pullUnits,
        long oldestDays,
        long agedUnits,
        long expiringUnits,
        long excessUnits,
        BigDecimal excessValue,
        String currency,
        String alerts,
        LotPart[] lots) {

    /** The last day to order is over. */
    public static final String LATE = "late";

    /** It is before the next look. */
    public static final String ORDER = "order";

    /** There is time. */
    public static final String WAIT = "wait";

    /** Nothing is expected to be sold. */
    public static final String NONE = "none";

    /** Whether it asks for the same as another. */
    public boolean asksAs(StockSignal other) {
        return pull.equals(other.pull) && alerts.equals(other.alerts);
    }

    StockSignal with(String newAlerts) {
        return new StockSignal(
                item,
                place,
                supplier,
                eventDay,
                onHand,
                openUnits,
                overdueUnits,
                demandPerDay,
                coverDays,
                leadDays,
                runsOutOn,
                orderBy,
                pull,
                pullUnits,
                oldestDays,
                agedUnits,
                expiringUnits,
                excessUnits,
                excessValue,
                currency,
                newAlerts,
                lots);
    }
}
