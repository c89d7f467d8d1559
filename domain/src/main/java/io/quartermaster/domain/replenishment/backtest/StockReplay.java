package io.quartermaster.domain.replenishment.backtest;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Follows a policy day by day. Stock starts, for every policy alike, as what the forecast expects
 * over lead time and review, in whole packs, with nothing under way. Orders are checked against the
 * rules; one that breaks them ends the replay.
 */
public final class StockReplay {

    private final BacktestHistory history;
    private final ForecastBook book;
    private final int firstDay;
    private final int days;

    /** A replay of so many days. */
    public StockReplay(BacktestHistory history, ForecastBook book, int firstDay, int days) {
        this.history = history;
        this.book = book;
        this.firstDay = firstDay;
        this.days = days;
    }

    /** What a policy costs, supplier by supplier in parallel, since they share nothing. */
    public BacktestCost follow(StockPolicy policy) {
        List<BacktestCost> costs =
                IntStream.range(0, history.suppliers().size())
                        .parallel()
                        .mapToObj(supplier -> follow(policy, supplier))
                        .toList();
        return sum(costs);
    }

    /** The cost of one supplier's items. */
    public BacktestCost follow(StockPolicy policy, int supplier) {
        int[] items = history.itemsOf(supplier);
        long[] stock = new long[items.length];
        long[][] arriving = new long[items.length][];
        for (int i = 0; i < items.length; i++) {
            stock[i] = firstStock(items[i]);
            arriving[i] = new long[days + item(items, i).leadTimeDays() + 1];
        }
        Ledger ledger = new Ledger();
        for (int day = 0; day < days; day++) {
            for (int i = 0; i < items.length; i++) {
                stock[i] += arriving[i][day];
            }
            if ((firstDay + day) % history.suppliers().get(supplier).orderEveryDays() == 0) {
                OrderDay known = known(supplier, items, day, stock, arriving);
                place(ledger, known, policy.orders(known), stock, arriving, day);
            }
            for (int i = 0; i < items.length; i++) {
                stock[i] = ledger.sell(item(items, i), firstDay + day, stock[i]);
            }
        }
        for (int i = 0; i < items.length; i++) {
            long left = stock[i] - firstStock(items[i]);
            for (int day = days; day < arriving[i].length; day++) {
                left += arriving[i][day];
            }
            ledger.purchase -= left * item(items, i).unitCost();
        }
        return ledger.cost(days);
    }

    private BacktestItem item(int[] items, int index) {
        return history.items().get(items[index]);
    }

    /** Units in stock before the first day. */
    long firstStock(int item) {
        BacktestItem of = history.items().get(item);
        return of.inPacks(book.sum(item, firstDay, history.riskDays(of)));
    }

    private OrderDay known(int supplier, int[] items, int day, long[] stock, long[][] arriving) {
        long[][] underWay = new long[items.length][];
        for (int i = 0; i < items.length; i++) {
            int lead = item(items, i).leadTimeDays();
            underWay[i] = new long[lead + 1];
            for (int ahead = 1; ahead <= lead; ahead++) {
                underWay[i][ahead] = arriving[i][day + ahead];
            }
        }
        return new OrderDay(
                history, book, supplier, items, firstDay + day, stock.clone(), underWay);
    }

    private static void place(
            Ledger ledger,
            OrderDay known,
            long[] orders,
            long[] stock,
            long[][] arriving,
            int day) {
        long sum = 0;
        for (int i = 0; i < orders.length; i++) {
            BacktestItem item = known.item(i);
            sum += orders[i];
            if (orders[i] < 0 || orders[i] % item.pack() != 0 || sum > known.capacity()) {
                throw new IllegalStateException(
                        "The order (%d) of item (%s) on day %d breaks a rule: packs of %d, %s units for all items."
                                .formatted(
                                        orders[i],
                                        item.item(),
                                        known.day(),
                                        item.pack(),
                                        known.capacity()));
            }
            ledger.order(item, orders[i]);
            if (item.leadTimeDays() == 0) {
                stock[i] += orders[i];
            } else {
                arriving[i][day + item.leadTimeDays()] += orders[i];
            }
        }
    }

    private static BacktestCost sum(List<BacktestCost> costs) {
        Ledger ledger = new Ledger();
        List<BacktestCost> all = new ArrayList<>(costs);
        all.forEach(ledger::add);
        return ledger.cost(1);
    }

    /** Sums of costs and units. */
    private static final class Ledger {
        private double purchase;
        private double ordering;
        private double holding;
        private double lostSales;
        private long wantedUnits;
        private long lostUnits;
        private double soldCost;
        private double stockDays;
        private int orders;

        void order(BacktestItem item, long units) {
            purchase += units * item.unitCost();
            ordering += units > 0 ? item.orderCost() : 0;
            orders += units > 0 ? 1 : 0;
        }

        /** The stock at the day's end. */
        long sell(BacktestItem item, int day, long stock) {
            long wanted = item.demand()[day];
            long sold = Math.min(stock, wanted);
            wantedUnits += wanted;
            lostUnits += wanted - sold;
            lostSales += (wanted - sold) * item.lostSale();
            soldCost += sold * item.unitCost();
            holding += (stock - sold) * item.holdingPerDay();
            stockDays += (stock - sold) * item.unitCost();
            return stock - sold;
        }

        void add(BacktestCost cost) {
            purchase += cost.purchase();
            ordering += cost.ordering();
            holding += cost.holding();
            lostSales += cost.lostSales();
            wantedUnits += cost.wantedUnits();
            lostUnits += cost.lostUnits();
            soldCost += cost.soldCost();
            stockDays += cost.meanStock();
            orders += cost.orders();
        }

        BacktestCost cost(int days) {
            return new BacktestCost(
                    purchase,
                    ordering,
                    holding,
                    lostSales,
                    wantedUnits,
                    lostUnits,
                    soldCost,
                    stockDays / days,
                    orders);
        }
    }
}
