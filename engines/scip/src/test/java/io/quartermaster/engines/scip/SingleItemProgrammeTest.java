package io.quartermaster.engines.scip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quartermaster.domain.optimisation.IntegerProgramme;
import io.quartermaster.domain.optimisation.IntegerSolution;
import io.quartermaster.domain.replenishment.CapacityPool;
import io.quartermaster.domain.replenishment.GreedyPlanner;
import io.quartermaster.domain.replenishment.ItemCosts;
import io.quartermaster.domain.replenishment.OrderRules;
import io.quartermaster.domain.replenishment.PlannedItem;
import io.quartermaster.domain.replenishment.ReplenishmentProblem;
import io.quartermaster.domain.replenishment.SafetyStock;
import io.quartermaster.domain.replenishment.StoragePlace;
import io.quartermaster.domain.replenishment.selection.PlanSelection;
import io.quartermaster.domain.replenishment.selection.SelectionEffort;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The dynamic programme of one item against a mixed integer model of it, solved by SCIP. */
class SingleItemProgrammeTest {

    private static final double NONE = Double.POSITIVE_INFINITY;
    private static final int CASES = 250;

    private final ScipIntegerEngine engine = new ScipIntegerEngine();

    @BeforeEach
    void scipIsThere() {
        assumeTrue(engine.probe().available(), "skipped: " + engine.probe().reason());
    }

    @Test
    void costsWhatTheIntegerModelCosts() {
        for (int seed = 0; seed < CASES; seed++) {
            PlannedItem item = item(new Random(seed));
            ReplenishmentProblem problem =
                    new ReplenishmentProblem(
                            item.demand().length,
                            List.of(item),
                            List.of(new CapacityPool("S", NONE)),
                            List.of(new StoragePlace("main", NONE)));
            PlanSelection.Selected selected =
                    PlanSelection.select(
                            problem,
                            GreedyPlanner.plan(problem),
                            Optional.empty(),
                            new SelectionEffort(0, 1, 0, NONE, 1));
            IntegerSolution solution = engine.solve(model(item), 0);
            assertThat(solution.isOptimal()).as("seed %d", seed).isTrue();
            assertThat(selected.plan().cost().total())
                    .as("seed %d", seed)
                    .isCloseTo(solution.objective(), within(1e-4 * solution.objective() + 1e-6));
            assertThat(selected.bound())
                    .as("seed %d", seed)
                    .isCloseTo(selected.plan().cost().total(), within(1e-6));
        }
    }

    private static PlannedItem item(Random random) {
        int days = 8 + random.nextInt(7);
        double[] demand = new double[days];
        double[] arriving = new double[days];
        boolean[] orderDays = new boolean[days];
        int every = 1 + random.nextInt(4);
        for (int day = 0; day < days; day++) {
            demand[day] = random.nextInt(4) == 0 ? 0 : Math.round(random.nextDouble() * 120) / 10.0;
            arriving[day] = random.nextInt(6) == 0 ? random.nextInt(9) : 0;
            orderDays[day] = day % every == 0;
        }
        double unit = 1 + random.nextInt(9);
        long pack = 1L + random.nextInt(8);
        return new PlannedItem(
                "A",
                0,
                new ItemCosts(
                        unit,
                        random.nextInt(20),
                        unit * 0.05 * random.nextDouble(),
                        unit * (0.5 + 2 * random.nextDouble()),
                        0,
                        0),
                new OrderRules(
                        random.nextInt(4),
                        pack,
                        random.nextInt(2) == 0 ? 0 : 20L,
                        random.nextInt(2) == 0 ? 60 : Long.MAX_VALUE,
                        orderDays,
                        0),
                random.nextInt(20),
                arriving,
                demand,
                SafetyStock.NONE,
                0,
                random.nextInt(3) == 0 ? 80 : NONE,
                1,
                "");
    }

    /** By day: packs, whether there is an order, stock at the day's end, lost demand. */
    private static IntegerProgramme model(PlannedItem item) {
        int days = item.demand().length;
        double total = 0;
        for (double units : item.demand()) {
            total += units;
        }
        OrderRules rules = item.rules();
        double most = Math.min((double) rules.maxUnits(), total + 40);
        double[] cost = new double[4 * days];
        double[] upper = new double[4 * days];
        boolean[] whole = new boolean[4 * days];
        List<IntegerProgramme.Row> rows = new ArrayList<>();
        for (int day = 0; day < days; day++) {
            boolean open = item.canOrder(day);
            cost[day] = item.costs().unit() * rules.packUnits();
            cost[days + day] = item.costs().order();
            cost[2 * days + day] = item.costs().holdingPerDay();
            cost[3 * days + day] = item.costs().lostSale();
            upper[day] = open ? Math.ceil(most / rules.packUnits()) : 0;
            upper[days + day] = open ? 1 : 0;
            upper[2 * days + day] = Math.max(item.maxStock(), 0);
            upper[3 * days + day] = item.demand()[day];
            whole[day] = true;
            whole[days + day] = true;
            rows.add(balance(item, day));
            rows.add(
                    new IntegerProgramme.Row(
                            "largest",
                            new int[] {day, days + day},
                            new double[] {rules.packUnits(), -most},
                            Double.NEGATIVE_INFINITY,
                            0));
            rows.add(
                    new IntegerProgramme.Row(
                            "smallest",
                            new int[] {day, days + day},
                            new double[] {rules.packUnits(), -Math.max(1, rules.minUnits())},
                            0,
                            NONE));
        }
        return new IntegerProgramme(cost, new double[4 * days], upper, whole, rows);
    }

    /** Arrivals + stock before + lost - stock after = demand - what arrives anyway. */
    private static IntegerProgramme.Row balance(PlannedItem item, int day) {
        int days = item.demand().length;
        int ordered = day - item.rules().leadTimeDays();
        List<Integer> columns = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        if (ordered >= 0) {
            columns.add(ordered);
            values.add((double) item.rules().packUnits());
        }
        if (day > 0) {
            columns.add(2 * days + day - 1);
            values.add(1.0);
        }
        columns.add(2 * days + day);
        values.add(-1.0);
        columns.add(3 * days + day);
        values.add(1.0);
        double side = item.demand()[day] - item.arriving()[day] - (day == 0 ? item.onHand() : 0);
        return new IntegerProgramme.Row(
                "balance",
                columns.stream().mapToInt(Integer::intValue).toArray(),
                values.stream().mapToDouble(Double::doubleValue).toArray(),
                side,
                side);
    }
}
