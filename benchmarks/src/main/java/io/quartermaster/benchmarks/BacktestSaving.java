package io.quartermaster.benchmarks;

import io.quartermaster.domain.replenishment.ReplenishmentPlanner;
import io.quartermaster.domain.replenishment.backtest.Backtest;
import io.quartermaster.domain.replenishment.backtest.BacktestHistory;
import io.quartermaster.domain.replenishment.backtest.ForecastBook;
import io.quartermaster.domain.replenishment.backtest.PairedSaving;
import io.quartermaster.domain.replenishment.backtest.PlannerPolicy;
import io.quartermaster.pipelines.replenishment.BacktestInput;
import io.quartermaster.pipelines.replenishment.Solvers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What the planner saves over 90 days of five generated marketplaces with 500 items, as {@code
 * backtest} tells it: against the cheaper of base-stock and (s, S) with a fair share of scarce
 * capacity, and, told beside, against the cheapest of all that are tuned, rationed by margin too.
 */
final class BacktestSaving implements Figure {

    private static final int SKUS = 500;
    private static final int DAYS = 90;
    private static final int SEEDS = 5;
    private static final double[] RATIOS = {50, 100, 200};
    private static final double HOLDING_RATE = 0.02;
    private static final double ORDER_COST = 5;
    private static final double ASKED = 0.05;

    @Override
    public String name() {
        return "backtest";
    }

    @Override
    public String asked() {
        return "planner's total cost below the better of tuned base-stock and (s, S) by 5 % on"
                + " average over 3 ratios x 5 seeds, 95 % interval above 0 at each ratio";
    }

    @Override
    public String command() {
        return "benchmarks/run backtest";
    }

    @Override
    public Reached measure(Workshop workshop) {
        List<List<Backtest>> byRatio = replays();
        StringBuilder textbook = new StringBuilder();
        StringBuilder any = new StringBuilder();
        StringBuilder regret = new StringBuilder();
        double sum = 0;
        boolean isSure = true;
        for (List<Backtest> replays : byRatio) {
            PairedSaving saved =
                    PairedSaving.of(
                            replays.stream().mapToDouble(Backtest::savedAgainstTextbook).toArray());
            sum += saved.mean() / RATIOS.length;
            isSure &= saved.low() > 0;
            textbook.append(told(saved));
            any.append(
                    told(
                            PairedSaving.of(
                                    replays.stream()
                                            .mapToDouble(Backtest::savedAgainstTuned)
                                            .toArray())));
            regret.append(
                    " %.0f %%"
                            .formatted(
                                    100
                                            * replays.stream()
                                                    .mapToDouble(r -> r.regret(r.planner().cost()))
                                                    .average()
                                                    .orElseThrow()));
        }
        return Reached.of(
                "saved %.1f %% on average; at the ratios 50, 100, 200:%s; regret against perfect foresight:%s"
                        .formatted(100 * sum, textbook, regret),
                "against any rationing, by margin too:" + any,
                sum >= ASKED && isSure);
    }

    private static String told(PairedSaving saved) {
        return String.format(
                Locale.ROOT,
                " %.1f %% (%.1f to %.1f)",
                100 * saved.mean(),
                100 * saved.low(),
                100 * saved.high());
    }

    private static List<List<Backtest>> replays() {
        ReplenishmentPlanner planner = Solvers.planner("selection", 0, PlannerPolicy.USUAL_EFFORT);
        PlannerPolicy policy =
                new PlannerPolicy(
                        problem -> planner.plan(problem).plan(), PlannerPolicy.USUAL_SHIFT);
        List<List<Backtest>> byRatio = new ArrayList<>();
        for (int i = 0; i < RATIOS.length; i++) {
            byRatio.add(new ArrayList<>());
        }
        for (int seed = 1; seed <= SEEDS; seed++) {
            BacktestInput input = BacktestInput.marketplace(SKUS, seed, DAYS);
            ForecastBook book = null;
            for (int i = 0; i < RATIOS.length; i++) {
                BacktestHistory history =
                        input.history(new BacktestInput.Costs(RATIOS[i], HOLDING_RATE, ORDER_COST));
                book = book == null ? ForecastBook.of(history, history.days() - 2 * DAYS) : book;
                byRatio.get(i).add(Backtest.of(history, book, DAYS, policy));
            }
        }
        return byRatio;
    }
}
