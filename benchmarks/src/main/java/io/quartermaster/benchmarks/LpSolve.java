package io.quartermaster.benchmarks;

import io.quartermaster.domain.replenishment.CapacityPool;
import io.quartermaster.domain.replenishment.GreedyPlanner;
import io.quartermaster.domain.replenishment.ItemCosts;
import io.quartermaster.domain.replenishment.OrderRules;
import io.quartermaster.domain.replenishment.PlannedItem;
import io.quartermaster.domain.replenishment.ReplenishmentPlanner;
import io.quartermaster.domain.replenishment.ReplenishmentProblem;
import io.quartermaster.domain.replenishment.SafetyStock;
import io.quartermaster.domain.replenishment.StoragePlace;
import io.quartermaster.domain.replenishment.SupplierPlan;
import io.quartermaster.domain.replenishment.policy.Newsvendor;
import io.quartermaster.domain.replenishment.selection.SelectionEffort;
import io.quartermaster.pipelines.replenishment.Solvers;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Plans a shop of 3,900 items in 40 supplier groups on five plan days, one after the other in one
 * thread: linear programme by SCIP, repair and audit. The peer is the greedy plan's cost on the
 * same groups.
 */
final class LpSolve implements Figure {

    private static final int GROUPS = 40;
    private static final int ITEMS = 98;
    private static final int DAYS = 14;
    private static final int PLAN_DAYS = 5;
    private static final double SECONDS_ASKED = 60;
    private static final double SERVICE_LEVEL = 0.95;

    @Override
    public String name() {
        return "lp-solve";
    }

    @Override
    public String asked() {
        return "200 supplier plans of 98 items x 14 days within 60 s, no rule broken";
    }

    @Override
    public String command() {
        return "benchmarks/run lp-solve";
    }

    @Override
    public Reached measure(Workshop workshop) {
        return solveAll();
    }

    private Reached solveAll() {
        ReplenishmentPlanner planner = Solvers.planner("scip", 0, SelectionEffort.USUAL);
        double cost = 0;
        double bound = 0;
        double greedyCost = 0;
        int violations = 0;
        double seconds = 0;
        for (int plan = 0; plan < GROUPS * PLAN_DAYS; plan++) {
            ReplenishmentProblem problem = group(plan);
            long start = System.nanoTime();
            SupplierPlan made = planner.plan(problem);
            seconds += (System.nanoTime() - start) / 1e9;
            cost += made.objective();
            bound += made.bound();
            violations += made.violations().size();
            greedyCost += GreedyPlanner.plan(problem).cost().total();
        }
        return Reached.of(
                "%.1f s, gap %.1f %%, %d rules broken"
                        .formatted(seconds, 100 * (cost - bound) / cost, violations),
                "cost %.3f of the greedy plan's".formatted(cost / greedyCost),
                seconds <= SECONDS_ASKED && violations == 0);
    }

    /** Slow and fast movers under a capacity that binds in every other group. */
    private static ReplenishmentProblem group(long seed) {
        Random random = new Random(seed);
        List<PlannedItem> items = new ArrayList<>();
        double perDay = 0;
        for (int i = 0; i < ITEMS; i++) {
            double mean = Math.exp(random.nextGaussian() * 1.5);
            perDay += mean;
            items.add(item("I" + i, mean, random));
        }
        double capacity = Math.ceil(perDay * 7 * (seed % 2 == 0 ? 3 : 1.1)) + 6 * ITEMS;
        return new ReplenishmentProblem(
                DAYS,
                items,
                List.of(new CapacityPool("S", capacity)),
                List.of(new StoragePlace("main", Double.POSITIVE_INFINITY)));
    }

    private static PlannedItem item(String name, double mean, Random random) {
        double[] demand = new double[DAYS];
        boolean[] orderDays = new boolean[DAYS];
        for (int day = 0; day < DAYS; day++) {
            demand[day] = mean * (day % 7 < 5 ? 1.1 : 0.75);
            orderDays[day] = day % 7 == 0;
        }
        double unit = 0.5 + random.nextDouble() * 8;
        double holding = unit * 0.25 / 365;
        ItemCosts costs =
                new ItemCosts(
                        unit,
                        0,
                        holding,
                        unit * 1.8,
                        Newsvendor.shortfallCost(holding, SERVICE_LEVEL),
                        unit + holding * 14);
        SafetyStock safety = new SafetyStock(1.645 * Math.sqrt(mean * 14), 14, SERVICE_LEVEL);
        OrderRules rules = new OrderRules(7, 6, 6, Long.MAX_VALUE, orderDays, 0);
        return new PlannedItem(
                name,
                0,
                costs,
                rules,
                Math.ceil(mean * 10 * random.nextDouble() * 2),
                new double[DAYS],
                demand,
                safety,
                rules.inPacks(mean * 14 + safety.units()),
                Double.POSITIVE_INFINITY,
                1,
                "terms version 1");
    }
}
