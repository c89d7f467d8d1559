package io.quartermaster.domain.replenishment.selection;

import io.quartermaster.domain.replenishment.Transfer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Plans a group within what others leave. What is moved is proposed on the grid, by one member that
 * gives and others that take: takers first, at the giver's price, or the giver first, who offers
 * what is worth less to it. With what is moved fixed, each member is planned exactly.
 */
final class GroupPlanner {

    private static final double LEAST_OF_PRICE = 0.8;
    private static final double RANGE_OF_PRICE = 0.4;

    private final SharedRules rules;
    private final double[] used;
    private final ItemSolver solver = new ItemSolver();
    private final GridSolver gridSolver = new GridSolver();
    private final SplittableRandom random;
    private ItemGroup group;
    private Prices[] prices;

    /**
     * A planner.
     *
     * @param used what other groups use of each row; changed only for the time of a call
     */
    GroupPlanner(SharedRules rules, double[] used, SplittableRandom random) {
        this.rules = rules;
        this.used = used;
        this.random = random;
    }

    /**
     * Plans a group.
     *
     * @param before its plan until now
     * @param at prices of shared rules, by member
     * @param moves prices of what is moved; empty to move nothing
     * @return the cheapest plan found at these prices, maybe the one before
     */
    GroupPlan plan(ItemGroup of, GroupPlan before, Prices[] at, Optional<MovePrices> moves) {
        group = of;
        prices = at;
        GroupPlan best = cheaper(before, with(List.of()));
        if (moves.isEmpty()) {
            return best;
        }
        if (!before.transfers().isEmpty()) {
            best = cheaper(best, with(before.transfers()));
        }
        int giver = random.nextInt(of.members().length);
        double share = LEAST_OF_PRICE + RANGE_OF_PRICE * random.nextDouble();
        double[] worth = Arrays.stream(moves.get().give()[giver]).map(p -> p * share).toArray();
        for (List<Transfer> transfers :
                List.of(takersFirst(giver, worth), giverFirst(giver, moves.get(), share))) {
            if (!transfers.isEmpty()) {
                best = cheaper(best, with(transfers));
            }
        }
        return best;
    }

    private GroupPlan cheaper(GroupPlan best, Optional<GroupPlan> other) {
        return other.filter(plan -> plan.priced(prices) < best.priced(prices)).orElse(best);
    }

    private List<Transfer> takersFirst(int giver, double[] worth) {
        double[] any = new double[worth.length];
        Arrays.fill(any, Double.POSITIVE_INFINITY);
        List<Transfer> transfers = new ArrayList<>();
        for (int taker : shuffled()) {
            if (taker != giver) {
                take(giver, taker, worth, any, transfers);
            }
        }
        return transfers;
    }

    private List<Transfer> giverFirst(int giver, MovePrices moves, double share) {
        double[] wanted = Arrays.stream(moves.out(giver)).map(price -> price * share).toArray();
        GridSolver.Found found =
                gridSolver.solve(grid(giver), prices[giver], Offers.giving(wanted), room(giver));
        double[] offered = found.out();
        List<Transfer> transfers = new ArrayList<>();
        if (found.moves()) {
            for (int taker : shuffled()) {
                if (taker != giver) {
                    take(giver, taker, new double[offered.length], offered, transfers);
                }
            }
        }
        return transfers;
    }

    /**
     * Adds what a member would take from a giver.
     *
     * @param worth of a unit to the giver, by day
     * @param offered units that the giver has to give, by day; what is taken goes off
     */
    private void take(
            int giver, int taker, double[] worth, double[] offered, List<Transfer> transfers) {
        int days = worth.length;
        double[] in = new double[days];
        double[] most = new double[days];
        ItemGroup.Arc[] by = new ItemGroup.Arc[days];
        Arrays.fill(in, Double.POSITIVE_INFINITY);
        for (ItemGroup.Arc arc : group.arcs()) {
            if (arc.from() == giver && arc.to() == taker) {
                for (int day = arc.route().days(); day < days; day++) {
                    int ship = day - arc.route().days();
                    double price = worth[ship] + arc.route().unitCost();
                    if (price < in[day] && offered[ship] > 0) {
                        in[day] = price;
                        most[day] = offered[ship];
                        by[day] = arc;
                    }
                }
            }
        }
        GridSolver.Found found =
                gridSolver.solve(grid(taker), prices[taker], Offers.taking(in, most), room(taker));
        for (int day = 0; day < days; day++) {
            long units = (long) found.in()[day];
            if (units > 0) {
                int ship = day - by[day].route().days();
                int[] of = group.members();
                transfers.add(new Transfer(of[giver], of[taker], by[day].route(), ship, units));
                offered[ship] -= units;
            }
        }
    }

    private GridProgramme grid(int member) {
        return rules.grids().whole(group.members()[member]);
    }

    private ItemProgramme item(int member) {
        return rules.items()[group.members()[member]];
    }

    private Room room(int member) {
        Room room = rules.room(item(member), used);
        return group.isMoved() ? room.strict() : room;
    }

    /** Every member planned exactly, with given transfers; empty where they cannot be. */
    private Optional<GroupPlan> with(List<Transfer> transfers) {
        ItemPlan[] plans = new ItemPlan[group.members().length];
        boolean fits = true;
        for (int member : shuffled()) {
            if (fits) {
                Optional<ItemPlan> plan = exact(member, moved(transfers, member));
                fits = plan.isPresent();
                if (fits) {
                    plans[member] = plan.get();
                    rules.use(item(member), plans[member], 1, used);
                }
            }
        }
        for (int member = 0; member < plans.length; member++) {
            if (plans[member] != null) {
                rules.use(item(member), plans[member], -1, used);
            }
        }
        return fits ? Optional.of(new GroupPlan(plans, transfers)) : Optional.empty();
    }

    private Optional<ItemPlan> exact(int member, double[] moved) {
        ItemProgramme of = item(member);
        Room room = room(member);
        ItemPlan made = solver.solve(of, prices[member], room, moved);
        if (solver.value() == Levels.NEVER) {
            return Optional.empty();
        }
        Optional<Room> less = rules.shared(of, made, used, room);
        if (less.isPresent()) {
            made = solver.solve(of, prices[member], less.get(), moved);
        }
        return solver.value() == Levels.NEVER ? Optional.empty() : Optional.of(made);
    }

    private double[] moved(List<Transfer> transfers, int member) {
        if (transfers.isEmpty()) {
            return ItemPlan.NOT_MOVED;
        }
        double[] moved = new double[item(member).days()];
        transfers.forEach(transfer -> transfer.addTo(moved, group.members()[member]));
        return moved;
    }

    private int[] shuffled() {
        int[] order = new int[group.members().length];
        for (int i = 0; i < order.length; i++) {
            int at = random.nextInt(i + 1);
            order[i] = order[at];
            order[at] = i;
        }
        return order;
    }
}
