package io.quartermaster.domain.replenishment.backtest;

import io.quartermaster.domain.forecast.StandardNormal;
import io.quartermaster.domain.replenishment.CapacityPool;
import io.quartermaster.domain.replenishment.ItemCosts;
import io.quartermaster.domain.replenishment.OrderPlan;
import io.quartermaster.domain.replenishment.OrderRules;
import io.quartermaster.domain.replenishment.PlannedItem;
import io.quartermaster.domain.replenishment.ReplenishmentProblem;
import io.quartermaster.domain.replenishment.SafetyStock;
import io.quartermaster.domain.replenishment.StoragePlace;
import io.quartermaster.domain.replenishment.policy.Newsvendor;
import io.quartermaster.domain.replenishment.selection.SelectionEffort;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Plans the supplier anew on every order day, over the days until shortly beyond its longest lead
 * time and review, and places the orders of that day alone. Safety stock covers the newsvendor's
 * critical ratio plus a shift; stock at the horizon's end is worth its unit cost.
 *
 * @param planner makes a plan
 * @param shift standard deviations added to the newsvendor's
 */
public record PlannerPolicy(Function<ReplenishmentProblem, OrderPlan> planner, double shift)
        implements StockPolicy {

    /**
     * Where the newsvendor counts no order after the next, a planner that orders again needs less.
     * Found, like the horizon and the effort, on generated marketplaces of seeds 101 and 102.
     */
    public static final double USUAL_SHIFT = -0.75;

    /** A gap of 0.1 %, or work that ends in some tens of milliseconds. */
    public static final SelectionEffort USUAL_EFFORT =
            new SelectionEffort(0.001, 30, 8, Double.POSITIVE_INFINITY, 1);

    private static final int DAYS_BEYOND = 2;

    @Override
    public String name() {
        return "planner";
    }

    @Override
    public long[] orders(OrderDay day) {
        List<PlannedItem> items = new ArrayList<>();
        int horizon = horizon(day);
        for (int i = 0; i < day.items().length; i++) {
            items.add(item(day, i, horizon));
        }
        OrderPlan plan =
                planner.apply(
                        new ReplenishmentProblem(
                                horizon,
                                items,
                                List.of(
                                        new CapacityPool(
                                                day.history()
                                                        .suppliers()
                                                        .get(day.supplier())
                                                        .name(),
                                                day.capacity())),
                                List.of(new StoragePlace("main", Double.POSITIVE_INFINITY))));
        long[] orders = new long[items.size()];
        for (int i = 0; i < orders.length; i++) {
            orders[i] = plan.orders()[i][0];
        }
        return orders;
    }

    /** Shortly beyond the longest lead time and review, within the forecast. */
    private static int horizon(OrderDay day) {
        int longest = 0;
        for (int i = 0; i < day.items().length; i++) {
            longest = Math.max(longest, day.history().riskDays(day.item(i)));
        }
        return Math.min(ForecastBook.HORIZON, longest + DAYS_BEYOND);
    }

    private PlannedItem item(OrderDay day, int index, int horizon) {
        BacktestItem item = day.item(index);
        double[] demand = new double[horizon];
        double[] arriving = new double[horizon];
        boolean[] orderDays = new boolean[horizon];
        for (int step = 0; step < horizon; step++) {
            demand[step] = day.book().mean(day.items()[index], day.day(), step);
            arriving[step] = step < day.underWay()[index].length ? day.underWay()[index][step] : 0;
            orderDays[step] = step % day.reviewDays() == 0;
        }
        int risk = day.history().riskDays(item);
        double ratio = LevelPolicy.criticalRatio(item, day.reviewDays());
        double z = StandardNormal.quantile(ratio) + shift;
        double level = Math.min(0.9999, StandardNormal.cumulative(z));
        SafetyStock safety =
                new SafetyStock(Math.max(0, z * day.deviationAtRisk(index)), risk, level);
        double holding = item.holdingPerDay();
        ItemCosts costs =
                new ItemCosts(
                        item.unitCost(),
                        item.orderCost(),
                        holding,
                        item.lostSale(),
                        shortfallCost(day, holding, level),
                        item.unitCost());
        return new PlannedItem(
                item.item(),
                0,
                costs,
                new OrderRules(item.leadTimeDays(), item.pack(), 0, Long.MAX_VALUE, orderDays, 0),
                (double) day.onHand()[index],
                arriving,
                demand,
                safety,
                day.expectedAtRisk(index) + safety.units(),
                Double.POSITIVE_INFINITY,
                1,
                "terms");
    }

    /**
     * A unit short at a day's end. The newsvendor's loss is that of a whole review; stock is short
     * on its last days only, about the root of their number.
     */
    private static double shortfallCost(OrderDay day, double holding, double level) {
        return Newsvendor.shortfallCost(holding, level) * Math.sqrt(day.reviewDays());
    }
}
