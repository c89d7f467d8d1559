package io.quartermaster.pipelines.cli;

import io.quartermaster.domain.replenishment.PlanRule;
import io.quartermaster.domain.replenishment.ReplenishmentPlanner;
import io.quartermaster.domain.replenishment.SupplierPlan;
import io.quartermaster.domain.replenishment.selection.SelectionEffort;
import io.quartermaster.pipelines.embedded.OutputFolder;
import io.quartermaster.pipelines.embedded.Progress;
import io.quartermaster.pipelines.replenishment.NegotiationFile;
import io.quartermaster.pipelines.replenishment.PlanFiles;
import io.quartermaster.pipelines.replenishment.PlanFolder;
import io.quartermaster.pipelines.replenishment.PlanVerdict;
import io.quartermaster.pipelines.replenishment.Solvers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Plans what to order from the tables of a folder. */
@Command(
        name = "plan",
        description =
                "Plan what to order from items, places, suppliers, stock, open orders and demand. Exit 1 when no plan keeps every rule; summary.json says why. Below it: lots on a resource with setup times.",
        subcommands = PlanLotsizingCommand.class,
        synopsisSubcommandLabel = "[lotsizing]")
final class PlanCommand implements Callable<Integer> {

    private enum Switch {
        ON,
        OFF
    }

    private enum EndStock {
        VALUE,
        NONE
    }

    @Option(
            names = "--input",
            paramLabel = "DIR",
            description = "Folder with items.csv, places.csv, suppliers.csv and demand.csv.")
    private Path input;

    @Option(
            names = "--time-limit",
            paramLabel = "SECONDS",
            defaultValue = "60s",
            description =
                    "Seconds for the search of all plans together; what it has found by then stands (default: ${DEFAULT-VALUE}).")
    private String timeLimit;

    @Option(
            names = "--gap",
            paramLabel = "SHARE",
            defaultValue = "0.01",
            description =
                    "Share of its cost that the plan may lie above its bound; there the search ends (default: ${DEFAULT-VALUE}).")
    private double gap;

    @Option(
            names = "--safety-stock",
            paramLabel = "on|off",
            defaultValue = "on",
            description = "Whether stock below the safety stock costs (default: ${DEFAULT-VALUE}).")
    private Switch safetyStock;

    @Option(
            names = "--end-stock",
            paramLabel = "value|none",
            defaultValue = "value",
            description =
                    "Whether stock below what the days after the horizon ask for costs (default: ${DEFAULT-VALUE}).")
    private EndStock endStock;

    @Option(
            names = "--solver",
            paramLabel = "auto|scip|selection|greedy",
            defaultValue = "auto",
            description = "What makes plans (default: ${DEFAULT-VALUE}).")
    private String solver;

    @Option(
            names = "--without",
            paramLabel = "RULE",
            split = ",",
            description =
                    "Rules that are switched off: order_calendar, packs, minimum_order, largest_order, order_cost, price_breaks, lead_time, supplier_capacity, volume_capacity, budget, exposure, largest_stock, shelf_life, backorders, safety_stock, end_stock, open_orders.")
    private List<String> without = List.of();

    @Option(
            names = "--negotiation-sheet",
            description =
                    "Also write negotiation.csv: what a day less of lead time, 1 %% of the price, half the smallest order and 10 %% more capacity are worth, by supplier. Plans four times more a supplier, beyond the time limit.")
    private boolean negotiationSheet;

    @Mixin private OutputSettings output;
    @Mixin private Talk talk;
    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        if (input == null) {
            throw new ParameterException(
                    spec.commandLine(), "Missing required option: '--input=DIR'");
        }
        double limitSeconds = seconds();
        long start = System.nanoTime();
        List<PlanFolder.Group> groups =
                PlanFolder.read(
                        input,
                        safetyStock == Switch.ON,
                        endStock == EndStock.VALUE,
                        without.stream().map(PlanRule::of).collect(Collectors.toSet()));
        try (OutputFolder folder = output.folder()) {
            ReplenishmentPlanner planner = Solvers.planner(solver, 0, effort());
            List<SupplierPlan> plans = plan(groups, planner, start, limitSeconds);
            PlanVerdict verdict = PlanVerdict.of(plans, gap);
            new PlanFiles(folder.path(), groups, plans).write(verdict, secondsSince(start));
            if (negotiationSheet) {
                talk.progress().say("Negotiation sheets of %d groups".formatted(groups.size()));
                NegotiationFile.write(folder.path(), groups, plans, planner);
            }
            folder.commit();
            return told(verdict);
        }
    }

    private double seconds() {
        if (!(gap >= 0)) {
            throw new IllegalArgumentException(
                    "The gap (%s) must be 0 or more.\nMaybe --gap 0.01.".formatted(gap));
        }
        return TimeLimit.seconds(timeLimit);
    }

    /** Only time and the gap limit the search; both cores of a small machine are its own. */
    private SelectionEffort effort() {
        int threads = Math.max(1, Runtime.getRuntime().availableProcessors());
        return new SelectionEffort(
                gap, Integer.MAX_VALUE, Integer.MAX_VALUE, Double.POSITIVE_INFINITY, threads);
    }

    /** Each group gets its share, by items, of the time that is left. */
    private List<SupplierPlan> plan(
            List<PlanFolder.Group> groups,
            ReplenishmentPlanner planner,
            long start,
            double limitSeconds) {
        Progress progress = talk.progress();
        List<SupplierPlan> plans = new ArrayList<>();
        int itemsLeft = groups.stream().mapToInt(group -> group.problem().items().size()).sum();
        for (PlanFolder.Group group : groups) {
            int items = group.problem().items().size();
            double left = limitSeconds - secondsSince(start);
            progress.say(
                    "Planning %d items of %s"
                            .formatted(items, group.problem().pools().get(0).name()));
            plans.add(planner.plan(group.problem(), left * items / itemsLeft));
            itemsLeft -= items;
        }
        return plans;
    }

    private int told(PlanVerdict verdict) {
        talk.progress()
                .say(
                        "Plan %s: cost %.2f, bound %.2f, gap %.2f %%"
                                .formatted(
                                        verdict.status(),
                                        verdict.objective(),
                                        verdict.bound(),
                                        verdict.gap() * 100));
        if (verdict.status().equals("infeasible")) {
            spec.commandLine()
                    .getErr()
                    .println(
                            "The plan is infeasible: %s.\nMaybe relax that limit; what can be planned was written."
                                    .formatted(verdict.reason()));
            return Quartermaster.FAILURE;
        }
        return 0;
    }

    private static double secondsSince(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
