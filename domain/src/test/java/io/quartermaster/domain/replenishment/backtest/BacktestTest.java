package io.quartermaster.domain.replenishment.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.quartermaster.domain.replenishment.GreedyPlanner;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BacktestTest {

    private static final int DAYS = 150;
    private static final int REPLAYED = 40;

    /** The days to come are drawn anew: nothing that was decided before them may change. */
    @Test
    void knowsNothingOfTheDaysToCome() {
        BacktestHistory one = history(1, 6, DAYS - 20);
        BacktestHistory other = history(1, 6, DAYS - 10);
        int last = DAYS - 20;
        List<String> decided = new ArrayList<>();
        for (BacktestHistory history : List.of(one, other)) {
            ForecastBook book = ForecastBook.of(history, DAYS - REPLAYED);
            StockReplay replay = new StockReplay(history, book, DAYS - REPLAYED, REPLAYED);
            StringBuilder orders = new StringBuilder();
            for (StockPolicy policy : policies()) {
                for (int supplier = 0; supplier < 2; supplier++) {
                    replay.follow(noted(policy, last, orders), supplier);
                }
            }
            decided.add(orders.toString());
        }
        assertThat(decided.get(0)).isNotEmpty().isEqualTo(decided.get(1));
    }

    private static List<StockPolicy> policies() {
        return List.of(
                new LevelPolicy("base-stock", 0, 0, Rationing.FAIR_SHARE),
                new LevelPolicy("(s, S)", 0, 1, Rationing.BY_MARGIN),
                new MarginalPolicy(),
                new PlannerPolicy(GreedyPlanner::plan, 0));
    }

    private static StockPolicy noted(StockPolicy policy, int last, StringBuilder orders) {
        return new StockPolicy() {
            @Override
            public String name() {
                return policy.name();
            }

            @Override
            public long[] orders(OrderDay day) {
                long[] chosen = policy.orders(day);
                if (day.day() <= last) {
                    orders.append(day.day()).append(Arrays.toString(chosen));
                }
                return chosen;
            }
        };
    }

    /** Two days of lead time, review each day: 10 in stock, 4 wanted a day, 5 ordered on day 0. */
    @Test
    void countsWhatAPolicyCosts() {
        int[] demand = new int[60];
        Arrays.fill(demand, 4);
        BacktestItem item = new BacktestItem("A", 0, 2, 3, 0.5, 10, 5, 2, demand);
        BacktestHistory history =
                new BacktestHistory(List.of(item), List.of(new BacktestSupplier("S", 100, 1)), 60);
        ForecastBook book = ForecastBook.of(history, 50);
        StockReplay replay = new StockReplay(history, book, 55, 5);
        assertThat(replay.firstStock(0)).isEqualTo(15);
        BacktestCost cost =
                replay.follow(
                        new StockPolicy() {
                            @Override
                            public String name() {
                                return "once";
                            }

                            @Override
                            public long[] orders(OrderDay day) {
                                assertThat(day.position(0))
                                        .isEqualTo(day.day() == 55 ? 15 : 15 + 5 - sold(day));
                                return new long[] {day.day() == 55 ? 5 : 0};
                            }

                            private double sold(OrderDay day) {
                                return 4 * (day.day() - 55);
                            }
                        });
        // Stock at the ends: 11, 7, 8, 4, 0.
        assertThat(cost.holding()).isCloseTo(0.5 * 30, within(1e-9));
        assertThat(cost.ordering()).isEqualTo(3);
        assertThat(cost.purchase()).isCloseTo(2 * 20, within(1e-9));
        assertThat(cost.lostUnits()).isZero();
        assertThat(cost.total()).isCloseTo(58, within(1e-9));
        assertThat(cost.stockTurns(5)).isCloseTo(40 / 12.0 * 73, within(1e-9));
    }

    @Test
    void refusesAnOrderThatBreaksARule() {
        BacktestHistory history = history(1, 6, DAYS);
        ForecastBook book = ForecastBook.of(history, DAYS - REPLAYED);
        StockReplay replay = new StockReplay(history, book, DAYS - REPLAYED, REPLAYED);
        StockPolicy much =
                new StockPolicy() {
                    @Override
                    public String name() {
                        return "much";
                    }

                    @Override
                    public long[] orders(OrderDay day) {
                        long[] orders = new long[day.items().length];
                        Arrays.fill(orders, 6000);
                        return orders;
                    }
                };
        assertThatThrownBy(() -> replay.follow(much, 0))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("breaks a rule");
    }

    /** Every set of order days, each order lasting until the next, each day met or lost. */
    @Test
    void foresightIsTheLeastOfAllLots() {
        Random random = new Random(9);
        for (int n = 0; n < 200; n++) {
            int[] demand = new int[9];
            for (int day = 0; day < demand.length; day++) {
                demand[day] = random.nextInt(3) == 0 ? 0 : random.nextInt(9);
            }
            BacktestItem item =
                    new BacktestItem(
                            "A",
                            0,
                            2,
                            random.nextInt(12),
                            0.3,
                            2.5 + random.nextInt(4),
                            1,
                            random.nextInt(3),
                            demand);
            int review = 1 + random.nextInt(3);
            long stock = random.nextInt(12);
            double[] prices = random.doubles(9, 0, 1 + random.nextInt(2)).toArray();
            double[] used = new double[9];
            assertThat(new HindsightLots(item, review, stock, 0, 9).cost(prices, used))
                    .isCloseTo(enumerated(item, review, stock, prices), within(1e-9));
            assertThat(Arrays.stream(used).sum())
                    .isLessThanOrEqualTo(
                            Math.max(0.0, Arrays.stream(demand).sum() - (double) stock));
        }
    }

    /** 4 wanted on each of 3 days, 2 delivered: 2 are sold and 2 lost each day. */
    @Test
    void foresightKnowsTheCapacity() {
        BacktestItem item = new BacktestItem("A", 0, 2, 0, 0.3, 5, 1, 0, new int[] {4, 4, 4});
        HindsightLots[] items = {new HindsightLots(item, 1, 0, 0, 3)};
        assertThat(PerfectForesight.bound(items, 2, 3, 60)).isCloseTo(42, within(0.05));
        assertThat(PerfectForesight.bound(items, 4, 3, 60)).isCloseTo(24, within(1e-9));
    }

    private static double enumerated(BacktestItem item, int review, long stock, double[] prices) {
        double best = Double.POSITIVE_INFINITY;
        for (int set = 0; set < 1 << 9; set++) {
            double cost = 0;
            double left = stock;
            double cheapest = item.lostSale();
            for (int day = 0; day < 9; day++) {
                if ((set >> day & 1) == 1) {
                    boolean allowed =
                            day >= item.leadTimeDays() && (day - item.leadTimeDays()) % review == 0;
                    cost += allowed ? item.orderCost() : Double.POSITIVE_INFINITY;
                    double price = allowed ? prices[day - item.leadTimeDays()] : 0;
                    cheapest = Math.min(cheapest, item.unitCost() + price);
                }
                double met = Math.min(left, item.demand()[day]);
                left -= met;
                cost += met * item.unitCost() + left * item.holdingPerDay();
                cost += (item.demand()[day] - met) * cheapest;
                cheapest = Math.min(item.lostSale(), cheapest + item.holdingPerDay());
            }
            best = Math.min(best, cost);
        }
        return best;
    }

    @Test
    void noPolicyIsCheaperThanForesight() {
        BacktestHistory history = history(4, 12, DAYS);
        ForecastBook book = ForecastBook.of(history, DAYS - 2 * REPLAYED);
        Backtest backtest =
                Backtest.of(history, book, REPLAYED, new PlannerPolicy(GreedyPlanner::plan, -0.5));
        assertThat(backtest.outcomes())
                .extracting(Backtest.Outcome::policy)
                .containsExactly(
                        "base-stock, fair share",
                        "(s, S), fair share",
                        "base-stock, by margin",
                        "(s, S), by margin",
                        "newsvendor greedy",
                        "planner");
        for (Backtest.Outcome outcome : backtest.outcomes()) {
            assertThat(backtest.regret(outcome.cost())).isPositive();
            assertThat(outcome.cost().fillRate()).isBetween(0.3, 1.0);
            assertThat(outcome.cost().wantedUnits()).isPositive();
        }
        assertThat(backtest.savedAgainstTuned())
                .isLessThanOrEqualTo(backtest.savedAgainstTextbook());
    }

    @Test
    void savingsHaveStudentsInterval() {
        PairedSaving saving = PairedSaving.of(new double[] {0.04, 0.06, 0.05, 0.07, 0.03});
        assertThat(saving.mean()).isCloseTo(0.05, within(1e-12));
        assertThat(saving.low()).isCloseTo(0.05 - 2.7764 * Math.sqrt(2.5e-4 / 5), within(1e-9));
        assertThat(PairedSaving.of(new double[] {0.1}).low()).isNaN();
    }

    @Test
    void refusesHistoryThatCannotBeReplayed() {
        BacktestHistory history = history(1, 6, DAYS);
        assertThatThrownBy(() -> ForecastBook.of(history, 10))
                .hasMessageContaining("needs 28 days of history before it.");
        assertThatThrownBy(() -> new BacktestItem("A", 0, 2, 1, 0.1, 1, 1, 0, new int[0]))
                .hasMessageContaining("The costs of item (A)");
        assertThatThrownBy(() -> new BacktestItem("A", 0, 2, 1, 0.1, 5, 1, 0, new int[] {-1}))
                .hasMessageContaining("The demand (-1) of item (A) must be 0 or more.");
        assertThatThrownBy(() -> new BacktestHistory(List.of(), List.of(), 0))
                .hasMessageContaining("There is no item to replay.");
    }

    /** Two suppliers, the first too small; demand is drawn anew from a day on. */
    private static BacktestHistory history(long seed, int count, int drawnAnew) {
        List<BacktestItem> items = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Random random = new Random(seed * 100 + i);
            Random other = new Random(seed * 100 + i + 50);
            double mean = 1 + 2 * random.nextDouble();
            double cost = 1 + 9 * random.nextDouble();
            int[] demand = new int[DAYS];
            for (int day = 0; day < DAYS; day++) {
                double drawn = day < drawnAnew ? random.nextDouble() : other.nextDouble();
                demand[day] = (int) (-mean * Math.log(1 - drawn));
            }
            items.add(
                    new BacktestItem("I" + i, i % 2, cost, 2, 0.02 * cost, cost * 3, 2, 3, demand));
        }
        return new BacktestHistory(
                items,
                List.of(
                        new BacktestSupplier("small", 8 * Math.max(1, count / 6), 2),
                        new BacktestSupplier("large", 200, 7)),
                DAYS);
    }
}
