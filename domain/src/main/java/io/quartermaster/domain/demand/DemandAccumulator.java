package io.quartermaster.domain.demand;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What one item's customers did at one place on one day, as sums that can be added in any order,
 * merged and taken back: every field is a whole number, so there is nothing to round.
 *
 * <pre>
 * units    = ordered - cancelled on the day of the order
 * price    = (paid for ordered - refunded for cancelled) / units, 0 without units
 * promoted = units ordered on promotion / units ordered
 * </pre>
 *
 * Demand is gross of returns: goods that came back later were wanted when they were ordered. A
 * cancellation on the day of its order was no demand, a slip of the keyboard more often than not,
 * and is taken off that day.
 *
 * <p>A mutable class with public fields, since Flink's SQL aggregates and keyed state both ask for
 * one; it is the only accumulator of demand, for the DataStream job and for SQL.
 */
public final class DemandAccumulator {

    /** Money is summed in millionths of the currency's unit. */
    private static final int MONEY_DIGITS = 6;

    private static final double MONEY_SCALE = 1e6;

    /** Units ordered. */
    public long orderedUnits;

    /** Units ordered on promotion. */
    public long promotedUnits;

    /** Units cancelled on the day they were ordered. */
    public long cancelledUnits;

    /** Millionths paid for the units ordered. */
    public long paidMicros;

    /** Millionths refunded for the units cancelled. */
    public long refundedMicros;

    /** Readings of the stock. */
    public long stockReadings;

    /** Readings that found none. */
    public long emptyReadings;

    /** Views of the item. */
    public long views;

    /** Times it was marked as a favourite. */
    public long favourites;

    /** Times it was put into a cart. */
    public long carts;

    /** Times the platform showed it. */
    public long shown;

    /**
     * Adds a signal.
     *
     * @param kind what happened; a launch changes nothing here
     * @param units ordered, cancelled or on hand; not looked at for behaviour
     * @param unitPrice paid or refunded for one unit; not looked at for stock and behaviour
     * @param promotion whether the units were on promotion
     */
    public void add(SignalKind kind, long units, BigDecimal unitPrice, boolean promotion) {
        count(kind, units, unitPrice, promotion, 1);
    }

    /** Takes a signal back that was added. */
    public void retract(SignalKind kind, long units, BigDecimal unitPrice, boolean promotion) {
        count(kind, units, unitPrice, promotion, -1);
    }

    /** Adds another accumulator of the same item, place and day. */
    public void merge(DemandAccumulator other) {
        orderedUnits += other.orderedUnits;
        promotedUnits += other.promotedUnits;
        cancelledUnits += other.cancelledUnits;
        paidMicros = Math.addExact(paidMicros, other.paidMicros);
        refundedMicros = Math.addExact(refundedMicros, other.refundedMicros);
        stockReadings += other.stockReadings;
        emptyReadings += other.emptyReadings;
        views += other.views;
        favourites += other.favourites;
        carts += other.carts;
        shown += other.shown;
    }

    /** Units wanted. */
    public long units() {
        return Math.max(0, orderedUnits - cancelledUnits);
    }

    /** Mean price of a unit wanted, 0 if none was. */
    public double price() {
        return units() == 0 ? 0 : (paidMicros - refundedMicros) / MONEY_SCALE / units();
    }

    /** Share of the units ordered that were on promotion. */
    public double promotion() {
        return orderedUnits <= 0 ? 0 : (double) promotedUnits / orderedUnits;
    }

    /** Whether a reading found no stock. */
    public boolean stockedOut() {
        return emptyReadings > 0;
    }

    private void count(
            SignalKind kind, long units, BigDecimal unitPrice, boolean promotion, int sign) {
        switch (kind) {
            case ORDER -> order(sign * units, sign * micros(units, unitPrice), promotion);
            case CANCELLATION -> cancel(sign * units, sign * micros(units, unitPrice));
            case STOCK -> read(units, sign);
            case VIEW -> views += sign;
            case FAVOURITE -> favourites += sign;
            case CART -> carts += sign;
            case SHOWN -> shown += sign;
            case LAUNCH -> {}
        }
    }

    private void order(long units, long micros, boolean promotion) {
        orderedUnits += units;
        promotedUnits += promotion ? units : 0;
        paidMicros = Math.addExact(paidMicros, micros);
    }

    private void cancel(long units, long micros) {
        cancelledUnits += units;
        refundedMicros = Math.addExact(refundedMicros, micros);
    }

    private void read(long onHand, int sign) {
        stockReadings += sign;
        emptyReadings += onHand <= 0 ? sign : 0;
    }

    private static long micros(long units, BigDecimal unitPrice) {
        BigDecimal scaled = unitPrice.setScale(MONEY_DIGITS, RoundingMode.HALF_EVEN);
        return Math.multiplyExact(units, scaled.unscaledValue().longValueExact());
    }
}
