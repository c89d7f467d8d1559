package io.quartermaster.domain.replenishment.selection;

import io.quartermaster.domain.replenishment.PriceBranch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** One part of a branch and bound over orders: what is decided in it, and its best prices. */
final class PriceNode {

    /** Rounds of prices in a part. */
    static final int ROUNDS = 10;

    private static final double PACE = 0.006;

    private final int number;
    private final List<PriceBranch.Decision> decisions;
    private final Room[] rooms;
    private double[] prices;
    private double bound;
    private Optional<OrderDoubts.Order> next = Optional.empty();

    private PriceNode(
            int number,
            List<PriceBranch.Decision> decisions,
            Room[] rooms,
            double[] prices,
            double bound) {
        this.number = number;
        this.decisions = decisions;
        this.rooms = rooms;
        this.prices = prices;
        this.bound = bound;
    }

    /** All plans. */
    static PriceNode root(SharedRules rules, double[] prices) {
        Room[] rooms = Arrays.stream(rules.items()).map(Room::unlimited).toArray(Room[]::new);
        return new PriceNode(0, List.of(), rooms, prices, Double.NEGATIVE_INFINITY);
    }

    /** The plans of this part in which the order that divides it is placed, or is not. */
    PriceNode part(SharedRules rules, int ofNumber, boolean ordered) {
        OrderDoubts.Order by = next.orElseThrow();
        int slot = rules.items()[by.item()].steps()[by.step()].slot();
        List<PriceBranch.Decision> more = new ArrayList<>(decisions);
        more.add(new PriceBranch.Decision(by.item(), slot, ordered));
        Room[] narrower = rooms.clone();
        narrower[by.item()] = rooms[by.item()].decided(by.step(), ordered);
        return new PriceNode(ofNumber, more, narrower, prices, bound);
    }

    int number() {
        return number;
    }

    /** What a plan of this part costs at least; infinite where there is none. */
    double bound() {
        return bound;
    }

    boolean isDivisible() {
        return next.isPresent();
    }

    PriceBranch branch(SharedRules rules) {
        return new PriceBranch(
                decisions,
                bound,
                rules.poolPrices(prices),
                rules.placePrices(prices),
                rules.moneyPrices(prices));
    }

    /** Looks for better prices from those it has; ends early with a bound at the target. */
    void evaluate(SharedRules rules, ItemSolver solver, double target) {
        double[] limits = rules.limits();
        double[] at = prices.clone();
        PriceSteps steps = new PriceSteps(rules, PACE);
        OrderDoubts doubts = new OrderDoubts(rules.items());
        for (int round = 0; round < ROUNDS && bound < target; round++) {
            doubts.nextRound();
            double[] use = new double[at.length];
            double value = plan(rules, solver, at, use, doubts);
            for (int row = 0; row < at.length; row++) {
                value -= at[row] * limits[row];
            }
            if (value > bound) {
                bound = value;
                prices = at.clone();
            }
            steps.move(at, use);
        }
        next = doubts.largest();
    }

    /** What the items cost at least at some prices, with what they use of each row. */
    private double plan(
            SharedRules rules, ItemSolver solver, double[] at, double[] use, OrderDoubts doubts) {
        double sum = 0;
        for (int i = 0; i < rooms.length; i++) {
            ItemProgramme item = rules.items()[i];
            ItemPlan plan = solver.solve(item, rules.prices(item, at, 1), rooms[i]);
            sum += solver.value();
            if (solver.value() == Levels.NEVER) {
                return Levels.NEVER;
            }
            rules.use(item, plan, 1, use);
            doubts.add(i, plan);
        }
        return sum;
    }
}
