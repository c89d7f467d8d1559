package io.quartermaster.pipelines.cli;

import io.quartermaster.domain.replenishment.ReplenishmentPlanner;
import io.quartermaster.domain.replenishment.backtest.Backtest;
import io.quartermaster.domain.replenishment.backtest.BacktestCost;
import io.quartermaster.domain.replenishment.backtest.BacktestHistory;
import io.quartermaster.domain.replenishment.backtest.ForecastBook;
import io.quartermaster.domain.replenishment.backtest.PairedSaving;
import io.quartermaster.domain.replenishment.backtest.PlannerPolicy;
import io.quartermaster.pipelines.replenishment.BacktestInput;
import io.quartermaster.pipelines.replenishment.Solvers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Replays history under policies of stock. */
@Command(
        name = "backtest",
        description =
                "Replay history with what was known then, and tell what each policy of stock would"
                        + " have cost. Without --retail the history is the generated marketplace.")
final class BacktestCommand implements Callable<Integer> {

    @Option(
            names = "--retail",
            paramLabel = "FILE",
            description = "The Online Retail file; terms are assumed.")
    private Path retail;

    @Option(
            names = "--skus",
            paramLabel = "N",
            defaultValue = "500",
            description = "Number of items (default: ${DEFAULT-VALUE}).")
    private int skus;

    @Option(
            names = "--days",
            paramLabel = "N",
            defaultValue = "90",
            description =
                    "Days replayed; as many before them tune the policies (default:"
                            + " ${DEFAULT-VALUE}).")
    private int days;

    @Option(
            names = "--seeds",
            paramLabel = "N",
            defaultValue = "5",
            description = "Generated marketplaces, seeds 1 to N (default: ${DEFAULT-VALUE}).")
    private int seeds;

    @Option(
            names = "--ratios",
            paramLabel = "R,…",
            split = ",",
            defaultValue = "50,100,200",
            description =
                    "What a lost unit costs beyond its unit cost, in holding costs of a unit and"
                            + " day (default: ${DEFAULT-VALUE}).")
    private double[] ratios;

    @Option(
            names = "--holding-rate",
            paramLabel = "SHARE",
            defaultValue = "0.02",
            description =
                    "Holding cost of a day as a share of the unit cost (default:"
                            + " ${DEFAULT-VALUE}).")
    private double holdingRate;

    @Option(
            names = "--order-cost",
            paramLabel = "MONEY",
            defaultValue = "5",
            description = "Cost of an order of an item (default: ${DEFAULT-VALUE}).")
    private double orderCost;

    @Option(
            names = "--planner-shift",
            paramLabel = "Z",
            defaultValue = "" + PlannerPolicy.USUAL_SHIFT,
            description =
                    "Standard deviations added to the newsvendor's in the planner's safety stock"
                            + " (default: ${DEFAULT-VALUE}).")
    private double plannerShift;

    @Option(
            names = "--solver",
            paramLabel = "auto|scip|selection|greedy",
            defaultValue = "selection",
            description =
                    "What makes the planner's plans; scip starts from a linear programme and takes"
                            + " longer (default: ${DEFAULT-VALUE}).")
    private String solver;

    @Mixin private PolicyAnswer answer;
    @Mixin private Talk talk;
    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        List<List<Backtest>> byRatio = replays();
        answer.with("replays", byRatio.get(0).size()).with("days", days).with("items", skus);
        answer.rows("policies");
        for (int i = 0; i < ratios.length; i++) {
            addPolicies(ratios[i], byRatio.get(i));
        }
        answer.rows("planner_saves");
        for (int i = 0; i < ratios.length; i++) {
            List<Backtest> replays = byRatio.get(i);
            addSaving(ratios[i], "fair share", replays, Backtest::savedAgainstTextbook);
            addSaving(ratios[i], "any rationing", replays, Backtest::savedAgainstTuned);
        }
        answer.give(spec);
        return 0;
    }

    private List<List<Backtest>> replays() throws IOException {
        if (seeds < 1 || skus < 12) {
            throw new IllegalArgumentException(
                    "The seeds (%d) must be 1 or more and the items (%d) 12 or more.\nMaybe --seeds 5 --skus 500."
                            .formatted(seeds, skus));
        }
        ReplenishmentPlanner planner = Solvers.planner(solver, 0, PlannerPolicy.USUAL_EFFORT);
        PlannerPolicy policy =
                new PlannerPolicy(problem -> planner.plan(problem).plan(), plannerShift);
        List<List<Backtest>> byRatio = new ArrayList<>();
        for (double ratio : ratios) {
            new BacktestInput.Costs(ratio, holdingRate, orderCost);
            byRatio.add(new ArrayList<>());
        }
        int count = retail == null ? seeds : 1;
        for (int seed = 1; seed <= count; seed++) {
            BacktestInput input =
                    retail == null
                            ? BacktestInput.marketplace(skus, seed, days)
                            : BacktestInput.retail(retail, skus, days);
            ForecastBook book = null;
            for (int i = 0; i < ratios.length; i++) {
                talk.progress()
                        .say(
                                "Replaying history %d of %d at the ratio %s"
                                        .formatted(seed, count, ratios[i]));
                BacktestHistory history =
                        input.history(new BacktestInput.Costs(ratios[i], holdingRate, orderCost));
                book = book == null ? ForecastBook.of(history, history.days() - 2 * days) : book;
                byRatio.get(i).add(Backtest.of(history, book, days, policy));
            }
        }
        return byRatio;
    }

    private void addPolicies(double ratio, List<Backtest> replays) {
        for (int p = 0; p < replays.get(0).outcomes().size(); p++) {
            int policy = p;
            ToDoubleFunction<ToDoubleFunction<BacktestCost>> mean =
                    of ->
                            replays.stream()
                                    .map(replay -> replay.outcomes().get(policy).cost())
                                    .mapToDouble(of)
                                    .average()
                                    .orElseThrow();
            double regret =
                    replays.stream()
                            .mapToDouble(r -> r.regret(r.outcomes().get(policy).cost()))
                            .average()
                            .orElseThrow();
            answer.row(
                    PolicyAnswer.named(
                            "policy", replays.get(0).outcomes().get(policy).policy(),
                            "ratio", ratio,
                            "total", mean.applyAsDouble(BacktestCost::total),
                            "purchase", mean.applyAsDouble(BacktestCost::purchase),
                            "ordering", mean.applyAsDouble(BacktestCost::ordering),
                            "holding", mean.applyAsDouble(BacktestCost::holding),
                            "lost_sales", mean.applyAsDouble(BacktestCost::lostSales),
                            "lost_units", mean.applyAsDouble(BacktestCost::lostUnits),
                            "fill_rate", mean.applyAsDouble(BacktestCost::fillRate),
                            "stock_turns", mean.applyAsDouble(cost -> cost.stockTurns(days)),
                            "regret", regret));
        }
        answer.row(
                PolicyAnswer.named(
                        "policy", "perfect foresight (bound)",
                        "ratio", ratio,
                        "total",
                                replays.stream()
                                        .mapToDouble(Backtest::foresight)
                                        .average()
                                        .orElseThrow(),
                        "purchase", "",
                        "ordering", "",
                        "holding", "",
                        "lost_sales", "",
                        "lost_units", "",
                        "fill_rate", "",
                        "stock_turns", "",
                        "regret", 0.0));
    }

    private void addSaving(
            double ratio,
            String rationing,
            List<Backtest> replays,
            ToDoubleFunction<Backtest> saved) {
        PairedSaving saving = PairedSaving.of(replays.stream().mapToDouble(saved).toArray());
        answer.row(
                PolicyAnswer.named(
                        "against",
                        "best base-stock or (s, S), " + rationing,
                        "ratio",
                        ratio,
                        "saved",
                        saving.mean(),
                        "low",
                        Double.isNaN(saving.low()) ? "" : saving.low(),
                        "high",
                        Double.isNaN(saving.high()) ? "" : saving.high()));
    }
}
