package io.quartermaster.engines.scip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quartermaster.domain.replenishment.ItemCosts;
import io.quartermaster.domain.replenishment.Lever;
import io.quartermaster.domain.replenishment.NegotiationSheet;
import io.quartermaster.domain.replenishment.NegotiationSheet.Line;
import io.quartermaster.domain.replenishment.NegotiationSheet.Method;
import io.quartermaster.domain.replenishment.OrderRules;
import io.quartermaster.domain.replenishment.PlannedItem;
import io.quartermaster.domain.replenishment.ReplenishmentPlanner;
import io.quartermaster.domain.replenishment.ReplenishmentProblem;
import io.quartermaster.domain.replenishment.SafetyStock;
import io.quartermaster.domain.replenishment.selection.SelectionEffort;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What better terms are worth, with the real solver, against plans solved by hand. */
class NegotiationSheetTest {

    private static final double NONE = Double.POSITIVE_INFINITY;
    private static final ItemCosts COSTS = new ItemCosts(2, 0, 0.1, 10, 0, 0);

    private final ScipEngine engine = new ScipEngine();
    private final ReplenishmentPlanner planner =
            new ReplenishmentPlanner(Optional.of(engine), "", 0, SelectionEffort.USUAL);

    @BeforeEach
    void scipIsThere() {
        assumeTrue(engine.probe().available(), "skipped: " + engine.probe().reason());
    }

    /**
     * Capacity 3.5 against demand 3 and 5 loses 1; 0.35 more a day still loses 0.3, so each unit
     * saves a lost sale of 10 for 2, and on the first day 0.1 of holding.
     */
    @Test
    void takesTheDualsOfCapacityWhereTheyHold() {
        Line line = line(Lever.CAPACITY, problem(3.5, 0, 3, 5));

        assertThat(line.method()).isEqualTo(Method.DUAL);
        assertThat(line.value()).isCloseTo(0.35 * 7.9 + 0.35 * 8, within(1e-6));
        assertThat(line.valuePerYear()).isCloseTo(line.value() * 365 / 2, within(1e-6));
    }

    /**
     * Capacity 3.9 loses 0.2: 15.6 + 0.09 + 2 = 17.69. With 4.29 it loses none: 3.71 and 4.29, 16 +
     * 0.071. The duals speak of 0.39 units more on both days.
     */
    @Test
    void solvesAgainWhereTheDualsDoNotHold() {
        Line line = line(Lever.CAPACITY, problem(3.9, 0, 3, 5));

        assertThat(line.method()).isEqualTo(Method.SOLVED_AGAIN);
        assertThat(line.before()).isCloseTo(17.69, within(1e-6));
        assertThat(line.value()).isCloseTo(17.69 - 16.071, within(1e-6));
        assertThat(line.byDuals()).isCloseTo(0.39 * (7.9 + 8), within(1e-6));
    }

    /** Seven units at 2 are bought. */
    @Test
    void takesOnePercentOfWhatIsBought() {
        Line line = line(Lever.PRICE, problem(3.5, 0, 3, 5));
        assertThat(line.method()).isEqualTo(Method.DUAL);
        assertThat(line.value()).isCloseTo(0.01 * 2 * 7, within(1e-9));
    }

    /** Bought on the second day only, the five of the first are lost: 50 + 14 against 24. */
    @Test
    void solvesAgainForADayLessOfLeadTime() {
        Line line = line(Lever.LEAD_TIME, problem(NONE, 1, 5, 7));
        assertThat(line.method()).isEqualTo(Method.SOLVED_AGAIN);
        assertThat(line.before()).isCloseTo(64, within(1e-6));
        assertThat(line.value()).isCloseTo(40, within(1e-6));
        assertThat(line.byDuals()).isNaN();
    }

    /** Ten at once: 20 + 0.7 + 0.4. Of five and more, six: 12 + 0.3. */
    @Test
    void plansAgainForASmallerMinimum() {
        PlannedItem item = item(new double[] {3, 3}, 0, 10);
        Line line = line(Lever.MINIMUM, PlanBySolvingTest.problem(NONE, NONE, List.of(item)));
        assertThat(line.method()).isEqualTo(Method.PLANNED_AGAIN);
        assertThat(line.before()).isCloseTo(21.1, within(1e-6));
        assertThat(line.value()).isCloseTo(21.1 - 12.3, within(1e-6));
    }

    @Test
    void changesTheItemsOfOneSupplierOnly() {
        ReplenishmentProblem problem =
                PlanBySolvingTest.problem(
                        NONE,
                        NONE,
                        List.of(item(new double[] {4, 4}, 0, 0), item(new double[] {90, 9}, 0, 0)));
        NegotiationSheet sheet =
                NegotiationSheet.of(problem, planner.plan(problem), i -> i == 0, planner);
        assertThat(line(sheet, Lever.PRICE).value()).isCloseTo(0.01 * 2 * 8, within(1e-9));
        assertThat(line(sheet, Lever.CAPACITY).value()).isZero();
        assertThat(line(sheet, Lever.CAPACITY).method()).isEqualTo(Method.DUAL);
    }

    /**
     * A cost is concave in prices and convex in capacities, so duals bound what changes are worth.
     */
    @Test
    void liesOnTheRightSideOfTheDuals() {
        int dual = 0;
        int again = 0;
        for (int seed = 1; seed <= 30; seed++) {
            ReplenishmentProblem problem = PlanBySolvingTest.random(seed);
            for (Line line :
                    NegotiationSheet.of(
                                    problem,
                                    planner.plan(problem),
                                    NegotiationSheetTest::all,
                                    planner)
                            .lines()) {
                double slack = 1e-5 * Math.max(1, line.before());
                if (line.lever() == Lever.PRICE) {
                    assertThat(line.value()).isGreaterThanOrEqualTo(line.byDuals() - slack);
                }
                if (line.lever() == Lever.CAPACITY) {
                    assertThat(line.value()).isBetween(-slack, line.byDuals() + slack);
                }
                dual += line.method() == Method.DUAL ? 1 : 0;
                again += line.method() == Method.SOLVED_AGAIN ? 1 : 0;
            }
        }
        assertThat(dual).isGreaterThan(20);
        assertThat(again).isGreaterThan(30);
    }

    @Test
    void comparesGreedyPlansWithoutAnEngine() {
        ReplenishmentPlanner greedy = ReplenishmentPlanner.greedy("none");
        ReplenishmentProblem problem = problem(NONE, 1, 5, 7);
        for (Line line :
                NegotiationSheet.of(
                                problem, greedy.plan(problem), NegotiationSheetTest::all, greedy)
                        .lines()) {
            assertThat(line.method()).isEqualTo(Method.GREEDY);
            assertThat(line.byDuals()).isNaN();
        }
        assertThat(
                        line(
                                        NegotiationSheet.of(
                                                problem,
                                                greedy.plan(problem),
                                                NegotiationSheetTest::all,
                                                greedy),
                                        Lever.LEAD_TIME)
                                .value())
                .isCloseTo(40, within(1e-6));
    }

    private static boolean all(int item) {
        return item >= 0;
    }

    private Line line(Lever lever, ReplenishmentProblem problem) {
        return line(
                NegotiationSheet.of(
                        problem, planner.plan(problem), NegotiationSheetTest::all, planner),
                lever);
    }

    private static Line line(NegotiationSheet sheet, Lever lever) {
        return sheet.lines().stream()
                .filter(line -> line.lever() == lever)
                .findFirst()
                .orElseThrow();
    }

    private static ReplenishmentProblem problem(
            double capacity, int leadTimeDays, double... demand) {
        return PlanBySolvingTest.problem(capacity, NONE, List.of(item(demand, leadTimeDays, 0)));
    }

    private static PlannedItem item(double[] demand, int leadTimeDays, long minimum) {
        boolean[] everyDay = new boolean[demand.length];
        Arrays.fill(everyDay, true);
        return new PlannedItem(
                "A",
                0,
                COSTS,
                new OrderRules(leadTimeDays, 1, minimum, 400, everyDay, 0),
                0,
                new double[demand.length],
                demand,
                SafetyStock.NONE,
                0,
                NONE,
                1,
                "terms version 1");
    }
}
