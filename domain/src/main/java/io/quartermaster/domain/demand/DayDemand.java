package io.quartermaster.domain.demand;

import java.time.Instant;
import java.time.LocalDate;

/**
 * One day of an item at a place while it may still change: its sums, its last reading of the stock,
 * and how often its window was corrected. A mutable class with public fields, as keyed state asks.
 *
 * <p>A day is stocked out where one of its readings found nothing; a day without a reading is where
 * the last reading before found nothing.
 */
public final class DayDemand {

    /** The day's sums. */
    public DemandAccumulator sums = new DemandAccumulator();

    /** Time of the last reading in epoch milliseconds. */
    public long readMillis = Long.MIN_VALUE;

    /** Id of the last reading: of two readings at one time the greater id counts. */
    public String readId = "";

    /** Units on hand at the last reading. */
    public long onHand = DemandCarry.UNKNOWN;

    /** Corrections of the day's window so far. */
    public int revision;

    /** Adds a signal of the day. */
    public void add(DemandSignal signal) {
        sums.add(signal.kind(), signal.units(), signal.unitPrice(), signal.promotion());
        if (signal.kind() == SignalKind.STOCK) {
            read(signal.time().toEpochMilli(), signal.id(), signal.units());
        }
    }

    /** What the next day inherits. */
    public DemandCarry after(DemandCarry before) {
        double price = sums.units() > 0 ? sums.price() : before.price();
        return new DemandCarry(price, sums.stockReadings > 0 ? onHand : before.onHand());
    }

    /**
     * The day's window.
     *
     * @param before what the day inherits
     * @param asOf event time up to which it knows
     */
    public DemandWindow window(
            String item, String place, LocalDate day, DemandCarry before, Instant asOf) {
        return new DemandWindow(
                item,
                place,
                day,
                sums.units(),
                after(before).price(),
                sums.promotion(),
                sums.stockReadings > 0 ? sums.stockedOut() : before.onHand() == 0,
                sums.views,
                sums.favourites,
                sums.carts,
                "",
                (double) sums.units(),
                (double) sums.units(),
                sums.shown,
                (double) sums.units(),
                0,
                revision,
                asOf);
    }

    /** Whether two windows of a day say the same, whatever their revision. */
    public static boolean sameFigures(DemandWindow one, DemandWindow other) {
        return one.units() == other.units()
                && Double.compare(one.price(), other.price()) == 0
                && Double.compare(one.promotion(), other.promotion()) == 0
                && one.stockedOut() == other.stockedOut()
                && one.views() == other.views()
                && one.favourites() == other.favourites()
                && one.carts() == other.carts()
                && one.shown() == other.shown();
    }

    private void read(long millis, String id, long units) {
        if (millis > readMillis || (millis == readMillis && id.compareTo(readId) > 0)) {
            readMillis = millis;
            readId = id;
            onHand = units;
        }
    }
}
