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
        for (int slot = 0; slot < of.slots(); slot++) {
            if (!of.canOrder(slot)) {
                continue;
            }
            OrderRules rules = of.rules(slot);
            long quantity = draft.order(item, slot);
            if (quantity == 0) {
                better |= set(item, slot, rules.smallestOrder());
            } else {
                better |= set(item, slot, 0);
                better |= set(item, slot, draft.order(item, slot) - rules.packUnits());
                better |= set(item, slot, draft.order(item, slot) + rules.packUnits());
                better |= set(item, slot, nextTier(rules, draft.order(item, slot)));
                better |= moveToAnotherDay(item, slot);
            }
        }
        return better;
    }

    /** The order that reaches the next price tier; the same order where there is none. */
    private static long nextTier(OrderRules rules, long quantity) {
        long next = rules.prices().next(quantity);
        return next == 0 ? quantity : rules.inPacks((double) next);
    }

    private boolean set(int item, int slot, long quantity) {
        long before = draft.order(item, slot);
        double cost = draft.cost(item);
        if (quantity < 0 || quantity == before || !draft.change(item, slot, quantity)) {
            return false;
        }
        if (draft.cost(item) < cost - WORTH) {
            return true;
        }
        draft.restore(item, slot, before);
        return false;
    }

    private boolean moveToAnotherDay(int item, int slot) {
        for (int to = 0; to < problem.items().get(item).slots(); to++) {
            if (to != slot && draft.order(item, slot) > 0 && move(item, slot, to)) {
                return true;
            }
        }
        return false;
    }

    private boolean move(int item, int slot, int to) {
        long quantity = draft.order(item, slot);
        long there = draft.order(item, to);
        double cost = draft.cost(item);
        draft.change(item, slot, 0);
        if (draft.change(item, to, there + quantity)) {
            if (draft.cost(item) < cost - WORTH) {
                return true;
            }
            draft.restore(item, to, there);
        }
        draft.restore(item, slot, quantity);
        return false;
    }
}
