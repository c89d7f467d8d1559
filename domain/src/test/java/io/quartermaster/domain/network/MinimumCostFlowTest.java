package io.quartermaster.domain.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.quartermaster.domain.optimisation.BranchAndBound;
import io.quartermaster.domain.optimisation.IntegerProgramme;
import io.quartermaster.domain.optimisation.IntegerSolution;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MinimumCostFlowTest {

    private static final double NONE = Double.POSITIVE_INFINITY;

    /** The example of OR-Tools' documentation of minimum-cost flow, whose optimum is 150. */
    @Test
    void solvesAPublishedExample() {
        FlowProblem problem =
                problem(
                        new double[] {20, 0, 0, -5, -15},
                        new double[][] {
                            {0, 1, 15, 4},
                            {0, 2, 8, 4},
                            {1, 2, 20, 2},
                            {1, 3, 4, 2},
                            {1, 4, 10, 6},
                            {2, 3, 15, 1},
                            {2, 4, 4, 3},
                            {3, 4, 20, 2},
                            {4, 2, 5, 3}
                        });

        MinimumCostFlow flow = MinimumCostFlow.of(problem);

        assertThat(flow.cost()).isCloseTo(150, within(1e-9));
        assertThat(flow.complete()).isTrue();
        assertThat(flow.violation(problem)).isLessThan(1e-9);
        assertThat(flow.flow()).containsExactly(12, 8, 8, 4, 0, 12, 4, 11, 0);
    }

    /** The linear programme of the flow, solved by the simplex method. */
    @Test
    void equalsTheLinearProgramme() {
        int complete = 0;
        for (int seed = 0; seed < 60; seed++) {
            FlowProblem problem = random(seed);
            IntegerSolution linear = linear(problem);

            MinimumCostFlow flow = MinimumCostFlow.of(problem);

            assertThat(flow.violation(problem)).as("seed " + seed).isLessThan(1e-9);
            assertThat(flow.complete())
                    .as("seed " + seed)
                    .isEqualTo(linear.status() == IntegerSolution.Status.OPTIMAL);
            if (flow.complete()) {
                complete++;
                assertThat(flow.cost()).isCloseTo(linear.objective(), within(1e-6));
            }
        }
        assertThat(complete).isBetween(15, 59);
    }

    /** No arc with room is cheaper than the difference of the prices at its ends. */
    @Test
    void pricesProveTheOptimum() {
        for (int seed = 0; seed < 60; seed++) {
            FlowProblem problem = random(seed);
            MinimumCostFlow flow = MinimumCostFlow.of(problem);
            for (int i = 0; i < flow.flow().length && flow.complete(); i++) {
                FlowProblem.Arc arc = problem.arcs().get(i);
                double gain = flow.price()[arc.to()] - flow.price()[arc.from()] - arc.unitCost();
                if (flow.flow()[i] < arc.capacity()) {
                    assertThat(gain).isLessThan(1e-9);
                }
                if (flow.flow()[i] > 0) {
                    assertThat(gain).isGreaterThan(-1e-9);
                }
            }
        }
    }

    @Test
    void saysWhatCannotCome() {
        FlowProblem problem =
                problem(new double[] {10, -4, -3, -2}, new double[][] {{0, 1, 3, 1}, {1, 2, 9, 1}});

        MinimumCostFlow flow = MinimumCostFlow.of(problem);

        assertThat(flow.complete()).isFalse();
        assertThat(flow.shortfall()).containsExactly(0, 1, 3, 2);
        assertThat(flow.flow()).containsExactly(3, 0);
        assertThat(flow.violation(problem)).isLessThan(1e-9);
    }

    @Test
    void leavesWhatNobodyAsksFor() {
        FlowProblem problem =
                problem(new double[] {1e12, -1e11}, new double[][] {{0, 1, NONE, 0.5}});

        MinimumCostFlow flow = MinimumCostFlow.of(problem);

        assertThat(flow.flow()).containsExactly(1e11);
        assertThat(flow.cost()).isEqualTo(5e10);
        assertThat(MinimumCostFlow.of(problem(new double[] {3}, new double[0][])).complete())
                .isTrue();
    }

    @Test
    void refusesWhatIsNoFlow() {
        assertThatThrownBy(() -> new FlowProblem.Place("a", Double.NaN))
                .hasMessage("The supply (NaN) of place (a) must be finite.");
        assertThatThrownBy(() -> new FlowProblem.Arc(0, 1, -1, 2))
                .hasMessage("The capacity (-1.0) and unit cost (2.0) of an arc must be 0 or more.");
        assertThatThrownBy(() -> problem(new double[] {1}, new double[][] {{0, 1, 1, 1}}))
                .hasMessage("The arc from 0 to 1 must lie between the places (1).");
    }

    private static FlowProblem problem(double[] supplies, double[][] arcs) {
        List<FlowProblem.Place> places = new ArrayList<>();
        for (double supply : supplies) {
            places.add(new FlowProblem.Place("p" + places.size(), supply));
        }
        List<FlowProblem.Arc> all = new ArrayList<>();
        for (double[] arc : arcs) {
            all.add(new FlowProblem.Arc((int) arc[0], (int) arc[1], arc[2], arc[3]));
        }
        return new FlowProblem(places, all);
    }

    private static FlowProblem random(long seed) {
        Random random = new Random(seed);
        int count = 3 + random.nextInt(7);
        double[] supplies = new double[count];
        for (int place = 0; place < count; place++) {
            supplies[place] = place < 2 ? 20 + random.nextInt(20) : -random.nextInt(8);
        }
        double[][] arcs = new double[3 * count][];
        for (int arc = 0; arc < arcs.length; arc++) {
            int from = random.nextInt(count);
            int to = (from + 1 + random.nextInt(count - 1)) % count;
            arcs[arc] =
                    new double[] {
                        from,
                        to,
                        random.nextInt(5) == 0 ? NONE : random.nextInt(25),
                        random.nextInt(20)
                    };
        }
        return problem(supplies, arcs);
    }

    private static IntegerSolution linear(FlowProblem problem) {
        IntegerProgramme.Builder builder = new IntegerProgramme.Builder();
        problem.arcs().forEach(arc -> builder.column(arc.unitCost(), 0, arc.capacity(), false));
        for (int place = 0; place < problem.places().size(); place++) {
            double[] row = new double[problem.arcs().size()];
            for (int arc = 0; arc < row.length; arc++) {
                row[arc] += problem.arcs().get(arc).from() == place ? 1 : 0;
                row[arc] -= problem.arcs().get(arc).to() == place ? 1 : 0;
            }
            double supply = problem.places().get(place).supply();
            builder.row("place", supply > 0 ? -NONE : supply, row, supply);
        }
        return new BranchAndBound().solve(builder.build(), 0);
    }
}
