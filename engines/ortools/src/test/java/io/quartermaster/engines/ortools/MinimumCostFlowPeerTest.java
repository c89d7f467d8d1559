package io.quartermaster.engines.ortools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.ortools.graph.MinCostFlow;
import com.google.ortools.graph.MinCostFlowBase;
import io.quartermaster.domain.network.FlowProblem;
import io.quartermaster.domain.network.MinimumCostFlow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The flow of the domain against the cost-scaling one of OR-Tools (Goldberg 1997). */
class MinimumCostFlowPeerTest {

    @BeforeEach
    void needsTheLibrary() {
        OrToolsRoutingEngine engine = new OrToolsRoutingEngine();
        Assumptions.assumeTrue(engine.probe().available(), engine.probe().reason());
        OrToolsLibrary.load();
    }

    /** Networks by chance; in about half of them not all that is asked for can come. */
    @Test
    void costsAndBringsAsMuchAsThatOfOrTools() {
        int incomplete = 0;
        for (int seed = 0; seed < 300; seed++) {
            FlowProblem problem = problem(new SplittableRandom(seed));
            MinimumCostFlow own = MinimumCostFlow.of(problem);
            MinCostFlow peer = peer(problem);
            double brought = asked(problem) - Arrays.stream(own.shortfall()).sum();

            assertThat(brought).as("seed %d", seed).isEqualTo((double) peer.getMaximumFlow());
            assertThat(own.cost()).as("seed %d", seed).isCloseTo(cost(peer), within(1e-9));
            assertThat(own.violation(problem)).as("seed %d", seed).isZero();
            incomplete += own.complete() ? 0 : 1;
        }
        assertThat(incomplete).isBetween(60, 240);
    }

    private static double asked(FlowProblem problem) {
        return problem.places().stream().mapToDouble(p -> Math.max(0, -p.supply())).sum();
    }

    private static FlowProblem problem(SplittableRandom random) {
        int count = 5 + random.nextInt(40);
        List<FlowProblem.Place> places = new ArrayList<>();
        for (int place = 0; place < count; place++) {
            int supply = random.nextInt(3) == 0 ? 0 : random.nextInt(-30, 40);
            places.add(new FlowProblem.Place("p" + place, supply));
        }
        List<FlowProblem.Arc> arcs = new ArrayList<>();
        for (int arc = 0; arc < 4 * count; arc++) {
            int from = random.nextInt(count);
            int to = (from + 1 + random.nextInt(count - 1)) % count;
            arcs.add(new FlowProblem.Arc(from, to, random.nextInt(25), random.nextInt(50)));
        }
        return new FlowProblem(places, arcs);
    }

    private static MinCostFlow peer(FlowProblem problem) {
        MinCostFlow flow = new MinCostFlow();
        for (FlowProblem.Arc arc : problem.arcs()) {
            flow.addArcWithCapacityAndUnitCost(
                    arc.from(), arc.to(), (long) arc.capacity(), (long) arc.unitCost());
        }
        for (int place = 0; place < problem.places().size(); place++) {
            flow.setNodeSupply(place, (long) problem.places().get(place).supply());
        }
        assertThat(flow.solveMaxFlowWithMinCost()).isEqualTo(MinCostFlowBase.Status.OPTIMAL);
        return flow;
    }

    private static double cost(MinCostFlow flow) {
        double sum = 0;
        for (int arc = 0; arc < flow.getNumArcs(); arc++) {
            sum += (double) flow.getFlow(arc) * flow.getUnitCost(arc);
        }
        return sum;
    }
}
