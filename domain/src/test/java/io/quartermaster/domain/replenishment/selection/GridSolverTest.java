package io.quartermaster.domain.replenishment.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quartermaster.domain.replenishment.PlannedItem;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class GridSolverTest {

    private static final int DAYS = 3;
    private static final int MOST_IN = 2;
    private static final int MOST_OUT = 4;
    private static final double[] ELSEWHERE = {50, 50, 50};

    private final GridSolver solver = new GridSolver();

    /**
     * Orders, takings and givings by trying all of them. Where demand is whole the grid is exact;
     * else it is a bound that is off by less than a unit of everything.
     */
    @Test
    void boundsTheCheapestOfAllOrdersTakingsAndGivings() {
        int exact = 0;
        int checked = 0;
        for (int seed = 0; seed < 600; seed++) {
            RandomItems random = new RandomItems(seed, DAYS);
            PlannedItem item = random.item("A", 1);
            ItemProgramme programme = ItemProgramme.of(item);
            if (programme.steps().length > DAYS || item.onHand() > MOST_OUT) {
                continue;
            }
            checked++;
            Prices prices = random.prices(programme);
            Room room = random.room(programme).strict();
            Offers offers = offers(new Random(seed));

            double least = least(programme, prices, room, offers);
            GridProgramme whole = GridProgramme.whole(programme, ELSEWHERE);
            GridSolver.Found found = solver.solve(whole, prices, offers, room);
            double value = solver.value();
            if (least == Double.POSITIVE_INFINITY) {
                continue;
            }
            assertThat(value).as("seed %d", seed).isLessThanOrEqualTo(least + 1e-9);
            boolean simple =
                    item.safetyStock().units() == 0
                            && item.endStock() == 0
                            && Arrays.stream(found.out()).allMatch(units -> units <= MOST_OUT);
            if (simple && Arrays.stream(item.demand()).allMatch(one -> one == Math.rint(one))) {
                exact++;
                assertThat(value).as("seed %d", seed).isCloseTo(least, within(1e-9));
            }
            solver.solve(GridProgramme.fine(programme, ELSEWHERE), prices, offers, room);
            assertThat(solver.value()).as("seed %d", seed).isLessThanOrEqualTo(least + 1e-9);
        }
        assertThat(checked).isGreaterThan(200);
        assertThat(exact).isGreaterThan(50);
    }

    /** Thousands of units, without moves: the exact programme of one item is the truth. */
    @Test
    void boundsLargeQuantitiesOnACoarseGrid() {
        int checked = 0;
        double worst = 0;
        for (int seed = 0; seed < 300; seed++) {
            RandomItems random = new RandomItems(seed, DAYS);
            PlannedItem small = random.item("A", 1);
            PlannedItem item =
                    small.withDemand(Arrays.stream(small.demand()).map(one -> one * 777).toArray());
            ItemProgramme programme = ItemProgramme.of(item);
            GridProgramme coarse =
                    GridProgramme.fine(programme, new double[] {9_000, 6_000, 3_000});
            if (programme.relaxed().isPresent() || !coarse.isCoarse()) {
                continue;
            }
            checked++;
            Prices prices = random.prices(programme);
            double[] never = new double[DAYS];
            Arrays.fill(never, Double.POSITIVE_INFINITY);
            double[] nothing = new double[DAYS];
            Arrays.fill(nothing, Double.NEGATIVE_INFINITY);
            ItemSolver exact = new ItemSolver();
            exact.solve(programme, prices, Room.unlimited(programme));
            solver.solve(
                    coarse, prices, new Offers(never, never, nothing), Room.unlimited(programme));
            assertThat(solver.value())
                    .as("seed %d", seed)
                    .isLessThanOrEqualTo(exact.value() + 1e-6);
            worst =
                    Math.max(
                            worst,
                            (exact.value() - solver.value()) / Math.max(2_000, exact.value()));
        }
        assertThat(checked).isGreaterThan(100);
        assertThat(worst).isLessThan(0.2);
    }

    /** What is found costs, at its prices, what the solver says, where the grid is exact. */
    @Test
    void findsWhatItsValueSays() {
        for (int seed = 0; seed < 300; seed++) {
            RandomItems random = new RandomItems(seed, DAYS);
            PlannedItem item = random.item("A", 1);
            ItemProgramme programme = ItemProgramme.of(item);
            boolean simple = item.safetyStock().units() == 0 && item.endStock() == 0;
            if (!simple || !Arrays.stream(item.demand()).allMatch(one -> one == Math.rint(one))) {
                continue;
            }
            Prices prices = random.prices(programme);
            Offers offers = offers(new Random(seed));
            GridProgramme whole = GridProgramme.whole(programme, ELSEWHERE);

            GridSolver.Found found = solver.solve(whole, prices, offers, Room.unlimited(programme));

            ItemPlan plan = ItemPlan.of(programme, found.units(), found.moved());
            double cost = plan.priced(prices);
            for (int day = 0; day < DAYS; day++) {
                cost += found.in()[day] > 0 ? found.in()[day] * offers.in()[day] : 0;
                cost -= found.out()[day] > 0 ? found.out()[day] * offers.out()[day] : 0;
            }
            assertThat(solver.value()).as("seed %d", seed).isCloseTo(cost, within(1e-9));
        }
    }

    private static Offers offers(Random random) {
        double[] in = new double[DAYS];
        double[] most = new double[DAYS];
        double[] out = new double[DAYS];
        for (int day = 0; day < DAYS; day++) {
            in[day] =
                    random.nextInt(3) == 0 ? Double.POSITIVE_INFINITY : 1 + 2 * random.nextDouble();
            most[day] = random.nextInt(MOST_IN + 1);
            out[day] =
                    random.nextInt(3) == 0 ? Double.NEGATIVE_INFINITY : 1.5 * random.nextDouble();
        }
        return new Offers(in, most, out);
    }

    private static double least(ItemProgramme programme, Prices prices, Room room, Offers offers) {
        double least = Double.POSITIVE_INFINITY;
        int ins = (int) Math.pow(MOST_IN + 1, DAYS);
        int outs = (int) Math.pow(MOST_OUT + 1, DAYS);
        for (int in = 0; in < ins; in++) {
            for (int out = 0; out < outs; out++) {
                double[] moved = new double[DAYS];
                double paid = paid(in, out, offers, moved);
                if (paid < Double.POSITIVE_INFINITY) {
                    for (ItemPlan plan : Enumeration.plans(programme, room, moved)) {
                        least = Math.min(least, plan.priced(prices) + paid);
                    }
                }
            }
        }
        return least;
    }

    private static double paid(int in, int out, Offers offers, double[] moved) {
        double paid = 0;
        int inLeft = in;
        int outLeft = out;
        for (int day = 0; day < DAYS; day++) {
            int taken = inLeft % (MOST_IN + 1);
            int given = outLeft % (MOST_OUT + 1);
            inLeft /= MOST_IN + 1;
            outLeft /= MOST_OUT + 1;
            if (taken > offers.most()[day]) {
                return Double.POSITIVE_INFINITY;
            }
            paid += taken > 0 ? taken * offers.in()[day] : 0;
            paid -= given > 0 ? given * offers.out()[day] : 0;
            moved[day] = taken - given;
        }
        return paid;
    }
}
