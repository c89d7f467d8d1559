package io.quartermaster.domain.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CheapestInsertionTest {

    private final CheapestInsertion engine = new CheapestInsertion();

    @Test
    void visitsAllOnOneRouteWhereTheyFit() {
        RouteProblem problem =
                problem(1, 10, List.of(stop("a", 3, 0, 4, 0, 99), stop("b", 3, 4, 4, 0, 99)));

        RoutePlan plan = engine.plan(problem, 1);

        assertThat(plan.unserved()).isEmpty();
        assertThat(plan.distance()).isCloseTo(12, within(1e-9));
        assertThat(plan.routes().get(0).load()).isEqualTo(8);
        assertThat(plan.violations(problem)).isEmpty();
    }

    @Test
    void waitsForTheWindowAndNamesThoseThatNobodyCanVisit() {
        RouteProblem problem =
                problem(
                        1,
                        10,
                        List.of(
                                stop("early", 3, 0, 4, 50, 60),
                                stop("far", 300, 0, 1, 0, 99),
                                stop("late", 90, 0, 1, 0, 99),
                                stop("heavy", 1, 0, 11, 0, 99),
                                stop("left", 3, 0, 7, 50, 60)));

        RoutePlan plan = engine.plan(problem, 1);

        RoutePlan.Visit visit = plan.routes().get(0).visits().get(0);
        assertThat(visit.arrival()).isEqualTo(3);
        assertThat(visit.begin()).isEqualTo(50);
        assertThat(plan.unserved())
                .extracting(one -> one.stop().name() + ": " + one.reason())
                .containsExactly(
                        "far: it closes at 99.0, and a vehicle arrives at 300.000 at the earliest",
                        "late: a vehicle is back at 180.000 at the earliest, and the depot closes at 100.0",
                        "heavy: its demand (11.0) is more than a vehicle holds (10.0)",
                        "left: no vehicle has room and time left for it");
        assertThat(plan.violations(problem)).isEmpty();
    }

    @Test
    void keepsEveryRuleOnRandomStops() {
        for (int seed = 0; seed < 20; seed++) {
            Random random = new Random(seed);
            List<RouteProblem.Stop> stops = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
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
            RouteProblem problem = problem(8, 20, stops);

            assertThat(engine.plan(problem, 1).violations(problem)).as("seed " + seed).isEmpty();
        }
    }

    @Test
    void namesEveryRuleThatAPlanBreaks() {
        RouteProblem.Stop stop = stop("a", 30, 0, 8, 0, 20);
        RouteProblem problem = problem(1, 7, List.of(stop, stop("b", 1, 1, 1, 0, 9)));
        RoutePlan.Route route = RoutePlan.route(problem, List.of(stop));
        RoutePlan plan = new RoutePlan(List.of(route, route), List.of());

        assertThat(plan.violations(problem))
                .containsExactly(
                        "2 vehicles of 1 go.",
                        "A vehicle carries 8.0 of 7.0.",
                        "Stop a is served at 30.0.",
                        "A vehicle carries 8.0 of 7.0.",
                        "Stop a is served at 30.0.",
                        "Stop a is visited twice.",
                        "Of 2 stops 1 are visited and 0 are not.");
    }

    @Test
    void refusesWhatIsNoStop() {
        assertThatThrownBy(() -> stop("a", Double.NaN, 0, 1, 0, 1))
                .hasMessage("The x (NaN) of stop (a) must lie between -1.0E9 and 1.0E9.");
        assertThatThrownBy(() -> stop("a", 0, 0, 1, 5, 1))
                .hasMessage(
                        "The due time (1.0) of stop (a) must not be before its ready time (5.0).");
        assertThatThrownBy(() -> problem(0, 5, List.of()))
                .hasMessageStartingWith(
                        "The vehicles (0) and their capacity (5.0) must be above 0");
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
