package io.quartermaster.domain.replenishment;

/**
 * Takes small changes of a plan as long as they make it cheaper and break no rule: leave an order
 * out, one pack less or more, enough for the next price tier, an order on another day, two orders
 * in one. Item by item, at most a fixed number of rounds, so that the same plan always comes out.
 */
final class PlanPolish {

    private static final int ROUNDS = 12;
    private static final double WORTH = 1e-7;

    private final ReplenishmentProblem problem;
    private final PlanDraft draft;

    private PlanPolish(ReplenishmentProblem problem, PlanDraft draft) {
        this.problem = problem;
        this.draft = draft;
    }

    static void polish(ReplenishmentProblem problem, PlanDraft draft) {
        PlanPolish polish = new PlanPolish(problem, draft);
        for (int item = 0; item < problem.items().size(); item++) {
            int round = 0;
            while (round < ROUNDS && polish.improve(item)) {
                round++;
            }
        }
    }

    private boolean improve(int item) {
        PlannedItem of = problem.items().get(item);
        boolean better = false;
        for (int day = 0; day < problem.horizonDays(); day++) {
            if (!of.canOrder(day)) {
                continue;
            }
            OrderRules rules = of.rules(day);
            long quantity = draft.order(item, day);
            if (quantity == 0) {
                better |= set(item, day, rules.smallestOrder());
            } else {
                better |= set(item, day, 0);
                better |= set(item, day, draft.order(item, day) - rules.packUnits());
                better |= set(item, day, draft.order(item, day) + rules.packUnits());
                better |= set(item, day, nextTier(rules, draft.order(item, day)));
                better |= moveToAnotherDay(item, day);
            }
        }
        return better;
    }

    /** The order that reaches the next price tier; the same order where there is none. */
    private static long nextTier(OrderRules rules, long quantity) {
        long next = rules.prices().next(quantity);
        return next == 0 ? quantity : rules.inPacks((double) next);
    }

    private boolean set(int item, int day, long quantity) {
        long before = draft.order(item, day);
        double cost = draft.cost(item);
        if (quantity < 0 || quantity == before || !draft.change(item, day, quantity)) {
            return false;
        }
        if (draft.cost(item) < cost - WORTH) {
            return true;
        }
        draft.restore(item, day, before);
        return false;
    }

    private boolean moveToAnotherDay(int item, int day) {
        for (int to = 0; to < problem.horizonDays(); to++) {
            if (to != day && draft.order(item, day) > 0 && move(item, day, to)) {
                return true;
            }
        }
        return false;
    }

    private boolean move(int item, int day, int to) {
        long quantity = draft.order(item, day);
        long there = draft.order(item, to);
        double cost = draft.cost(item);
        draft.change(item, day, 0);
        if (draft.change(item, to, there + quantity)) {
            if (draft.cost(item) < cost - WORTH) {
                return true;
            }
            draft.restore(item, to, there);
        }
        draft.restore(item, day, quantity);
        return false;
    }
}
