package io.quartermaster.domain.risk;

import io.quartermaster.domain.replenishment.OrderRules;
import io.quartermaster.domain.replenishment.PlannedItem;
import io.quartermaster.domain.replenishment.ReplenishmentProblem;
import io.quartermaster.domain.replenishment.SafetyStock;
import io.quartermaster.domain.replenishment.StockPath;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What planning is left when a brand's items are delivered no more from the first day on: nothing
 * of them is ordered, what is under way does not come, what lies there is sold off, and neither
 * safety stock nor stock at the end is kept of them. Their demand stays, so that what cannot be met
 * counts as lost; a share of it may turn to the other items of the same place, to each by its part
 * of their demand of that day. It stays lost where there are none.
 */
public final class BrandLoss {

    private final Set<String> lost;
    private final double substitution;

    /**
     * A loss.
     *
     * @param lost items that are delivered no more
     * @param substitution share of the demand they cannot meet that turns to other items, 0 to 1
     */
    public BrandLoss(Set<String> lost, double substitution) {
        if (!(substitution >= 0 && substitution <= 1)) {
            throw new IllegalArgumentException(
                    "The substitution (%s) must be a share of 0 to 1.\nMaybe 0.3."
                            .formatted(substitution));
        }
        this.lost = Set.copyOf(lost);
        this.substitution = substitution;
    }

    /**
     * The problems without the items' deliveries. Where horizons differ, a day counts the problems
     * that reach it.
     */
    public List<ReplenishmentProblem> of(List<ReplenishmentProblem> problems) {
        int longest = problems.stream().mapToInt(ReplenishmentProblem::horizonDays).max().orElse(0);
        Map<String, double[]> unmet = new TreeMap<>();
        Map<String, double[]> others = new TreeMap<>();
        for (ReplenishmentProblem problem : problems) {
            for (PlannedItem item : problem.items()) {
                String place = problem.place(item).name();
                if (lost.contains(item.item())) {
                    add(unmet, place, unmet(item), longest);
                } else {
                    add(others, place, item.demand(), longest);
                }
            }
        }
        return problems.stream().map(problem -> without(problem, unmet, others, longest)).toList();
    }

    private static void add(
            Map<String, double[]> sums, String place, double[] amounts, int longest) {
        double[] sum = sums.computeIfAbsent(place, any -> new double[longest]);
        for (int day = 0; day < amounts.length; day++) {
            sum[day] += amounts[day];
        }
    }

    /** Demand of a lost item that its stock does not meet, by day. */
    private static double[] unmet(PlannedItem item) {
        return StockPath.of(soldOff(item, item.demand()), new long[item.demand().length]).lost();
    }

    private ReplenishmentProblem without(
            ReplenishmentProblem problem,
            Map<String, double[]> unmet,
            Map<String, double[]> others,
            int longest) {
        double[] none = new double[longest];
        return problem.withItems(
                problem.items().stream()
                        .map(
                                item -> {
                                    String place = problem.place(item).name();
                                    return turned(
                                            item,
                                            unmet.getOrDefault(place, none),
                                            others.getOrDefault(place, none));
                                })
                        .toList());
    }

    private PlannedItem turned(PlannedItem item, double[] unmet, double[] others) {
        boolean isLost = lost.contains(item.item());
        double[] own = isLost ? unmet(item) : item.demand();
        double[] demand = item.demand().clone();
        for (int day = 0; day < demand.length; day++) {
            if (others[day] > 0) {
                double part = isLost ? -own[day] : unmet[day] * own[day] / others[day];
                demand[day] = Math.max(0, demand[day] + substitution * part);
            }
        }
        return isLost ? soldOff(item, demand) : item.withDemand(demand);
    }

    private static PlannedItem soldOff(PlannedItem item, double[] demand) {
        return new PlannedItem(
                item.item(),
                item.place(),
                item.costs(),
                closed(item.rules()),
                item.onHand(),
                new double[demand.length],
                demand,
                SafetyStock.NONE,
                0,
                item.maxStock(),
                item.unitVolume(),
                item.terms());
    }

    private static OrderRules closed(OrderRules rules) {
        return new OrderRules(
                rules.leadTimeDays(),
                rules.packUnits(),
                rules.minUnits(),
                rules.maxUnits(),
                new boolean[rules.orderDays().length],
                rules.capacityPool(),
                rules.prices());
    }
}
