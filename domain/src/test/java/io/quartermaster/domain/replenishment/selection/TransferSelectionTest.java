package io.quartermaster.domain.replenishment.selection;

import static org.assertj.core.api.Assertions.assertThat;

import io.quartermaster.domain.replenishment.CapacityPool;
import io.quartermaster.domain.replenishment.GreedyPlanner;
import io.quartermaster.domain.replenishment.PlanAudit;
import io.quartermaster.domain.replenishment.PlannedItem;
import io.quartermaster.domain.replenishment.ReplenishmentProblem;
import io.quartermaster.domain.replenishment.StoragePlace;
import io.quartermaster.domain.replenishment.TransferRoute;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TransferSelectionTest {

    private static final double NONE = Double.POSITIVE_INFINITY;
    private static final int DAYS = 3;
    private static final int MOST = 3;
    private static final SelectionEffort EFFORT = new SelectionEffort(0, 100, 100, NONE, 1);

    /**
     * The bound is not above the least cost, by trying all of them; of so few units it is far below
     * it.
     */
    @Test
    void boundsTheLeastCostOfTwoPlacesFromBothSides() {
        int found = 0;
        int problems = 0;
        int moved = 0;
        double gaps = 0;
        for (int seed = 0; seed < 60; seed++) {
            ReplenishmentProblem problem = problem(seed, NONE, NONE);
            if (problem.items().stream().anyMatch(item -> item.slots() > DAYS)) {
                continue;
            }
            double least = least(problem);
            PlanSelection.Selected selected = select(problem);
            double cost = selected.plan().cost().total();

            assertThat(selected.bound()).as("seed %d", seed).isLessThanOrEqualTo(least + 1e-6);
            assertThat(PlanAudit.violations(selected.plan())).as("seed %d", seed).isEmpty();
            problems++;
            found += cost < least + 1e-6 ? 1 : 0;
            moved += selected.plan().transfers().isEmpty() ? 0 : 1;
            gaps += cost == 0 ? 0 : (cost - selected.bound()) / cost;
        }
        assertThat(problems).isGreaterThan(30);
        assertThat(moved).isGreaterThan(problems / 4);
        assertThat(found).isGreaterThan(problems * 3 / 4);
        assertThat(gaps / problems).isLessThan(0.25);
    }

    /** Shared rules hold with transfers too, and a plan without any is never cheaper. */
    @Test
    void keepsSharedRulesAndIsNoDearerThanWithoutTransfers() {
        for (int seed = 0; seed < 40; seed++) {
            ReplenishmentProblem problem = problem(seed, 4, 8);
            if (problem.impossibleTerms().or(problem::impossibleStock).isPresent()) {
                continue;
            }
            PlanSelection.Selected with = select(problem);
            PlanSelection.Selected without = select(problem.withRoutes(List.of()));

            assertThat(PlanAudit.violations(with.plan())).as("seed %d", seed).isEmpty();
            assertThat(with.plan().cost().total())
                    .as("seed %d", seed)
                    .isLessThanOrEqualTo(without.plan().cost().total() + 1e-6);
            assertThat(with.bound())
                    .as("seed %d", seed)
                    .isLessThanOrEqualTo(with.plan().cost().total() + 1e-9);
        }
    }

    private static PlanSelection.Selected select(ReplenishmentProblem problem) {
        return PlanSelection.select(problem, GreedyPlanner.plan(problem), Optional.empty(), EFFORT);
    }

    /** One item at two places, each of which can supply the other. */
    private static ReplenishmentProblem problem(int seed, double unitsPerDay, double volume) {
        PlannedItem here = new RandomItems(seed, DAYS).item("A", 1);
        PlannedItem there = new RandomItems(seed + 10_000, DAYS).item("A", 1, 1);
        return new ReplenishmentProblem(
                DAYS,
                List.of(here, there),
                List.of(new CapacityPool("S", unitsPerDay)),
                List.of(new StoragePlace("main", volume), new StoragePlace("north", volume)),
                List.of(),
                List.of(
                        new TransferRoute(0, 1, 0.3, seed % 2),
                        new TransferRoute(1, 0, 0.1 + seed % 3, 1)));
    }

    /** Without shared limits the places are planned alone, given what is moved. */
    private static double least(ReplenishmentProblem problem) {
        ItemProgramme here = ItemProgramme.of(problem.items().get(0));
        ItemProgramme there = ItemProgramme.of(problem.items().get(1));
        int ways = (int) Math.pow(MOST + 1, DAYS);
        double least = NONE;
        for (int forth = 0; forth < ways; forth++) {
            for (int back = 0; back < ways; back++) {
                double[] movedHere = new double[DAYS];
                double[] movedThere = new double[DAYS];
                double paid =
                        move(forth, problem.routes().get(0), movedHere, movedThere)
                                + move(back, problem.routes().get(1), movedThere, movedHere);
                if (paid < least) {
                    double cost = paid + cheapest(here, movedHere);
                    least =
                            cost < least
                                    ? Math.min(least, cost + cheapest(there, movedThere))
                                    : least;
                }
            }
        }
        return least;
    }

    private static double cheapest(ItemProgramme item, double[] moved) {
        return Enumeration.plans(item, Room.unlimited(item), moved).stream()
                .mapToDouble(ItemPlan::cost)
                .min()
                .orElse(NONE);
    }

    private static double move(int code, TransferRoute route, double[] from, double[] to) {
        int left = code;
        double paid = 0;
        for (int day = 0; day < DAYS; day++) {
            int units = left % (MOST + 1);
            left /= MOST + 1;
            if (units > 0 && day + route.days() >= DAYS) {
                return NONE;
            }
            if (units > 0) {
                from[day] -= units;
                to[day + route.days()] += units;
                paid += units * route.unitCost();
            }
        }
        return paid;
    }
}
