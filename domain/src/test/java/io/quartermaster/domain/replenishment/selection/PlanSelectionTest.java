package io.quartermaster.domain.replenishment.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quartermaster.domain.replenishment.GreedyPlanner;
import io.quartermaster.domain.replenishment.MoneyLimit;
import io.quartermaster.domain.replenishment.OrderPlan;
import io.quartermaster.domain.replenishment.PlanAudit;
import io.quartermaster.domain.replenishment.PlannedItem;
import io.quartermaster.domain.replenishment.PriceBranch;
import io.quartermaster.domain.replenishment.ReplenishmentProblem;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PlanSelectionTest {

    private static final double NONE = Double.POSITIVE_INFINITY;
    private static final SelectionEffort EFFORT = new SelectionEffort(0, 200, 200, NONE, 1);

    /** The bound is not above the least cost, the plan not below it; both by trying all orders. */
    @Test
    void boundsTheLeastCostOfTwoItemsFromBothSides() {
        int proven = 0;
        int found = 0;
        int problems = 0;
        for (int seed = 0; seed < 60; seed++) {
            ReplenishmentProblem problem =
                    new RandomItems(seed, 4)
                            .problem(2, 5, 9, money("budget", 1, 1, 9), money("all", 0, 3, 20));
            if (isImpossible(problem)) {
                continue;
            }
            PlanSelection.Selected selected = select(problem, EFFORT);
            double least = least(problem, 5, 9);
            double cost = selected.plan().cost().total();
            assertThat(selected.bound()).as("seed %d", seed).isLessThanOrEqualTo(least + 1e-9);
            assertThat(cost).as("seed %d", seed).isGreaterThanOrEqualTo(least - 1e-9);
            assertThat(PlanAudit.violations(selected.plan())).as("seed %d", seed).isEmpty();
            found += cost < least + 1e-6 ? 1 : 0;
            problems++;
            proven += cost - selected.bound() < 1e-6 * cost ? 1 : 0;
        }
        assertThat(proven).isGreaterThan(problems / 3);
        assertThat(found).isGreaterThan(problems * 9 / 10);
    }

    /** So is what takes too long to try all orders of. */
    private static boolean isImpossible(ReplenishmentProblem problem) {
        return problem.impossibleTerms().or(problem::impossibleStock).isPresent()
                || problem.items().stream().anyMatch(item -> item.slots() > problem.horizonDays());
    }

    private static double least(ReplenishmentProblem problem, double capacity, double volume) {
        List<List<ItemPlan>> plans =
                problem.items().stream()
                        .map(item -> ItemProgramme.of(item))
                        .map(item -> Enumeration.plans(item, upTo(item, capacity)))
                        .toList();
        double least = NONE;
        for (ItemPlan one : plans.get(0)) {
            for (ItemPlan other : plans.get(1)) {
                boolean fits = fit(one, other, capacity, volume) && canPay(problem, one, other);
                if (fits && one.cost() + other.cost() < least) {
                    least = one.cost() + other.cost();
                }
            }
        }
        return least;
    }

    private static Room upTo(ItemProgramme item, double capacity) {
        Room room = Room.unlimited(item);
        Arrays.fill(room.units(), capacity);
        return room;
    }

    private static boolean fit(ItemPlan one, ItemPlan other, double capacity, double volume) {
        for (int day = 0; day < one.stock().length; day++) {
            if (ordered(one, day) + ordered(other, day) > capacity
                    || one.stock()[day] + other.stock()[day] > volume + 1e-9) {
                return false;
            }
        }
        return true;
    }

    private static long ordered(ItemPlan plan, int day) {
        long units = 0;
        for (int slot = day; slot < plan.orders().length; slot += plan.stock().length) {
            units += plan.orders()[slot];
        }
        return units;
    }

    private static boolean canPay(ReplenishmentProblem problem, ItemPlan one, ItemPlan other) {
        for (MoneyLimit limit : problem.money()) {
            double paid = 0;
            for (int i = 0; i < 2; i++) {
                PlannedItem item = problem.items().get(i);
                long[] orders = (i == 0 ? one : other).orders();
                for (int slot = 0; slot < orders.length; slot++) {
                    boolean counts = limit.counts(item.item(), item.day(slot));
                    paid +=
                            counts && orders[slot] > 0
                                    ? orders[slot] * item.unitCost(slot, orders[slot])
                                    : 0;
                }
            }
            if (paid > limit.limit() + 1e-9) {
                return false;
            }
        }
        return true;
    }

    private static MoneyLimit money(String rule, int from, int until, double limit) {
        return new MoneyLimit(rule, "all", from, until, limit, Set.of());
    }

    /**
     * What a reader of prices.csv, or of the branches, does: plan each item alone at the prices.
     */
    @Test
    void boundCanBeComputedAgainFromItsPrices() {
        int divided = 0;
        for (int seed = 100; seed < 130; seed++) {
            ReplenishmentProblem problem = new RandomItems(seed, 3).problem(6, 6, 20);
            if (isImpossible(problem)) {
                continue;
            }
            PlanSelection.Selected selected =
                    select(problem, new SelectionEffort(0, 40, 5, NONE, 2));
            double bound = NONE;
            for (PriceBranch branch : parts(selected)) {
                double part = bound(problem, branch);
                assertThat(branch.bound()).as("seed %d", seed).isCloseTo(part, within(1e-9));
                bound = Math.min(bound, part);
            }
            double told = Math.min(bound, selected.plan().cost().total());
            assertThat(selected.bound()).as("seed %d", seed).isCloseTo(told, within(1e-9));
            assertThat(PlanAudit.violations(selected.plan())).isEmpty();
            divided += selected.branches().isEmpty() ? 0 : 1;
        }
        assertThat(divided).isGreaterThan(2);
    }

    private static List<PriceBranch> parts(PlanSelection.Selected selected) {
        if (selected.branches().isEmpty()) {
            return List.of(
                    new PriceBranch(
                            List.of(),
                            selected.bound(),
                            selected.poolPrices(),
                            selected.placePrices(),
                            selected.moneyPrices()));
        }
        return selected.branches();
    }

    private static double bound(ReplenishmentProblem problem, PriceBranch branch) {
        double bound = 0;
        for (int day = 0; day < problem.horizonDays(); day++) {
            bound -= 6 * branch.capacityPrices()[0][day] + 20 * branch.volumePrices()[0][day];
        }
        for (int i = 0; i < problem.items().size(); i++) {
            int item = i;
            ItemProgramme programme = ItemProgramme.of(problem.items().get(i));
            bound +=
                    Enumeration.plans(programme, Room.unlimited(programme)).stream()
                            .filter(plan -> isOf(branch, item, plan))
                            .mapToDouble(plan -> priced(plan, branch))
                            .min()
                            .orElse(NONE);
        }
        return bound;
    }

    private static boolean isOf(PriceBranch branch, int item, ItemPlan plan) {
        return branch.decisions().stream()
                .allMatch(of -> of.item() != item || plan.orders()[of.slot()] > 0 == of.ordered());
    }

    private static double priced(ItemPlan plan, PriceBranch branch) {
        double sum = plan.cost();
        for (int day = 0; day < plan.stock().length; day++) {
            sum += ordered(plan, day) * branch.capacityPrices()[0][day];
            sum += plan.stock()[day] * branch.volumePrices()[0][day];
        }
        return sum;
    }

    /** Two parts differ in an order at least, and shares of one half a decision add up to one. */
    @Test
    void branchesHoldEveryPlanOnce() {
        ReplenishmentProblem problem = new RandomItems(9, 12).problem(12, 18, 90);
        List<PriceBranch> branches =
                select(problem, new SelectionEffort(0, 40, 200, NONE, 2)).branches();
        double share = 0;
        for (int i = 0; i < branches.size(); i++) {
            share += Math.pow(0.5, branches.get(i).decisions().size());
            for (int j = 0; j < i; j++) {
                assertThat(contradict(branches.get(i), branches.get(j))).isTrue();
            }
        }
        assertThat(branches).hasSizeGreaterThan(10);
        assertThat(share).isEqualTo(1);
    }

    private static boolean contradict(PriceBranch one, PriceBranch other) {
        return one.decisions().stream()
                .map(of -> new PriceBranch.Decision(of.item(), of.slot(), !of.ordered()))
                .anyMatch(other.decisions()::contains);
    }

    @Test
    void plansAlikeInAnyNumberOfThreads() {
        ReplenishmentProblem problem = new RandomItems(7, 12).problem(150, 160, 900);
        SelectionEffort one = new SelectionEffort(0.0001, 30, 10, NONE, 1);
        SelectionEffort three = new SelectionEffort(0.0001, 30, 10, NONE, 3);
        assertThat(select(problem, three).plan().orders())
                .isDeepEqualTo(select(problem, one).plan().orders());
        assertThat(select(problem, three).bound()).isEqualTo(select(problem, one).bound());
    }

    @Test
    void isOptimalAtOnceWhereNoSharedRuleBinds() {
        ReplenishmentProblem problem = new RandomItems(7, 12).problem(40, 100_000, NONE);
        PlanSelection.Selected selected = select(problem, EFFORT);
        assertThat(selected.rounds()).isZero();
        assertThat(selected.plan().cost().total()).isCloseTo(selected.bound(), within(1e-6));
    }

    @Test
    void keepsEveryRuleAndComesNearItsBoundWhereManyItemsShareLittle() {
        ReplenishmentProblem problem = new RandomItems(9, 12).problem(200, 260, 1_500);
        PlanSelection.Selected selected =
                select(problem, new SelectionEffort(0.01, 100, 40, NONE, 2));
        double cost = selected.plan().cost().total();
        assertThat(PlanAudit.violations(selected.plan())).isEmpty();
        assertThat((cost - selected.bound()) / cost).isLessThan(0.01);
        assertThat(cost).isLessThan(GreedyPlanner.plan(problem).cost().total());
    }

    @Test
    void keepsTheFirstPlanWhenThereIsNoTime() {
        ReplenishmentProblem problem = new RandomItems(9, 12).problem(200, 260, 1_500);
        OrderPlan first = GreedyPlanner.plan(problem);
        PlanSelection.Selected selected =
                PlanSelection.select(
                        problem, first, Optional.empty(), new SelectionEffort(0, 100, 40, 0, 1));
        assertThat(selected.cutOff()).isTrue();
        assertThat(selected.plan().orders()).isDeepEqualTo(first.orders());
        assertThat(selected.bound()).isPositive();
    }

    private static PlanSelection.Selected select(
            ReplenishmentProblem problem, SelectionEffort effort) {
        return PlanSelection.select(problem, GreedyPlanner.plan(problem), Optional.empty(), effort);
    }
}
