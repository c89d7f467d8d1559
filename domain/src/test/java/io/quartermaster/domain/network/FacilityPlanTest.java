package io.quartermaster.domain.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.quartermaster.domain.optimisation.BranchAndBound;
import io.quartermaster.domain.optimisation.IntegerSearch;
import io.quartermaster.domain.optimisation.IntegerSolution;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FacilityPlanTest {

    private static final double NONE = Double.POSITIVE_INFINITY;

    private final BranchAndBound engine = new BranchAndBound();

    /** 8 of 12 fit into the cheap place, the rest goes to the other. */
    @Test
    void splitsACustomerWhereThePlaceIsFull() {
        FacilityProblem problem = twoPlaces(new double[][] {{12, 36}}, 12, false);

        FacilityPlan plan = FacilityPlan.of(problem, engine, IntegerSearch.EXACT);

        assertThat(plan.status()).isEqualTo(IntegerSolution.Status.OPTIMAL);
        assertThat(plan.runs()).containsExactly(true, true);
        assertThat(plan.cost()).isCloseTo(5 + 1 + 8 + 4 * 3, within(1e-6));
        assertThat(plan.units(problem, 0)).isCloseTo(8, within(1e-6));
        assertThat(plan.violations(problem)).isEmpty();
        assertThat(plan.gap()).isLessThan(1e-9);
    }

    @Test
    void servesACustomerFromOnePlaceWhereAsked() {
        FacilityProblem problem = twoPlaces(new double[][] {{12, 36}}, 12, true);

        FacilityPlan plan = FacilityPlan.of(problem, engine, IntegerSearch.EXACT);

        assertThat(plan.runs()).containsExactly(false, true);
        assertThat(plan.cost()).isCloseTo(1 + 36, within(1e-6));
    }

    @Test
    void equalsEveryAssignmentTriedOnSmallProblems() {
        for (int seed = 0; seed < 40; seed++) {
            FacilityProblem problem = random(seed);
            double best = bestOfAllAssignments(problem);

            FacilityPlan plan = FacilityPlan.of(problem, engine, IntegerSearch.EXACT);

            if (best == NONE) {
                assertThat(plan.status()).isEqualTo(IntegerSolution.Status.INFEASIBLE);
                assertThat(plan.found()).isFalse();
            } else {
                assertThat(plan.cost()).as("seed " + seed).isCloseTo(best, within(1e-6));
                assertThat(plan.bound()).isCloseTo(best, within(1e-6));
                assertThat(plan.violations(problem)).isEmpty();
            }
        }
    }

    @Test
    void refusesWhatCannotBeServed() {
        assertThatThrownBy(
                        () ->
                                FacilityPlan.of(
                                        twoPlaces(new double[][] {{12, NONE}}, 12, false),
                                        engine,
                                        IntegerSearch.EXACT))
                .hasMessage(
                        "The demand (12.0) of customer (a) is more than the places that can serve it hold (8.0).\nMaybe add a place that can serve it, or raise a capacity.");
        assertThatThrownBy(
                        () ->
                                FacilityPlan.of(
                                        twoPlaces(
                                                new double[][] {{9, 9}, {9, 9}, {9, 9}}, 12, true),
                                        engine,
                                        IntegerSearch.EXACT))
                .hasMessageStartingWith(
                        "The customers ask for 36.0 units, all places together hold 28.0.");
    }

    @Test
    void refusesAmountsThatAreNone() {
        assertThatThrownBy(() -> new FacilityProblem.Place("p", Double.NaN, 0))
                .hasMessage("The capacity (NaN) of place (p) must be 0 or more.");
        assertThatThrownBy(() -> new FacilityProblem.Customer("c", -1))
                .hasMessage("The demand (-1.0) of customer (c) must be finite, 0 or more.");
        assertThatThrownBy(() -> twoPlaces(new double[][] {{-1, 2}}, 12, false))
                .hasMessage(
                        "The cost (-1.0) of serving customer (a) from place (near) must be 0 or more.");
    }

    @Test
    void namesEveryRuleThatAPlanBreaks() {
        FacilityProblem problem = twoPlaces(new double[][] {{12, 36}}, 12, true);
        FacilityPlan plan =
                new FacilityPlan(
                        IntegerSolution.Status.OPTIMAL,
                        new boolean[] {true, false},
                        new double[][] {{0.9, 0.2}},
                        0,
                        0,
                        0);

        assertThat(plan.violations(problem))
                .hasSize(3)
                .first()
                .asString()
                .startsWith("Place near sends 10.8");
    }

    private static FacilityProblem twoPlaces(double[][] costs, double demand, boolean single) {
        List<FacilityProblem.Customer> customers =
                List.of(
                                new FacilityProblem.Customer("a", demand),
                                new FacilityProblem.Customer("b", demand),
                                new FacilityProblem.Customer("c", demand))
                        .subList(0, costs.length);
        return new FacilityProblem(
                List.of(
                        new FacilityProblem.Place("near", 8, 5),
                        new FacilityProblem.Place("far", 20, 1)),
                customers,
                costs,
                single);
    }

    private static FacilityProblem random(long seed) {
        Random random = new Random(seed);
        List<FacilityProblem.Place> places =
                random.ints(3, 10, 30)
                        .mapToObj(
                                capacity ->
                                        new FacilityProblem.Place(
                                                "p" + capacity, capacity, random.nextInt(50)))
                        .toList();
        List<FacilityProblem.Customer> customers =
                random.ints(5, 1, 10)
                        .mapToObj(demand -> new FacilityProblem.Customer("c" + demand, demand))
                        .toList();
        double[][] costs = new double[5][3];
        for (double[] ofCustomer : costs) {
            for (int place = 0; place < 3; place++) {
                ofCustomer[place] = place > 0 && random.nextInt(6) == 0 ? NONE : random.nextInt(40);
            }
        }
        return new FacilityProblem(places, customers, costs, true);
    }

    private static double bestOfAllAssignments(FacilityProblem problem) {
        double best = NONE;
        for (int code = 0; code < 243; code++) {
            double[] units = new double[3];
            double cost = 0;
            int rest = code;
            for (int customer = 0; customer < 5; customer++) {
                int place = rest % 3;
                rest /= 3;
                units[place] += problem.customers().get(customer).demand();
                cost += problem.costs()[customer][place];
            }
            for (int place = 0; place < 3; place++) {
                cost += units[place] > 0 ? problem.places().get(place).fixedCost() : 0;
                cost += units[place] > problem.places().get(place).capacity() ? NONE : 0;
            }
            best = Math.min(best, cost);
        }
        return best;
    }
}
