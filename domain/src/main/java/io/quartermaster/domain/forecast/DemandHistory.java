package io.quartermaster.domain.forecast;

import io.quartermaster.domain.demand.DemandWindow;
import java.util.Arrays;

/**
 * The last days of one item at one place, one row a day without gaps, newest last.
 *
 * <p>A row holds units sold, units wanted, price, promotion, whether stock ran out, views, carts
 * and favourites, and what the item's category was wanted on the day before; wanted are those
 * without what showing the item added. A day that a campaign touches is kept as it would be
 * without: its base for the units, views, carts and favourites in the share of the base, and the
 * price of the day before.
 *
 * @param firstDay epoch day of the first day ever seen
 * @param lastDay epoch day of the newest row; {@code firstDay - 1} if there is none
 * @param rows the days, {@link #WIDTH} numbers each
 */
public record DemandHistory(long firstDay, long lastDay, float[] rows) {

    /** Days kept: eight weeks of seasonal differences and one to take them from. */
    public static final int KEPT = 63;

    private static final int WIDTH = 9;
    private static final int SOLD = 0;
    private static final int WANTED = 1;
    private static final int PRICE = 2;
    private static final int PROMOTION = 3;
    private static final int STOCKED_OUT = 4;
    private static final int VIEWS = 5;
    private static final int CARTS = 6;
    private static final int FAVOURITES = 7;
    private static final int CATEGORY = 8;
    private static final int LEVEL_DAYS = 28;

    public static DemandHistory before(long firstDay) {
        return new DemandHistory(firstDay, firstDay - 1, new float[0]);
    }

    /** Days since the first, whether still kept or not. */
    public long age() {
        return lastDay - firstDay + 1;
    }

    /** Number of rows. */
    public int kept() {
        return rows.length / WIDTH;
    }

    /** With the window's day at the end; days missing in between sold nothing. */
    public DemandHistory append(DemandWindow window) {
        long day = window.day().toEpochDay();
        int added = (int) Math.min(KEPT, day - lastDay);
        int old = Math.min(kept(), KEPT - added);
        float[] next = new float[(old + added) * WIDTH];
        System.arraycopy(rows, (kept() - old) * WIDTH, next, 0, old * WIDTH);
        for (int row = old; row < old + added - 1 && row > 0; row++) {
            next[row * WIDTH + PRICE] = next[(row - 1) * WIDTH + PRICE];
        }
        write(next, old + added - 1, window);
        return new DemandHistory(firstDay, day, next);
    }

    /** With a kept day's row replaced; the same if the day is kept no more. */
    public DemandHistory replace(DemandWindow window) {
        long back = lastDay - window.day().toEpochDay();
        if (back < 0 || back >= kept()) {
            return this;
        }
        float[] next = rows.clone();
        write(next, kept() - 1 - (int) back, window);
        return new DemandHistory(firstDay, lastDay, next);
    }

    /**
     * As it was so many days ago, of the days that are still kept.
     *
     * @param days 0 to {@link #kept}
     */
    public DemandHistory before(int days) {
        return new DemandHistory(
                firstDay, lastDay - days, Arrays.copyOf(rows, rows.length - days * WIDTH));
    }

    private static void write(float[] rows, int row, DemandWindow window) {
        int at = row * WIDTH;
        boolean isCampaign = !window.campaign().isEmpty();
        rows[at + SOLD] = (float) window.baseUnits();
        rows[at + WANTED] = (float) (isCampaign ? window.baseUnits() : window.organicUnits());
        rows[at + PRICE] =
                isCampaign && row > 0 ? rows[at - WIDTH + PRICE] : (float) window.price();
        rows[at + PROMOTION] = (float) window.promotion();
        rows[at + STOCKED_OUT] = window.stockedOut() ? 1 : 0;
        rows[at + VIEWS] = (float) (window.views() * window.baseShare());
        rows[at + CARTS] = (float) (window.carts() * window.baseShare());
        rows[at + FAVOURITES] = (float) (window.favourites() * window.baseShare());
        rows[at + CATEGORY] = (float) window.categoryUnits();
    }

    private static double mean(float[] rows, int column, int from, int to) {
        double sum = 0;
        for (int row = from; row < to; row++) {
            sum += rows[row * WIDTH + column];
        }
        return to == from ? 0 : sum / (to - from);
    }

    /** Units wanted of each kept day, newest last. */
    public double[] wanted() {
        double[] wanted = new double[kept()];
        for (int row = 0; row < wanted.length; row++) {
            wanted[row] = rows[row * WIDTH + WANTED];
        }
        return wanted;
    }

    /** Units wanted of the last days before the newest, newest of them last. */
    public double[] wantedBefore(int days) {
        int count = Math.max(0, Math.min(days, kept() - 1));
        double[] wanted = new double[count];
        for (int i = 0; i < count; i++) {
            wanted[i] = rows[(kept() - 1 - count + i) * WIDTH + WANTED];
        }
        return wanted;
    }

    /** Units sold on each of the first days; 0 for those kept no more or still to come. */
    public long[] firstSold(int days) {
        long[] sold = new long[days];
        for (int row = 0; row < kept(); row++) {
            long age = lastDay - (kept() - 1 - row) - firstDay;
            if (age < days) {
                sold[(int) age] = Math.round(rows[row * WIDTH + SOLD]);
            }
        }
        return sold;
    }

    /** Units wanted so many days before the newest. */
    public double wanted(int back) {
        return value(back, WANTED);
    }

    /** Price so many days before the newest, 0 if none was known. */
    public double price(int back) {
        return value(back, PRICE);
    }

    /** Promotion so many days before the newest. */
    public double promotion(int back) {
        return value(back, PROMOTION);
    }

    double stockedOut(int back) {
        return value(back, STOCKED_OUT);
    }

    double views(int back) {
        return value(back, VIEWS);
    }

    double carts(int back) {
        return value(back, CARTS);
    }

    double favourites(int back) {
        return value(back, FAVOURITES);
    }

    /** Units of its category on the day before the one so many days back, 0 if not known. */
    double category(int back) {
        return value(back, CATEGORY);
    }

    double meanWanted(int days) {
        return recentMean(WANTED, days);
    }

    double meanViews(int days) {
        return recentMean(VIEWS, days);
    }

    double meanCarts(int days) {
        return recentMean(CARTS, days);
    }

    double meanFavourites(int days) {
        return recentMean(FAVOURITES, days);
    }

    /** Mean of the last days' units of its category that are known, 0 if none are. */
    double meanCategory(int days) {
        return knownMean(CATEGORY, days);
    }

    /** Mean promotion of the last days. */
    public double meanPromotion(int days) {
        return recentMean(PROMOTION, days);
    }

    /** Mean of the last days' prices that are known, 0 if none is. */
    double meanPrice(int days) {
        return knownMean(PRICE, days);
    }

    private double knownMean(int column, int days) {
        double sum = 0;
        int count = 0;
        for (int back = 0; back < Math.min(days, kept()); back++) {
            double value = value(back, column);
            sum += value;
            count += value > 0 ? 1 : 0;
        }
        return count == 0 ? 0 : sum / count;
    }

    /** The newest price over the mean of the last 28 days', 1 if there is none. */
    public double relativePrice() {
        double mean = meanPrice(LEVEL_DAYS);
        return kept() == 0 || mean == 0 || price(0) == 0 ? 1 : price(0) / mean;
    }

    private double recentMean(int column, int days) {
        return mean(rows, column, Math.max(0, kept() - days), kept());
    }

    private double value(int back, int column) {
        return rows[(kept() - 1 - back) * WIDTH + column];
    }
}
