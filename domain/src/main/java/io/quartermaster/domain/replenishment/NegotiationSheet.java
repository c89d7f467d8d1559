package io.quartermaster.domain.replenishment;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * What each {@link Lever} is worth in money over the plan's horizon.
 *
 * <p>Price and capacity are sides of the linear programme: their worth comes from its orders and
 * duals where these hold over the whole change, which a second solve tells; where they do not, from
 * that second solve. A lead time is no side of it, so the programme is written and solved anew. The
 * smallest order is none of the programme's at all: there the plans are compared, and so they are
 * for every lever where no linear programme was solved.
 *
 * @param lines one per lever
 */
public record NegotiationSheet(List<Line> lines) {

    private static final double DAYS_OF_YEAR = 365;
    private static final double TOLERANCE = 1e-6;

    public NegotiationSheet {
        lines = List.copyOf(lines);
    }

    /** Where a worth comes from. */
    public enum Method {
        /** The programme's orders or duals: they hold over the whole change. */
        DUAL("dual"),
        /** The optimum of the programme solved again. */
        SOLVED_AGAIN("solved again"),
        /** The cost of the plan made again, packs and smallest orders included. */
        PLANNED_AGAIN("planned again"),
        /** The cost of the greedy plan made again: there is no linear programme. */
        GREEDY("greedy plan again");

        private final String label;

        Method(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /**
     * What a lever is worth.
     *
     * @param lever what changes
     * @param value money saved over the horizon; below 0 if the change costs
     * @param valuePerYear the same for 365 days
     * @param method where it comes from
     * @param before cost that it is the change of
     * @param byDuals what orders and duals say, NaN where they say nothing of it
     */
    public record Line(
            Lever lever,
            double value,
            double valuePerYear,
            Method method,
            double before,
            double byDuals) {}

    /**
     * The sheet of one supplier.
     *
     * @param problem what to order, of this supplier and perhaps of others
     * @param plan its plan by the same planner
     * @param ofSupplier whether an item of the problem is the supplier's, by its index
     */
    public static NegotiationSheet of(
            ReplenishmentProblem problem,
            SupplierPlan plan,
            IntPredicate ofSupplier,
            ReplenishmentPlanner planner) {
        List<Line> lines = new ArrayList<>();
        for (Lever lever : Lever.values()) {
            SupplierPlan again =
                    planner.plan(
                            isSolved(plan)
                                    ? lever.linear(problem, ofSupplier)
                                    : lever.pulled(problem, ofSupplier));
            lines.add(line(lever, plan, again, byDuals(lever, problem, plan, ofSupplier)));
        }
        return new NegotiationSheet(lines);
    }

    private static double byDuals(
            Lever lever, ReplenishmentProblem problem, SupplierPlan plan, IntPredicate of) {
        if (!isSolved(plan)) {
            return Double.NaN;
        }
        return switch (lever) {
            case PRICE -> Lever.priceShare(problem, of, plan.relaxation().orElseThrow().wanted());
            case CAPACITY ->
                    Lever.capacityShare(
                            problem, of, plan.relaxation().orElseThrow().capacityPrices());
            case LEAD_TIME, MINIMUM -> Double.NaN;
        };
    }

    private static Line line(Lever lever, SupplierPlan plan, SupplierPlan again, double byDuals) {
        int days = plan.plan().problem().horizonDays();
        boolean solved = isSolved(plan) && isSolved(again);
        if (!solved || lever == Lever.MINIMUM) {
            double saved = plan.objective() - again.objective();
            // The plan of before stays possible under a smaller minimum.
            double value = lever == Lever.MINIMUM ? Math.max(0, saved) : saved;
            boolean greedy = plan.solver().equals(ReplenishmentPlanner.GREEDY);
            Method method = greedy ? Method.GREEDY : Method.PLANNED_AGAIN;
            return line(lever, value, days, method, plan.objective(), byDuals);
        }
        double before = plan.relaxation().orElseThrow().objective();
        double value = before - again.relaxation().orElseThrow().objective();
        boolean holds = Math.abs(value - byDuals) <= TOLERANCE * Math.max(1, Math.abs(before));
        Method method = holds ? Method.DUAL : Method.SOLVED_AGAIN;
        return line(lever, holds ? byDuals : value, days, method, before, byDuals);
    }

    private static Line line(
            Lever lever, double value, int days, Method method, double before, double byDuals) {
        return new Line(lever, value, value * DAYS_OF_YEAR / days, method, before, byDuals);
    }

    private static boolean isSolved(SupplierPlan plan) {
        return plan.relaxation().isPresent();
    }
}
