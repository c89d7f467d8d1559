package io.quartermaster.domain.replenishment.backtest;

import java.util.Arrays;

/**
 * Lot sizing of one item whose demand is known, with lost sales, at a price of what each day's
 * orders use of the supplier's capacity: a dynamic programme over days, whose state is the open
 * order that serves a day cheapest. An order that arrives on day i serves day j at the unit cost,
 * its price and holding for j - i days, or the sale is lost; f(j, i) is the least cost of the days
 * before j with i open, and an order is opened for its cost where it serves cheaper than the one
 * that is open. Stock at the start meets the earliest demand; packs are relaxed.
 */
final class HindsightLots {

    private static final double NEVER = Double.POSITIVE_INFINITY;

    private final BacktestItem item;
    private final int review;
    private final int firstDay;
    private final double[] net;
    private final double fixed;

    /** State 0: none is open; state i + 1: the order that arrives on day i. */
    private final double[] least;

    private final double[] atDayZero;
    private final int[] before;

    /**
     * The item over so many days.
     *
     * @param review days between two order days
     * @param stock units before the first day
     */
    HindsightLots(BacktestItem item, int review, long stock, int firstDay, int days) {
        this.item = item;
        this.review = review;
        this.firstDay = firstDay;
        this.net = new double[days];
        this.least = new double[days + 1];
        this.atDayZero = new double[days];
        this.before = new int[days];
        double served = 0;
        double left = stock;
        for (int day = 0; day < days; day++) {
            double wanted = item.demand()[firstDay + day];
            double met = Math.min(left, wanted);
            left -= met;
            net[day] = wanted - met;
            served += met * item.unitCost() + left * item.holdingPerDay();
        }
        this.fixed = served;
    }

    /**
     * The least cost.
     *
     * @param prices per unit ordered, by order day
     * @param used units of the orders that lead to it are added, by order day
     */
    double cost(double[] prices, double[] used) {
        Arrays.fill(least, NEVER);
        least[0] = 0;
        for (int day = 0; day < net.length; day++) {
            if (canArrive(day)) {
                open(day, prices[day - item.leadTimeDays()]);
            }
            for (int state = 0; state <= day + 1 && net[day] > 0; state++) {
                least[state] += net[day] * perUnit(state, day);
            }
        }
        int best = 0;
        for (int state = 1; state < least.length; state++) {
            best = least[state] < least[best] ? state : best;
        }
        double cost = fixed + least[best];
        follow(best, used);
        return cost;
    }

    private boolean canArrive(int day) {
        return day >= item.leadTimeDays() && (firstDay + day - item.leadTimeDays()) % review == 0;
    }

    private void open(int day, double price) {
        atDayZero[day] = item.unitCost() + price - item.holdingPerDay() * day;
        int from = 0;
        for (int state = 1; state <= day; state++) {
            boolean dearer = least[state] < NEVER && atDayZero[state - 1] > atDayZero[day];
            from = dearer && least[state] < least[from] ? state : from;
        }
        least[day + 1] = least[from] + item.orderCost();
        before[day] = from;
    }

    private double perUnit(int state, int day) {
        return state == 0 ? item.lostSale() : Math.min(item.lostSale(), served(state - 1, day));
    }

    private double served(int arrival, int day) {
        return atDayZero[arrival] + item.holdingPerDay() * day;
    }

    private void follow(int best, double[] used) {
        int until = net.length;
        for (int state = best; state > 0; state = before[state - 1]) {
            int arrival = state - 1;
            for (int day = arrival; day < until; day++) {
                boolean serves = served(arrival, day) < item.lostSale();
                used[arrival - item.leadTimeDays()] += serves ? net[day] : 0;
            }
            until = arrival;
        }
    }
}
