package io.quartermaster.domain.replenishment;

import static org.assertj.core.api.Assertions.assertThat;

import io.quartermaster.domain.replenishment.selection.SelectionEffort;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WarmStartTest {

    private static final int DAYS = 14;
    private static final double NONE = Double.POSITIVE_INFINITY;
    private static final SelectionEffort EFFORT = new SelectionEffort(0.01, 100, 40, NONE, 1);

    private final ReplenishmentPlanner planner =
            new ReplenishmentPlanner(Optional.empty(), "", 0, EFFORT);

    /**
     * Stock of one item is lost; the bound stays one, at the old prices from the first round on.
     */
    @Test
    void startsFromTheOrdersAndPricesOfTheLastPlan() {
        ReplenishmentProblem before = problem(40);
        SupplierPlan plan = planner.plan(before);
        ReplenishmentProblem now = problem(0);
        WarmStart warm =
                new WarmStart(
                        doubles(plan.plan().orders()),
                        new PlanPrices(plan.capacityPrices(), plan.volumePrices()));

        SupplierPlan again = planner.plan(now, NONE, Optional.of(warm));
        SupplierPlan cold = planner.plan(now);

        assertThat(again.violations()).isEmpty();
        assertThat(again.gap()).isLessThanOrEqualTo(0.01);
        assertThat(again.objective()).isGreaterThanOrEqualTo(cold.bound() - 1e-6);
        assertThat(again.bound()).isLessThanOrEqualTo(cold.objective() + 1e-6);
        assertThat(PlanChanges.between(plan.plan().orders(), again.plan().orders()).orders())
                .isPositive();
    }

    /** The dearer a change, the fewer; a dear one is only made where an order is not possible. */
    @Test
    void nervousnessKeepsOrdersStill() {
        ReplenishmentProblem before = problem(40);
        long[][] last = planner.plan(before).plan().orders();
        ReplenishmentProblem now = problem(0);
        int free = changes(now, last, 0);
        int some = changes(now, last, 3);
        int dear = changes(now, last, 1_000);
        assertThat(free).isGreaterThan(some);
        assertThat(some).isGreaterThanOrEqualTo(dear);
        assertThat(dear).isZero();
    }

    private int changes(ReplenishmentProblem now, long[][] last, double cost) {
        List<PlannedItem> keeping = new ArrayList<>();
        for (int i = 0; i < last.length; i++) {
            keeping.add(now.items().get(i).keeping(new KeptOrders(last[i], cost)));
        }
        ReplenishmentProblem kept = now.withItems(keeping);
        SupplierPlan plan = planner.plan(kept);
        assertThat(plan.bound()).isLessThanOrEqualTo(plan.objective());
        assertThat(plan.gap()).isLessThanOrEqualTo(0.01);
        int changes = PlanChanges.between(last, plan.plan().orders()).orders();
        assertThat(plan.plan().cost().changes()).isEqualTo(changes * cost);
        return changes;
    }

    private static ReplenishmentProblem problem(double firstOnHand) {
        Random random = new Random(3);
        List<PlannedItem> items = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            double[] demand = new double[DAYS];
            for (int day = 0; day < DAYS; day++) {
                demand[day] = random.nextInt(12);
            }
            boolean[] orderDays = new boolean[DAYS];
            for (int day = 0; day < DAYS; day += 2) {
                orderDays[day] = true;
            }
            double stock = i == 0 ? firstOnHand : random.nextInt(20);
            items.add(
                    new PlannedItem(
                            "I" + i,
                            0,
                            new ItemCosts(1 + random.nextDouble(), 2, 0.05, 6, 0, 0),
                            new OrderRules(1, 3, 6, Long.MAX_VALUE, orderDays, 0),
                            stock,
                            new double[DAYS],
                            demand,
                            SafetyStock.NONE,
                            0,
                            NONE,
                            0,
                            ""));
        }
        return new ReplenishmentProblem(
                DAYS,
                items,
                List.of(new CapacityPool("S", 240)),
                List.of(new StoragePlace("main", NONE)));
    }

    private static double[][] doubles(long[][] orders) {
        return Arrays.stream(orders)
                .map(of -> Arrays.stream(of).asDoubleStream().toArray())
                .toArray(double[][]::new);
    }
}
