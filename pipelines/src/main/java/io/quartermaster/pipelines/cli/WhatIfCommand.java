package io.quartermaster.pipelines.cli;

import io.quartermaster.domain.replenishment.PlanChange;
import io.quartermaster.domain.replenishment.PlanCost;
import io.quartermaster.domain.replenishment.PlanRule;
import io.quartermaster.domain.replenishment.ReplenishmentPlanner;
import io.quartermaster.domain.replenishment.ReplenishmentProblem;
import io.quartermaster.domain.replenishment.SupplierPlan;
import io.quartermaster.domain.replenishment.selection.SelectionEffort;
import io.quartermaster.domain.risk.BrandLoss;
import io.quartermaster.domain.risk.PlanOutcome;
import io.quartermaster.pipelines.embedded.KnownOptions;
import io.quartermaster.pipelines.replenishment.PlanFolder;
import io.quartermaster.pipelines.replenishment.PlanVerdict;
import io.quartermaster.pipelines.replenishment.RunPlan;
import io.quartermaster.pipelines.replenishment.Solvers;
import io.quartermaster.pipelines.risk.BrandItems;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Plans again under other circumstances, and shows cost and service beside today's. */
@Command(
        name = "what-if",
        description = {
            "Plan again under other circumstances: without a brand (nothing of it is ordered, what is under way does not come, what lies there is sold off), with other demand, capacity, costs or lead times, without a rule.",
            "Shows cost and service beside today's: measure, today, without, change."
        })
final class WhatIfCommand implements Callable<Integer> {

    private static final List<String> HEADER = List.of("measure", "today", "without", "change");
    private static final int DECIMALS = 6;

    @Option(
            names = "--input",
            paramLabel = "DIR",
            description = "Folder as 'plan' takes it; items.csv has a column brand.")
    private Path input;

    @Option(
            names = "--run",
            paramLabel = "DIR",
            description =
                    "Instead: the last plan of a demo or backfill, with the forecasts, stock, orders under way and terms of its tables.")
    private Path run;

    @Option(
            names = "--set",
            paramLabel = "key=value",
            description =
                    "With --run: options of planning that the run was made with, replenishment.* or run.*; may be repeated.")
    private Map<String, String> set = new LinkedHashMap<>();

    @Option(
            names = "--without-brand",
            paramLabel = "BRAND",
            description = "The brand that delivers no more from day 0 on.")
    private String brand;

    @Option(
            names = "--substitution",
            paramLabel = "SHARE",
            defaultValue = "0",
            description =
                    "Share of its demand that cannot be met that turns to the other items of the place, 0 to 1 (default: ${DEFAULT-VALUE}).")
    private double substitution;

    @Option(
            names = "--demand-factor",
            paramLabel = "FACTOR",
            defaultValue = "1",
            description = "By which all demand is multiplied (default: ${DEFAULT-VALUE}).")
    private double demandFactor;

    @Option(
            names = "--capacity-factor",
            paramLabel = "FACTOR",
            defaultValue = "1",
            description =
                    "By which every supplier's capacity is multiplied (default: ${DEFAULT-VALUE}).")
    private double capacityFactor;

    @Option(
            names = "--unit-cost-factor",
            paramLabel = "FACTOR",
            defaultValue = "1",
            description = "By which every unit cost is multiplied (default: ${DEFAULT-VALUE}).")
    private double unitCostFactor;

    @Option(
            names = "--lead-time-days",
            paramLabel = "DAYS",
            defaultValue = "0",
            description =
                    "Days that every order takes longer, below 0 for shorter (default: ${DEFAULT-VALUE}).")
    private int leadTimeDays;

    @Option(
            names = "--without",
            paramLabel = "RULE",
            split = ",",
            description = "Rules that do not hold, named as in 'plan'.")
    private List<String> withoutRules = List.of();

    @Option(
            names = "--solver",
            paramLabel = "auto|scip|selection|greedy",
            defaultValue = "auto",
            description = "What makes plans (default: ${DEFAULT-VALUE}).")
    private String solver;

    @Mixin private OutputSettings output;
    @Mixin private Talk talk;
    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        Question question = question();
        Set<String> lost = question.lost();
        List<ReplenishmentProblem> problems = question.problems();
        PlanChange change = change();
        BrandLoss loss = new BrandLoss(lost, substitution);
        ReplenishmentPlanner planner = Solvers.planner(solver, 0, SelectionEffort.USUAL);
        List<SupplierPlan> today = plan("Planning as it is", planner, problems);
        List<ReplenishmentProblem> other = loss.of(problems.stream().map(change::of).toList());
        List<SupplierPlan> without = plan("Planning as it would be", planner, other);
        new CsvAnswer(HEADER, rows(PlanOutcome.of(today, lost), PlanOutcome.of(without, lost)))
                .give(output, spec);
        return code(today, "today's plan") + code(without, "the plan as it would be") == 0
                ? 0
                : Quartermaster.FAILURE;
    }

    private PlanChange change() {
        PlanChange change =
                new PlanChange(
                        demandFactor,
                        capacityFactor,
                        unitCostFactor,
                        leadTimeDays,
                        withoutRules.stream().map(PlanRule::of).collect(Collectors.toSet()));
        if (brand == null && change.equals(PlanChange.NONE)) {
            throw new IllegalArgumentException(
                    "Nothing is other than today.\nMaybe --without-brand BRAND or --demand-factor 1.1.");
        }
        return change;
    }

    /** The items of the brand that is lost, none where none is. */
    private Set<String> ofBrand(Function<String, Set<String>> items) {
        return brand == null ? Set.of() : items.apply(brand);
    }

    private record Question(Set<String> lost, List<ReplenishmentProblem> problems) {}

    private Question question() throws IOException {
        if ((input == null) == (run == null)) {
            throw new IllegalArgumentException(
                    "What is planned must come from --input DIR or from --run DIR, one of the two.\nMaybe --run with the output of a demo or backfill.");
        }
        if (run != null) {
            RunPlan plan = RunPlan.read(run, KnownOptions.all().parse(set));
            talk.progress().say("Planning the run's plan of %s again".formatted(plan.planDay()));
            return new Question(ofBrand(plan::itemsOf), plan.problems());
        }
        if (!set.isEmpty()) {
            throw new IllegalArgumentException(
                    "The options of --set %s are a run's.\nMaybe leave them out, or --run DIR."
                            .formatted(set.keySet()));
        }
        List<ReplenishmentProblem> problems =
                PlanFolder.read(input, true, true, Set.of()).stream()
                        .map(PlanFolder.Group::problem)
                        .toList();
        Set<String> lost = brand == null ? Set.of() : BrandItems.of(input, brand);
        return new Question(lost, problems);
    }

    private List<SupplierPlan> plan(
            String what, ReplenishmentPlanner planner, List<ReplenishmentProblem> problems) {
        talk.progress().say(what);
        return problems.stream().map(planner::plan).toList();
    }

    private int code(List<SupplierPlan> plans, String which) {
        PlanVerdict verdict = PlanVerdict.of(plans, 1);
        if (!verdict.status().equals("infeasible")) {
            return 0;
        }
        spec.commandLine()
                .getErr()
                .println(
                        "There is no feasible plan: %s is infeasible, %s.\nMaybe relax that limit; what can be planned is shown."
                                .formatted(which, verdict.reason()));
        return Quartermaster.FAILURE;
    }

    private static List<List<String>> rows(PlanOutcome today, PlanOutcome without) {
        List<List<String>> rows = new ArrayList<>();
        cost(rows, "purchase", today, without, PlanCost::purchase);
        cost(rows, "ordering", today, without, PlanCost::ordering);
        cost(rows, "holding", today, without, PlanCost::holding);
        cost(rows, "lost_sales", today, without, PlanCost::lostSales);
        cost(rows, "backorders", today, without, PlanCost::backorders);
        cost(rows, "safety_stock", today, without, PlanCost::safetyStock);
        cost(rows, "end_stock", today, without, PlanCost::endStock);
        cost(rows, "total", today, without, PlanCost::total);
        row(rows, "bound", today.bound(), without.bound());
        row(rows, "ordered_units", (double) today.orderedUnits(), (double) without.orderedUnits());
        service(rows, "all", all(today), all(without));
        service(rows, "brand", today.ofItems(), without.ofItems());
        service(rows, "others", today.ofOthers(), without.ofOthers());
        return rows;
    }

    private static PlanOutcome.Service all(PlanOutcome outcome) {
        return outcome.ofItems().plus(outcome.ofOthers());
    }

    private static void cost(
            List<List<String>> rows,
            String part,
            PlanOutcome today,
            PlanOutcome without,
            ToDoubleFunction<PlanCost> cost) {
        row(
                rows,
                "cost_" + part,
                cost.applyAsDouble(today.cost()),
                cost.applyAsDouble(without.cost()));
    }

    private static void service(
            List<List<String>> rows,
            String of,
            PlanOutcome.Service today,
            PlanOutcome.Service without) {
        row(rows, "demand_" + of, today.demand(), without.demand());
        row(rows, "lost_" + of, today.lost(), without.lost());
        row(rows, "fill_rate_" + of, today.fillRate(), without.fillRate());
    }

    private static void row(List<List<String>> rows, String name, double today, double without) {
        rows.add(List.of(name, plain(today), plain(without), plain(without - today)));
    }

    private static String plain(double value) {
        BigDecimal rounded =
                BigDecimal.valueOf(value)
                        .setScale(DECIMALS, RoundingMode.HALF_EVEN)
                        .stripTrailingZeros();
        return rounded.signum() == 0 ? "0" : rounded.toPlainString();
    }
}
