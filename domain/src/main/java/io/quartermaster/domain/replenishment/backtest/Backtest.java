package io.quartermaster.domain.replenishment.backtest;

import java.util.ArrayList;
import java.util.List;

/**
 * Replays the last days of a history under each policy. Base-stock and (s, S) are tuned on as many
 * days before, with the same forecasts and terms; the others are not.
 *
 * @param outcomes one per policy, in a fixed order
 * @param foresight a lower bound of every cost had demand been known, with packs relaxed and shared
 *     capacity priced, money
 * @param days replayed
 */
public record Backtest(List<Outcome> outcomes, double foresight, int days) {

    public Backtest {
        outcomes = List.copyOf(outcomes);
    }

    /**
     * A policy and what it cost.
     *
     * @param policy its name
     * @param textbook whether it knows of no other item: base-stock and (s, S) with a fair share
     * @param tuned whether it is base-stock or (s, S)
     * @param setting what tuning chose, in words, empty for none
     * @param cost its cost
     */
    public record Outcome(
            String policy, boolean textbook, boolean tuned, String setting, BacktestCost cost) {}

    /** Replays the last days, with as many before them for tuning. */
    public static Backtest of(
            BacktestHistory history, ForecastBook book, int days, StockPolicy planner) {
        int first = history.days() - days;
        StockReplay replay = new StockReplay(history, book, first, days);
        LevelTuning tuning = new LevelTuning(new StockReplay(history, book, first - days, days));
        List<Outcome> outcomes = new ArrayList<>();
        for (Rationing rationing : Rationing.values()) {
            outcomes.add(outcome(replay, tuning.baseStock(rationing)));
            outcomes.add(outcome(replay, tuning.reorderPoint(rationing)));
        }
        for (StockPolicy policy : List.of(new MarginalPolicy(), planner)) {
            outcomes.add(new Outcome(policy.name(), false, false, "", replay.follow(policy)));
        }
        return new Backtest(outcomes, PerfectForesight.cost(history, replay, first, days), days);
    }

    private static Outcome outcome(StockReplay replay, LevelPolicy policy) {
        return new Outcome(
                policy.name(),
                policy.rationing() == Rationing.FAIR_SHARE,
                true,
                policy.setting(),
                replay.follow(policy));
    }

    /** What the planner saves against the cheaper of the textbook's two, as a share of its cost. */
    public double savedAgainstTextbook() {
        return saved(outcomes.stream().filter(Outcome::textbook).toList());
    }

    /** The same against the cheapest of all that are tuned, rationed by margin too. */
    public double savedAgainstTuned() {
        return saved(outcomes.stream().filter(Outcome::tuned).toList());
    }

    private double saved(List<Outcome> others) {
        double least =
                others.stream().mapToDouble(other -> other.cost().total()).min().orElseThrow();
        return 1 - planner().cost().total() / least;
    }

    /** The planner's outcome. */
    public Outcome planner() {
        return outcomes.get(outcomes.size() - 1);
    }

    /** What a cost lies above perfect foresight, as a share of that. */
    public double regret(BacktestCost cost) {
        return foresight == 0 ? 0 : cost.total() / foresight - 1;
    }
}
