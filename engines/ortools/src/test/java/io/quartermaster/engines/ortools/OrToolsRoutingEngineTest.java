package io.quartermaster.engines.ortools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quartermaster.domain.network.CheapestInsertion;
import io.quartermaster.domain.network.RoutePlan;
import io.quartermaster.domain.network.RouteProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OrToolsRoutingEngineTest {

    private final OrToolsRoutingEngine engine = new OrToolsRoutingEngine();

    @BeforeEach
    void needsTheLibrary() {
        Assumptions.assumeTrue(engine.probe().available(), engine.probe().reason());
    }

    @Test
    void saysItsVersion() {
        assertThat(engine.probe().version()).startsWith("9.");
    }

    /** Four corners of a square around the depot's corner: the way around is the shortest. */
    @Test
    void findsTheShortestRoundTrip() {
        RouteProblem problem =
                problem(
                        2,
                        100,
                        List.of(
                                stop("c", 10, 10, 1, 0, 99),
                                stop("a", 10, 0, 1, 0, 99),
                                stop("b", 0, 10, 1, 0, 99)));

        assertThat(engine.plan(problem, 50).distance()).isCloseTo(40, within(1e-6));
    }

    @Test
    void neverDoesWorseThanInsertionAndKeepsEveryRule() {
        for (int seed = 0; seed < 3; seed++) {
            RouteProblem problem = random(seed);
            RoutePlan plain = new CheapestInsertion().plan(problem, 1);

            RoutePlan plan = engine.plan(problem, 50);

            assertThat(plan.violations(problem)).as("seed " + seed).isEmpty();
            assertThat(plan.unserved()).hasSizeLessThanOrEqualTo(plain.unserved().size());
            if (plan.unserved().size() == plain.unserved().size()) {
                assertThat(plan.distance()).isLessThanOrEqualTo(plain.distance() + 1e-6);
            }
        }
    }

    @Test
    void givesTheSameRoutesAgain() {
        RouteProblem problem = random(7);

        assertThat(engine.plan(problem, 50)).isEqualTo(engine.plan(problem, 50));
    }

    @Test
    void namesThoseThatNobodyCanVisit() {
        RouteProblem problem =
                problem(
                        1,
                        10,
                        List.of(
                                stop("a", 3, 0, 6, 0, 99),
                                stop("heavy", 1, 0, 11, 0, 99),
                                stop("b", 5, 0, 6, 0, 99)));

        RoutePlan plan = engine.plan(problem, 20);

        assertThat(plan.routes()).hasSize(1);
        assertThat(plan.unserved())
                .extracting(RoutePlan.Unserved::reason)
                .containsExactly(
                        "its demand (11.0) is more than a vehicle holds (10.0)",
                        "no vehicle has room and time left for it");
    }

    private static RouteProblem random(long seed) {
        Random random = new Random(seed);
        List<RouteProblem.Stop> stops = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            int ready = random.nextInt(60);
            stops.add(
                    stop(
                            "s" + i,
                            random.nextInt(40) - 20,
                            random.nextInt(40) - 20,
                            1 + random.nextInt(5),
                            ready,
                            ready + 5 + random.nextInt(40)));
        }
        return problem(8, 20, stops);
    }

    private static RouteProblem problem(
            int vehicles, double capacity, List<RouteProblem.Stop> stops) {
        return new RouteProblem(stop("depot", 0, 0, 0, 0, 100), stops, vehicles, capacity, 0);
    }

    private static RouteProblem.Stop stop(
            String name, double x, double y, double demand, double ready, double due) {
        return new RouteProblem.Stop(name, x, y, demand, ready, due, 0);
    }
}
