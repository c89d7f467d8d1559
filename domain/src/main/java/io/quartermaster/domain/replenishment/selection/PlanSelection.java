package io.quartermaster.domain.replenishment.selection;

import io.quartermaster.domain.replenishment.OrderPlan;
import io.quartermaster.domain.replenishment.PlanPrices;
import io.quartermaster.domain.replenishment.PriceBranch;
import io.quartermaster.domain.replenishment.ReplenishmentProblem;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Finds whole orders that keep every rule, and a bound that proves how far their cost is from the
 * least. Prices rise and plans are put together in turns, until the gap asked for is reached or the
 * effort is spent. The same problem and effort give the same plan, unless time cuts it off.
 */
public final class PlanSelection {

    /** Rounds of prices between two plans put together. */
    private static final int ROUNDS_OF_A_TURN = 10;

    private static final double[] FADING = {1, 0.7, 0.4, 0.2, 0};
    private static final int REPAIRS_OF_A_TURN = 20;
    private static final long LEAST_REPAIRS_OF_A_TURN = 20_000;

    /** A group of places takes ten times as long as an item. */
    private static final long REPAIRS_OF_A_TURN_WITH_MOVES = 3_000;

    /** Simulated annealing (Kirkpatrick, Gelatt and Vecchi 1983) pays with few items only. */
    private static final int MOST_ITEMS_WARM = 500;

    private static final double WARMTH = 1e-3;
    private static final double COOLED = 0.9;
    private static final double RISES = 0.02;

    /** Turns that bring plan and bound no nearer to each other, after which it gives up. */
    private static final int MOST_IN_VAIN = 40;

    private static final double CLOSER = 0.999;

    /** With more items a single order weighs too little to be worth a part of its own. */
    private static final int MOST_ITEMS_BRANCHED = 60;

    private static final long SEED = 7;
    private static final double SHARE_WITHOUT_MOVES = 0.25;

    private final SharedRules rules;
    private final SelectionEffort effort;
    private final PriceAscent ascent;
    private final Optional<PlanSelection> withoutMoves;
    private Optional<PriceBranching> branching = Optional.empty();
    private final long start = System.nanoTime();
    private PlanAssembly best;

    /**
     * What was found.
     *
     * @param plan orders that keep every rule
     * @param bound what every plan costs at least
     * @param poolPrices price of a unit of each pool's capacity on each day, at which the bound
     *     holds
     * @param placePrices price of a unit of each place's volume on each day
     * @param moneyPrices price of a money unit of each limit of money
     * @param branches parts of all plans whose least bound is the bound, where that is above the
     *     one at the prices; else none
     * @param rounds rounds of prices
     * @param cutOff whether time ended it
     */
    public record Selected(
            OrderPlan plan,
            double bound,
            double[][] poolPrices,
            double[][] placePrices,
            double[] moneyPrices,
            List<PriceBranch> branches,
            int rounds,
            boolean cutOff) {}

    private PlanSelection(
            ReplenishmentProblem problem,
            OrderPlan first,
            Optional<PlanPrices> prices,
            SelectionEffort effort) {
        this.rules = new SharedRules(problem);
        this.effort = effort;
        this.ascent = new PriceAscent(rules, rules.prices(prices), effort.threads());
        this.best = new PlanAssembly(rules);
        best.set(first.orders());
        boolean moves = Arrays.stream(rules.groups()).anyMatch(ItemGroup::isMoved);
        this.withoutMoves =
                moves
                        ? Optional.of(
                                new PlanSelection(
                                        problem.withRoutes(List.of()),
                                        first,
                                        prices,
                                        effort.within(effort.seconds() * SHARE_WITHOUT_MOVES)))
                        : Optional.empty();
    }

    /**
     * Selects plans.
     *
     * @param problem a problem whose stock fits its places without any order
     * @param first a plan that keeps every rule, to start from
     * @param prices the first ones; without any they are 0
     */
    public static Selected select(
            ReplenishmentProblem problem,
            OrderPlan first,
            Optional<PlanPrices> prices,
            SelectionEffort effort) {
        return new PlanSelection(problem, first, prices, effort).run();
    }

    /**
     * A plan that moves nothing between places comes first; one that does goes on from it, at its
     * prices of shared rules: those of the bound are lower, since what is on its way fills no
     * place.
     */
    private Selected run() {
        withoutMoves.ifPresent(
                alone -> {
                    alone.run();
                    best.set(alone.best.orderPlan().orders());
                });
        int rounds = 0;
        long repairs = 0;
        long mostRepairs = (long) effort.repairs() * rules.items().length;
        ascent.round();
        // Plans on the grid of what is moved are relaxed ones.
        boolean exact = withoutMoves.isEmpty();
        if (exact && ascent.keepsEveryRule() && ascent.cost() < best.cost()) {
            best.set(ascent.plans());
        }
        double gap = Double.POSITIVE_INFINITY;
        int vain = 0;
        while (rules.areShared()
                && !isGood()
                && !isLate()
                && vain < MOST_IN_VAIN
                && (rounds < effort.rounds() || repairs < mostRepairs)) {
            double before = ascent.bound();
            int until = Math.min(effort.rounds(), rounds + ROUNDS_OF_A_TURN);
            while (rounds < until && !isLate()) {
                ascent.round();
                rounds++;
            }
            if (withoutMoves.isEmpty() || rounds <= ROUNDS_OF_A_TURN) {
                assemble(rounds);
            }
            boolean rises = ascent.bound() - before > RISES * (best.cost() - ascent.bound());
            if (withoutMoves.isPresent() || !rises || rounds >= effort.rounds()) {
                long planned = repairs;
                repairs = search(repairs, mostRepairs);
                branch(repairs - planned);
            }
            vain = gap() < gap * CLOSER ? 0 : vain + 1;
            gap = Math.min(gap, gap());
        }
        return selected(rounds, isLate());
    }

    /** Plans as many items in parts of all plans as the search for a plan did. */
    private void branch(long mostItems) {
        boolean pays =
                withoutMoves.isEmpty()
                        && rules.items().length <= MOST_ITEMS_BRANCHED
                        && Arrays.stream(rules.items()).allMatch(i -> i.relaxed().isEmpty());
        if (!pays || isGood() || isLate()) {
            return;
        }
        double target = (1 - effort.gap()) * best.cost();
        if (branching.isEmpty()) {
            branching =
                    Optional.of(
                            new PriceBranching(rules, ascent.prices(), target, effort.threads()));
        }
        branching.get().grow(target, mostItems, this::isLate);
    }

    private double bound() {
        double ofParts = branching.map(PriceBranching::bound).orElse(Double.NEGATIVE_INFINITY);
        return Math.max(ascent.bound(), ofParts);
    }

    private double gap() {
        return best.cost() - bound();
    }

    private boolean isGood() {
        return gap() <= effort.gap() * best.cost();
    }

    private boolean isLate() {
        return Thread.currentThread().isInterrupted()
                || (System.nanoTime() - start) / 1e9 >= effort.seconds();
    }

    private PlanSearch searchFrom(PlanAssembly plans, long seed) {
        double[] prices = withoutMoves.map(alone -> alone.ascent).orElse(ascent).prices();
        return new PlanSearch(rules, plans, prices, group -> ascent.moves(group, prices), seed);
    }

    private void assemble(int round) {
        PlanAssembly plans = new PlanAssembly(rules);
        searchFrom(plans, SEED + round).passes(FADING);
        if (plans.cost() < best.cost()) {
            best = plans;
        }
    }

    /** Searches on from the best plan for a turn; gives how many items were planned so far. */
    private long search(long repairs, long mostRepairs) {
        long turn = Math.min(mostRepairs - repairs, repairsOfATurn());
        PlanSearch search = searchFrom(best, SEED + repairs);
        double warmth = rules.items().length <= MOST_ITEMS_WARM ? warmth() : 0;
        GroupPlan[] cheapest = best.plans();
        double cost = best.cost();
        if (withoutMoves.isPresent()) {
            search.passes(1, 0);
            cheapest = best.cost() < cost ? best.plans() : cheapest;
            cost = Math.min(cost, best.cost());
        }
        long done = 0;
        while (done < turn && !isGood() && !isLate()) {
            double temperature = warmth * Math.max(0, 1 - done / (COOLED * turn));
            for (int i = 0; i < 16; i++) {
                done += search.improve(temperature);
                if (warmth > 0 && best.cost() < cost) {
                    cheapest = best.plans();
                    cost = best.cost();
                }
            }
        }
        if (best.cost() > cost) {
            best.clear();
            best.set(cheapest);
        }
        return repairs + done;
    }

    private long repairsOfATurn() {
        if (withoutMoves.isPresent()) {
            return REPAIRS_OF_A_TURN_WITH_MOVES;
        }
        return Math.max(LEAST_REPAIRS_OF_A_TURN, (long) REPAIRS_OF_A_TURN * rules.items().length);
    }

    /** Money that a first change may cost more: less of it where more items share it. */
    private double warmth() {
        return WARMTH * best.cost() / Math.sqrt(rules.items().length);
    }

    private Selected selected(int rounds, boolean cutOff) {
        return new Selected(
                best.orderPlan(),
                Math.min(bound(), best.cost()),
                rules.poolPrices(ascent.prices()),
                rules.placePrices(ascent.prices()),
                rules.moneyPrices(ascent.prices()),
                bound() > ascent.bound()
                        ? branching.map(PriceBranching::branches).orElse(List.of())
                        : List.of(),
                rounds,
                cutOff);
    }
}
