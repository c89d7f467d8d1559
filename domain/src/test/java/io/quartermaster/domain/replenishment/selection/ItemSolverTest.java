package io.quartermaster.domain.replenishment.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quartermaster.domain.replenishment.ItemCosts;
import io.quartermaster.domain.replenishment.OrderRules;
import io.quartermaster.domain.replenishment.PlannedItem;
import io.quartermaster.domain.replenishment.SafetyStock;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ItemSolverTest {

    private static final double NONE = Double.POSITIVE_INFINITY;

    /** Trying all orders of more takes too long. */
    private static final int MOST_STEPS = 5;

    private final ItemSolver solver = new ItemSolver();

    /**
     * Packs, smallest and largest orders, tiers, lead times by day, limits and prices by chance.
     */
    @Test
    void findsTheCheapestOfAllOrders() {
        int checked = 0;
        for (int seed = 0; seed < 1_500; seed++) {
            RandomItems random = new RandomItems(seed, 5);
            PlannedItem item = random.item("A", 1);
            ItemProgramme programme = ItemProgramme.of(item);
            if (programme.steps().length > MOST_STEPS) {
                continue;
            }
            checked++;
            Prices prices = random.prices(programme);
            Room room = random.room(programme);

            long[] units = solver.solve(programme, prices, room).units();

            double least =
                    Enumeration.plans(programme, room).stream()
                            .mapToDouble(plan -> plan.priced(prices))
                            .min()
                            .orElseThrow();
            assertThat(solver.value()).as("seed %d", seed).isCloseTo(least, within(1e-9));
            assertThat(ItemPlan.of(programme, units).priced(prices))
                    .as("seed %d", seed)
                    .isCloseTo(least, within(1e-9));
        }
        assertThat(checked).isGreaterThan(1_200);
    }

    /** Orders that have to be placed, or must not be, by chance. */
    @Test
    void findsTheCheapestOfAllOrdersWhereSomeAreDecided() {
        int impossible = 0;
        for (int seed = 0; seed < 1_500; seed++) {
            RandomItems random = new RandomItems(seed, 5);
            ItemProgramme programme = ItemProgramme.of(random.item("A", 1));
            if (programme.steps().length > MOST_STEPS) {
                continue;
            }
            Prices prices = random.prices(programme);
            Room room = random.decided(random.room(programme));

            solver.solve(programme, prices, room);

            double least =
                    Enumeration.plans(programme, room).stream()
                            .filter(plan -> keeps(plan, room))
                            .mapToDouble(plan -> plan.priced(prices))
                            .min()
                            .orElse(NONE);
            impossible += least == NONE ? 1 : 0;
            if (least == NONE) {
                assertThat(solver.value()).as("seed %d", seed).isEqualTo(NONE);
            } else {
                assertThat(solver.value()).as("seed %d", seed).isCloseTo(least, within(1e-9));
            }
        }
        assertThat(impossible).isBetween(50, 700);
    }

    private static boolean keeps(ItemPlan plan, Room room) {
        return IntStream.range(0, plan.units().length)
                .allMatch(step -> plan.units()[step] > 0 || !room.isForced(step));
    }

    /**
     * Orders of a last plan, some of which cannot be placed any more, and none where there were.
     */
    @Test
    void findsTheCheapestOfAllOrdersWhereChangesCost() {
        int kept = 0;
        for (int seed = 0; seed < 1_500; seed++) {
            RandomItems random = new RandomItems(seed, 5);
            PlannedItem item = random.keeping(random.item("A", 1));
            ItemProgramme programme = ItemProgramme.of(item);
            if (programme.steps().length > MOST_STEPS) {
                continue;
            }
            Prices prices = random.prices(programme);
            Room room = random.room(programme);

            long[] units = solver.solve(programme, prices, room).units();

            double least =
                    Enumeration.plans(programme, room).stream()
                            .mapToDouble(plan -> plan.priced(prices))
                            .min()
                            .orElseThrow();
            ItemPlan plan = ItemPlan.of(programme, units);
            assertThat(solver.value()).as("seed %d", seed).isCloseTo(least, within(1e-9));
            assertThat(plan.priced(prices)).as("seed %d", seed).isCloseTo(least, within(1e-9));
            long[] last = item.kept().units();
            for (int slot = 0; slot < last.length; slot++) {
                kept += last[slot] > 0 && plan.orders()[slot] == last[slot] ? 1 : 0;
            }
        }
        assertThat(kept).isGreaterThan(80);
    }

    /** Wagner and Whitin's example (1958, table 1): 12 months, the optimum costs 864. */
    @Test
    void solvesTheExampleOfWagnerAndWhitin() {
        double[] demand = {69, 29, 36, 61, 61, 26, 34, 67, 45, 67, 79, 56};
        double[] setup = {85, 102, 102, 101, 98, 114, 105, 86, 119, 110, 98, 114};
        long[] best = null;
        double least = NONE;
        // Order costs differ by month there; here they are one, so the months' extra is added.
        for (int subset = 0; subset < 1 << 12; subset++) {
            if ((subset & 1) == 0) {
                continue;
            }
            boolean[] days = new boolean[12];
            double fixed = 0;
            for (int month = 0; month < 12; month++) {
                days[month] = (subset >> month & 1) == 1;
                fixed += days[month] ? setup[month] : 0;
            }
            if (fixed >= least) {
                continue;
            }
            ItemProgramme item = ItemProgramme.of(monthly(demand, days));
            long[] units = solver.solve(item, Prices.none(item), Room.unlimited(item)).units();
            if (fixed + solver.value() < least) {
                least = fixed + solver.value();
                best = ItemPlan.of(item, units).orders();
            }
        }
        assertThat(least).isCloseTo(864, within(1e-9));
        assertThat(best).containsExactly(98, 0, 97, 0, 121, 0, 0, 112, 0, 67, 135, 0);
    }

    private static PlannedItem monthly(double[] demand, boolean[] days) {
        return new PlannedItem(
                "A",
                0,
                new ItemCosts(0, 0, 1, 1_000, 0, 0),
                new OrderRules(0, 1, 0, Long.MAX_VALUE, days, 0),
                0,
                new double[demand.length],
                demand,
                SafetyStock.NONE,
                0,
                NONE,
                0,
                "");
    }

    /** 10^12 units a day: every quantity is no state any more, yet the bound holds. */
    @Test
    void boundsQuantitiesThatAreTooLargeToBeStates() {
        double[] demand = {1e12, 2e12, 1.5e12, 0.3e12};
        ItemProgramme item = ItemProgramme.of(large(demand, 1e12));
        Prices prices = Prices.none(item);

        long[] units = solver.solve(item, prices, Room.unlimited(item)).units();

        ItemPlan plan = ItemPlan.of(item, units);
        ItemProgramme relaxed = item.relaxed().orElseThrow();
        solver.solve(relaxed, prices, Room.unlimited(relaxed));
        double bound = solver.value() - relaxed.slack(prices);
        assertThat(plan.cost()).isGreaterThanOrEqualTo(bound);
        assertThat((plan.cost() - bound) / plan.cost()).isLessThan(0.01);
        assertThat(Arrays.stream(units).sum()).isGreaterThan(4_000_000_000_000L);
    }

    /** The bound of a coarse lattice against the exact programme of the same item. */
    @Test
    void boundsTheExactPlanWhereTheLatticeIsCoarse() {
        double[] demand = {900, 2_500, 0, 1_731.5, 2_222, 12};
        ItemProgramme coarse = ItemProgramme.of(large(demand, 40));
        assertThat(coarse.relaxed()).isPresent();
        ItemProgramme relaxed = coarse.relaxed().orElseThrow();
        Prices prices = Prices.none(relaxed);
        solver.solve(relaxed, prices, Room.unlimited(relaxed));
        double bound = solver.value() - relaxed.slack(prices);
        solver.solve(coarse, prices, Room.unlimited(coarse));
        double found = solver.value();

        double[] tenth = Arrays.stream(demand).map(units -> units / 10).toArray();
        ItemProgramme small = ItemProgramme.of(large(tenth, 40));
        solver.solve(small, prices, Room.unlimited(small));
        assertThat(small.relaxed()).isEmpty();
        assertThat(bound).isLessThan(found);
        assertThat((found - bound) / found).isLessThan(0.02);
    }

    private static PlannedItem large(double[] demand, double orderCost) {
        boolean[] days = new boolean[demand.length];
        Arrays.fill(days, true);
        return new PlannedItem(
                "A",
                0,
                new ItemCosts(2, orderCost, 0.1, 9, 0, 0),
                new OrderRules(0, 1, 0, Long.MAX_VALUE, days, 0),
                0,
                new double[demand.length],
                demand,
                SafetyStock.NONE,
                0,
                NONE,
                0,
                "");
    }
}
