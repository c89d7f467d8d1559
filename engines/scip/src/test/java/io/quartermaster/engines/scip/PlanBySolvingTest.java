package io.quartermaster.engines.scip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

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
import io.quartermaster.domain.replenishment.selection.SelectionEffort;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The whole way from a problem to an audited plan, with the real solver. */
class PlanBySolvingTest {

    private static final double NONE = Double.POSITIVE_INFINITY;

    private final ScipEngine engine = new ScipEngine();
    private final ReplenishmentPlanner planner =
            new ReplenishmentPlanner(Optional.of(engine), "", 0, SelectionEffort.USUAL);

    @BeforeEach
    void scipIsThere() {
        assumeTrue(engine.probe().available(), "skipped: " + engine.probe().reason());
    }

    /** Demand 5 and 7, capacity 8 a day, unit cost 2, holding 0.1: 5 + 7, no stock; cost 24. */
    @Test
    void reachesTheOptimumWhereOrdersNeedNoRepair() {
        ReplenishmentProblem problem =
                problem(
                        8,
                        NONE,
                        List.of(
                                item(
                                        "A",
                                        new double[] {5, 7},
                                        new ItemCosts(2, 0, 0.1, 10, 0, 0),
                                        1,
                                        0,
                                        0,
                                        0)));

        SupplierPlan plan = planner.plan(problem);

        assertThat(plan.status()).isEqualTo(SupplierPlan.Status.OPTIMAL);
        assertThat(plan.bound()).isCloseTo(24, within(1e-6));
        assertThat(plan.objective()).isCloseTo(24, within(1e-6));
    }

    /** Capacity 4 against demand 3 and 5: a unit more on day 0 or 1 saves a lost sale of 10. */
    @Test
    void pricesTheSuppliersCapacity() {
        ReplenishmentProblem problem =
                problem(
                        3.5,
                        NONE,
                        List.of(
                                item(
                                        "A",
                                        new double[] {3, 5},
                                        new ItemCosts(2, 0, 0.1, 10, 0, 0),
                                        1,
                                        0,
                                        0,
                                        0)));

        SupplierPlan plan = planner.plan(problem);

        assertThat(plan.relaxation().orElseThrow().capacityPrices()[0])
                .containsExactly(new double[] {10 - 2 - 0.1, 10 - 2}, within(1e-6));
    }

    @Test
    void neverCostsLessThanItsBoundNorBreaksARule() {
        double solved = 0;
        double greedy = 0;
        for (int seed = 1; seed <= 60; seed++) {
            ReplenishmentProblem problem = random(seed);
            SupplierPlan plan = planner.plan(problem);
            assertThat(plan.gap()).as("seed %d", seed).isLessThan(0.02);
            assertThat(plan.violations()).as("seed %d", seed).isEmpty();
            assertThat(plan.objective())
                    .as("seed %d", seed)
                    .isGreaterThanOrEqualTo(plan.bound() - 1e-6);
            solved += plan.objective();
            greedy += GreedyPlanner.plan(problem).cost().total();
        }
        assertThat(solved).isLessThan(greedy);
    }

    @Test
    void isInfeasibleWhereStockIsAboveThePlacesVolumeAlready() {
        ReplenishmentProblem problem =
                problem(
                        NONE,
                        10,
                        List.of(
                                item(
                                        "A",
                                        new double[] {1, 1},
                                        new ItemCosts(2, 0, 0.1, 10, 0, 0),
                                        1,
                                        0,
                                        50,
                                        1)));
        SupplierPlan plan = planner.plan(problem);
        assertThat(plan.status()).isEqualTo(SupplierPlan.Status.INFEASIBLE);
        assertThat(plan.plan().units()).isZero();
        assertThat(plan.violations()).isNotEmpty();
    }

    @Test
    void keepsTheFirstPlanWhereThereIsNoTimeToSearch() {
        SupplierPlan plan = planner.plan(random(6), 1e-6);
        assertThat(plan.relaxation()).isEmpty();
        assertThat(plan.bound()).isPositive();
        assertThat(plan.violations()).isEmpty();
    }

    @Test
    void plansTheSameUnderALimitThatDoesNotTrip() {
        for (int seed = 1; seed <= 10; seed++) {
            assertThat(planner.plan(random(seed), 600).plan().orders())
                    .isDeepEqualTo(planner.plan(random(seed)).plan().orders());
        }
    }

    static ReplenishmentProblem random(long seed) {
        Random random = new Random(seed);
        int days = 10 + random.nextInt(8);
        List<PlannedItem> items = new ArrayList<>();
        double total = 0;
        for (int i = 0; i < 12; i++) {
            double[] demand = new double[days];
            for (int day = 0; day < days; day++) {
                demand[day] = Math.round(random.nextDouble() * 100 * random.nextInt(3)) / 10.0;
                total += demand[day];
            }
            double unit = 1 + random.nextInt(20);
            ItemCosts costs =
                    new ItemCosts(
                            unit,
                            random.nextInt(3) * 5,
                            unit * 0.002,
                            unit * 0.6,
                            unit * 0.02,
                            unit * 1.02);
            items.add(
                    item(
                            "I" + i,
                            demand,
                            costs,
                            1 + random.nextInt(12),
                            random.nextInt(5),
                            random.nextInt(40),
                            random.nextInt(3)));
        }
        double capacity = random.nextBoolean() ? NONE : Math.ceil(total / days * 1.3 + 20);
        double volume = random.nextBoolean() ? NONE : 2000 + random.nextInt(500);
        return problem(capacity, volume, items);
    }

    static ReplenishmentProblem problem(double capacity, double volume, List<PlannedItem> items) {
        return new ReplenishmentProblem(
                items.get(0).demand().length,
                items,
                List.of(new CapacityPool("S", capacity)),
                List.of(new StoragePlace("main", volume)));
    }

    static PlannedItem item(
            String name,
            double[] demand,
            ItemCosts costs,
            long pack,
            int leadTimeDays,
            double onHand,
            double volume) {
        boolean[] orderDays = new boolean[demand.length];
        for (int day = 0; day < orderDays.length; day++) {
            orderDays[day] = pack < 6 || day % 3 == 0;
        }
        double safety = costs.safetyShortfall() > 0 ? 6.5 : 0;
        return new PlannedItem(
                name,
                0,
                costs,
                new OrderRules(leadTimeDays, pack, pack > 8 ? 2 * pack : 0, 400, orderDays, 0),
                onHand,
                new double[demand.length],
                demand,
                new SafetyStock(safety, leadTimeDays + 1, 0.9),
                costs.endShortfall() > 0 ? 15 : 0,
                NONE,
                volume,
                "terms version 1");
    }
}
