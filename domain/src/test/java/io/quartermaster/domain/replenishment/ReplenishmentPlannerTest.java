package io.quartermaster.domain.replenishment;

import static io.quartermaster.domain.replenishment.ItemBuilder.item;
import static io.quartermaster.domain.replenishment.ItemBuilder.problem;
import static org.assertj.core.api.Assertions.assertThat;

import io.quartermaster.domain.engine.EngineStatus;
import io.quartermaster.domain.engine.EngineUse;
import io.quartermaster.domain.optimisation.LinearProgrammeSession;
import io.quartermaster.domain.optimisation.LinearStatus;
import io.quartermaster.domain.optimisation.SolveLimit;
import io.quartermaster.domain.replenishment.selection.SelectionEffort;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class ReplenishmentPlannerTest {

    private final ReplenishmentProblem problem = problem(item("A", 5, 7));

    @Test
    void fallsBackToTheGreedyPlanWithoutAnEngine() {
        SupplierPlan plan = ReplenishmentPlanner.greedy("scip: no library").plan(problem);
        assertThat(plan.status()).isEqualTo(SupplierPlan.Status.FALLBACK);
        assertThat(plan.solver()).isEqualTo("greedy");
        assertThat(plan.reason()).isEqualTo("scip: no library");
        assertThat(plan.plan().orders()).isDeepEqualTo(new long[][] {{5, 7}});
    }

    @Test
    void selectsPlansWithoutAnEngineThatIsMissing() {
        SupplierPlan plan =
                new ReplenishmentPlanner(
                                Optional.empty(), "scip: no library", 0, SelectionEffort.USUAL)
                        .plan(problem);
        assertThat(plan.status()).isEqualTo(SupplierPlan.Status.OPTIMAL);
        assertThat(plan.solver()).isEqualTo("selection");
        assertThat(plan.reason()).isEqualTo("scip: no library");
        assertThat(plan.objective()).isEqualTo(24);
        assertThat(plan.bound()).isEqualTo(24);
    }

    @Test
    void goesOnWithoutTheProgrammeAtTheIterationLimitAndCountsIt() {
        StandIn engine = new StandIn(LinearStatus.ITERATION_LIMIT);
        SupplierPlan plan =
                new ReplenishmentPlanner(Optional.of(engine), "", 9, SelectionEffort.USUAL)
                        .plan(problem);
        assertThat(plan.status()).isEqualTo(SupplierPlan.Status.OPTIMAL);
        assertThat(plan.relaxation()).isEmpty();
        assertThat(plan.reason())
                .isEqualTo("the linear programme was not solved within 9 iterations");
        assertThat(engine.use().fallbacks()).isEqualTo(1);
    }

    @Test
    void givesTheProgrammeAQuarterOfTheTime() {
        StandIn engine = new StandIn(LinearStatus.TIME_LIMIT);
        SupplierPlan plan =
                new ReplenishmentPlanner(Optional.of(engine), "", 9, SelectionEffort.USUAL)
                        .plan(problem, 10);
        assertThat(engine.limits).containsExactly(SolveLimit.iterations(9).within(2.5));
        assertThat(plan.status()).isEqualTo(SupplierPlan.Status.OPTIMAL);
        assertThat(plan.reason()).isEqualTo("the linear programme was not solved: TIME_LIMIT");
    }

    @Test
    void solvesNothingAfterTheDeadline() {
        StandIn engine = new StandIn(LinearStatus.OPTIMAL);
        SupplierPlan plan =
                new ReplenishmentPlanner(Optional.of(engine), "", 0, SelectionEffort.USUAL)
                        .plan(problem, 0);
        assertThat(engine.limits).isEmpty();
        assertThat(plan.status()).isEqualTo(SupplierPlan.Status.TIME_LIMIT);
    }

    @Test
    void limitsNoTimeUnlessAsked() {
        StandIn engine = new StandIn(LinearStatus.ITERATION_LIMIT);
        new ReplenishmentPlanner(Optional.of(engine), "", 9, SelectionEffort.USUAL).plan(problem);
        assertThat(engine.limits).containsExactly(SolveLimit.iterations(9));
    }

    @Test
    void goesOnWhenTheEngineFails() {
        StandIn engine =
                new StandIn(
                        () -> {
                            throw new IllegalStateException("SCIPlpiSolveDual failed");
                        });
        SupplierPlan plan =
                new ReplenishmentPlanner(Optional.of(engine), "", 0, SelectionEffort.USUAL)
                        .plan(problem);
        assertThat(plan.status()).isEqualTo(SupplierPlan.Status.OPTIMAL);
        assertThat(plan.reason()).isEqualTo("SCIPlpiSolveDual failed");
        assertThat(plan.violations()).isEmpty();
    }

    @Test
    void saysThatAnInfeasiblePlanIsInfeasible() {
        StandIn engine = new StandIn(LinearStatus.INFEASIBLE);
        ReplenishmentProblem full = problem(item("A", 0, 0).onHand(9).maxStock(5));
        SupplierPlan plan =
                new ReplenishmentPlanner(Optional.of(engine), "", 0, SelectionEffort.USUAL)
                        .plan(full);
        assertThat(plan.status()).isEqualTo(SupplierPlan.Status.INFEASIBLE);
        assertThat(plan.violations()).extracting(PlanViolation::rule).contains("largest_stock");
    }

    @Test
    void saysWhichTermsAreImpossible() {
        ReplenishmentProblem impossible =
                problem(10, Double.POSITIVE_INFINITY, item("A", 5).minUnits(12));
        SupplierPlan plan =
                new ReplenishmentPlanner(Optional.empty(), "", 0, SelectionEffort.USUAL)
                        .plan(impossible);
        assertThat(plan.status()).isEqualTo(SupplierPlan.Status.INFEASIBLE);
        assertThat(plan.reason())
                .isEqualTo(
                        "the smallest order (12) of item A is above the largest possible (10) under terms version 1");
    }

    /** B is planned as if A did not want anything. */
    @Test
    void plansTheOthersWhereTermsAreImpossible() {
        ReplenishmentProblem problem =
                problem(10, Double.POSITIVE_INFINITY, item("A", 5).minUnits(12), item("B", 5));
        SupplierPlan plan =
                new ReplenishmentPlanner(Optional.empty(), "", 0, SelectionEffort.USUAL)
                        .plan(problem);
        assertThat(plan.status()).isEqualTo(SupplierPlan.Status.INFEASIBLE);
        assertThat(plan.reason()).contains("item A");
        assertThat(plan.plan().orders()[0]).containsOnly(0);
        assertThat(Arrays.stream(plan.plan().orders()[1]).sum()).isEqualTo(5);
        assertThat(plan.gap()).isLessThan(0.01);
        assertThat(plan.violations()).isEmpty();
    }

    @Test
    void explainsAnOrderInWords() {
        SupplierPlan plan =
                ReplenishmentPlanner.greedy("")
                        .plan(
                                problem(
                                        9,
                                        Double.POSITIVE_INFINITY,
                                        item("A", 5, 7)
                                                .onHand(6)
                                                .leadTimeDays(1)
                                                .safetyStock(2)
                                                .pack(4)));
        assertThat(new OrderReason(plan).of(0, 0))
                .isEqualTo(
                        "expected demand 7 from arrival to the horizon's end against 1 in stock, lead time 1 days; safety stock 2 is the 0.9 quantile over 2 days of lead time and review; in packs of 4; supplier capacity 9 a day binds; a pack more costs 8.4, a pack less 13.8; terms version 1");
    }

    private static final class StandIn implements LinearProgrammingEngine {
        private final EngineUse use = new EngineUse();
        private final Supplier<PlainSolution> answer;
        private final List<SolveLimit> limits = new ArrayList<>();

        StandIn(LinearStatus status) {
            this(() -> PlainSolution.without(status, 1));
        }

        StandIn(Supplier<PlainSolution> answer) {
            this.answer = answer;
        }

        @Override
        public String name() {
            return "stand-in";
        }

        @Override
        public EngineStatus probe() {
            return EngineStatus.available(name(), "1", "cpu");
        }

        @Override
        public LinearProgrammeSession open() {
            throw new UnsupportedOperationException("No session is opened here.");
        }

        @Override
        public PlainSolution solve(PlainProgramme programme, SolveLimit limit) {
            limits.add(limit);
            return answer.get();
        }

        @Override
        public EngineUse use() {
            return use;
        }
    }
}
