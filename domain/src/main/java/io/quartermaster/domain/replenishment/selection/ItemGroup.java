package io.quartermaster.domain.replenishment.selection;

import io.quartermaster.domain.replenishment.PlannedItem;
import io.quartermaster.domain.replenishment.ReplenishmentProblem;
import io.quartermaster.domain.replenishment.TransferRoute;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One item at all places that can supply each other, planned together; an item at a place of its
 * own is a group by itself.
 *
 * @param members indexes of the problem's items
 * @param arcs ways between them, none for a group of one
 */
record ItemGroup(int[] members, List<Arc> arcs) {

    /**
     * A way between two members.
     *
     * @param from the member that gives, as an index into the group's members
     * @param to the member that gets
     * @param route the way
     */
    record Arc(int from, int to, TransferRoute route) {}

    ItemGroup {
        arcs = List.copyOf(arcs);
    }

    /** The groups of a problem, each item in one. */
    static ItemGroup[] of(ReplenishmentProblem problem) {
        Map<String, List<Integer>> places = new LinkedHashMap<>();
        for (int i = 0; i < problem.items().size(); i++) {
            String item = problem.items().get(i).item();
            places.computeIfAbsent(item, name -> new ArrayList<>()).add(i);
        }
        List<ItemGroup> groups = new ArrayList<>();
        for (List<Integer> members : places.values()) {
            int[] all = members.stream().mapToInt(Integer::intValue).toArray();
            List<Arc> arcs = arcs(problem, all);
            if (arcs.isEmpty()) {
                members.forEach(one -> groups.add(new ItemGroup(new int[] {one}, arcs)));
            } else {
                groups.add(new ItemGroup(all, arcs));
            }
        }
        return groups.toArray(new ItemGroup[0]);
    }

    private static List<Arc> arcs(ReplenishmentProblem problem, int[] members) {
        List<Arc> arcs = new ArrayList<>();
        for (TransferRoute route : problem.routes()) {
            int from = member(problem, members, route.from());
            int to = member(problem, members, route.to());
            if (from >= 0 && to >= 0 && route.days() < problem.horizonDays()) {
                arcs.add(new Arc(from, to, route));
            }
        }
        return arcs;
    }

    private static int member(ReplenishmentProblem problem, int[] members, int place) {
        for (int member = 0; member < members.length; member++) {
            if (problem.items().get(members[member]).place() == place) {
                return member;
            }
        }
        return -1;
    }

    boolean isMoved() {
        return !arcs.isEmpty();
    }

    /** Units that a member's other places can need at most, from each day on. */
    double[] elsewhere(ReplenishmentProblem problem, int member) {
        int days = problem.horizonDays();
        double[] elsewhere = new double[days];
        for (int other : members) {
            if (other != members[member]) {
                PlannedItem item = problem.items().get(other);
                double need = item.safetyStock().units() + item.endStock();
                for (int day = days - 1; day >= 0; day--) {
                    need += item.demand()[day];
                    elsewhere[day] += need;
                }
            }
        }
        return elsewhere;
    }
}
