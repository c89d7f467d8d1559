package io.quartermaster.domain.replenishment.lotsizing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.quartermaster.domain.optimisation.BranchAndBound;
import io.quartermaster.domain.optimisation.IntegerSearch;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LotSizingTest {

    private final BranchAndBound engine = new BranchAndBound();

    /** Made in the first period: 5 of 15 that do not fit into the second, kept for 1 each. */
    @Test
    void makesEarlierWhatDoesNotFit() {
        LotSizingProblem problem =
                new LotSizingProblem(
                        10, List.of(new LotSizingItem(1, 1, 0, 5)), new double[][] {{0}, {15}});

        LotSizing solved = LotSizing.of(problem, engine, IntegerSearch.EXACT);

        assertThat(solved.status()).isEqualTo(LotSizing.Status.OPTIMAL);
        LotSizingPlan plan = solved.plan().orElseThrow();
        assertThat(plan.cost()).isCloseTo(15, within(1e-9));
        assertThat(plan.made()).isDeepEqualTo(new double[][] {{5}, {10}});
        assertThat(plan.setupCost()).isEqualTo(10);
        assertThat(solved.gap()).isZero();
    }

    /** A setup takes 4 of 10: 6 fit into a period, so 8 asked for take two. */
    @Test
    void countsTheTimeOfSetups() {
        LotSizingProblem problem =
                new LotSizingProblem(
                        10, List.of(new LotSizingItem(1, 1, 4, 0)), new double[][] {{0}, {8}});

        LotSizing solved = LotSizing.of(problem, engine, IntegerSearch.EXACT);

        assertThat(solved.plan().orElseThrow().cost()).isCloseTo(2, within(1e-9));
        assertThat(solved.plan().orElseThrow().timeUsed(problem, 1)).isCloseTo(10, within(1e-6));
    }

    /** Without a limit each item is planned alone: the optimum of Wagner and Whitin (1958). */
    @Test
    void equalsWagnerAndWhitinWhereCapacityIsLarge() {
        for (int seed = 0; seed < 30; seed++) {
            LotSizingProblem problem = random(seed, 2, 6, 1e6);
            double expected = wagnerWhitin(problem, 0) + wagnerWhitin(problem, 1);

            LotSizing solved = LotSizing.of(problem, engine, IntegerSearch.EXACT);

            assertThat(solved.plan().orElseThrow().cost())
                    .as("seed " + seed)
                    .isCloseTo(expected, within(1e-6));
            assertThat(solved.bound()).isCloseTo(expected, within(1e-6));
        }
    }

    @Test
    void keepsEveryRuleWhereCapacityBinds() {
        int planned = 0;
        for (int seed = 0; seed < 30; seed++) {
            LotSizingProblem problem = random(seed, 3, 4, 120);
            try {
                problem.requireEnoughCapacity();
            } catch (IllegalArgumentException e) {
                continue;
            }
            LotSizing solved = LotSizing.of(problem, engine, IntegerSearch.EXACT);
            if (solved.plan().isPresent()) {
                planned++;
                LotSizingPlan plan = solved.plan().orElseThrow();
                assertThat(plan.violations(problem)).as("seed " + seed).isEmpty();
                assertThat(plan.cost()).isCloseTo(solved.bound(), within(1e-4));
            }
        }
        assertThat(planned).isGreaterThan(10);
    }

    @Test
    void servesByTheSimplePlanWhereTheSearchIsStopped() {
        LotSizingProblem problem = random(4, 3, 5, 112);

        LotSizing stopped = LotSizing.of(problem, engine, IntegerSearch.nodes(1));
        LotSizing solved = LotSizing.of(problem, engine, IntegerSearch.EXACT);

        assertThat(stopped.status()).isEqualTo(LotSizing.Status.TIME_LIMIT);
        LotSizingPlan plan = stopped.plan().orElseThrow();
        assertThat(plan.violations(problem)).isEmpty();
        double best = solved.plan().orElseThrow().cost();
        assertThat(stopped.bound()).isLessThanOrEqualTo(best + 1e-6);
        assertThat(plan.cost()).isGreaterThanOrEqualTo(best - 1e-6);
        assertThat(stopped.gap()).isEqualTo((plan.cost() - stopped.bound()) / plan.cost());
    }

    @Test
    void refusesADemandThatNeverFits() {
        LotSizingProblem problem =
                new LotSizingProblem(
                        10,
                        List.of(new LotSizingItem(1, 1, 2, 5)),
                        new double[][] {{4}, {15}, {0}});

        assertThatThrownBy(() -> LotSizing.of(problem, engine, IntegerSearch.EXACT))
                .hasMessage(
                        "The demand up to period 2 takes a time of 21.0, the capacity gives 20.0.\nMaybe raise the capacity (10.0), or move demand to later periods.");
    }

    /** The first check counts one setup; two are needed here, and 14 of 20 remain for 15. */
    @Test
    void saysThatSetupsDoNotFit() {
        LotSizingProblem problem =
                new LotSizingProblem(
                        10, List.of(new LotSizingItem(1, 1, 3, 5)), new double[][] {{0}, {15}});

        LotSizing solved = LotSizing.of(problem, engine, IntegerSearch.EXACT);

        assertThat(solved.status()).isEqualTo(LotSizing.Status.INFEASIBLE);
        assertThat(solved.plan()).isEmpty();
        assertThat(solved.gap()).isEqualTo(1);
    }

    @Test
    void namesEveryRuleThatAPlanBreaks() {
        LotSizingProblem problem =
                new LotSizingProblem(
                        10, List.of(new LotSizingItem(1, 1, 3, 5)), new double[][] {{4}, {2}});
        LotSizingPlan plan =
                LotSizingPlan.of(
                        problem, new boolean[][] {{true}, {false}}, new double[][] {{8}, {-3}});

        assertThat(plan.violations(problem))
                .containsExactly(
                        "Period 1 uses a time of 11.0 of 10.0.",
                        "Period 2 leaves item 1 with a stock of -1.0.");
        assertThat(
                        LotSizingPlan.of(
                                        problem,
                                        new boolean[][] {{false}, {false}},
                                        new double[][] {{6}, {0}})
                                .violations(problem))
                .containsExactly("Period 1 makes item 1 without a setup.");
    }

    @Test
    void refusesWhatIsNoNumber() {
        assertThatThrownBy(() -> new LotSizingItem(1, Double.NaN, 1, 1))
                .hasMessage("The holding cost (NaN) must be a finite number, 0 or more.");
        assertThatThrownBy(
                        () ->
                                new LotSizingProblem(
                                        5,
                                        List.of(new LotSizingItem(1, 1, 1, 1)),
                                        new double[][] {{1, 2}}))
                .hasMessage("The demands of a period (2) must be as many as the items (1).");
    }

    private static LotSizingProblem random(long seed, int items, int periods, double capacity) {
        Random random = new Random(seed);
        List<LotSizingItem> terms =
                random.ints(items, 1, 4)
                        .mapToObj(
                                holding ->
                                        new LotSizingItem(
                                                1, holding, 10, 50 * (1 + random.nextInt(6))))
                        .toList();
        double[][] demand = new double[periods][items];
        for (double[] ofPeriod : demand) {
            for (int item = 0; item < items; item++) {
                ofPeriod[item] = random.nextInt(5) == 0 ? 0 : 5 + random.nextInt(40);
            }
        }
        return new LotSizingProblem(capacity, terms, demand);
    }

    private static double wagnerWhitin(LotSizingProblem problem, int item) {
        LotSizingItem terms = problem.items().get(item);
        double[] least = new double[problem.periods() + 1];
        for (int end = 1; end <= problem.periods(); end++) {
            least[end] = problem.demand()[end - 1][item] == 0 ? least[end - 1] : 1e18;
            for (int made = 0; made < end; made++) {
                double cost = least[made] + terms.setupCost();
                for (int asked = made; asked < end; asked++) {
                    cost += terms.holdingCost() * (asked - made) * problem.demand()[asked][item];
                }
                least[end] = Math.min(least[end], cost);
            }
        }
        return least[problem.periods()];
    }
}
