package io.quartermaster.domain.replenishment;

import java.util.Arrays;

/**
 * The stock columns of a {@link PlanProgramme}. Stock at a day's end is the sum of segments: up to
 * the safety stock a unit takes back the shortfall cost of that day, on the last day up to the end
 * stock also the end shortfall cost, and above that it only costs its holding. The costs rise from
 * segment to segment, so the cheaper ones fill first.
 */
final class StockSegments {

    private final int days;
    private final int[][] firstColumns;
    private double[] costs = new double[64];
    private double[] limits = new double[64];
    private int count;

    StockSegments(ReplenishmentProblem problem) {
        this.days = problem.horizonDays();
        this.firstColumns = new int[problem.items().size()][days + 1];
        for (int i = 0; i < problem.items().size(); i++) {
            for (int day = 0; day < days; day++) {
                firstColumns[i][day] = count;
                add(problem.items().get(i), day, day == days - 1);
            }
            firstColumns[i][days] = count;
        }
    }

    int count() {
        return count;
    }

    double[] costs() {
        return Arrays.copyOf(costs, count);
    }

    double[] limits() {
        return Arrays.copyOf(limits, count);
    }

    /** Adds every segment of an item's day to the open row. */
    void entries(SparseMatrix.Builder row, int item, int day, double value) {
        for (int column = firstColumns[item][day]; column < firstColumns[item][day + 1]; column++) {
            row.entry(column, value);
        }
    }

    private void add(PlannedItem item, int day, boolean lastDay) {
        double limit = item.stockLimit(day);
        double safety = item.safetyStock().units();
        double end = lastDay ? item.endStock() : 0;
        double low = Math.min(safety, end);
        double high = Math.max(safety, end);
        ItemCosts costsOf = item.costs();
        double holding = costsOf.holdingPerDay();
        double above = safety > end ? costsOf.safetyShortfall() : costsOf.endShortfall();
        double from = 0;
        from = add(limit, from, low, holding - costsOf.safetyShortfall() - costsOf.endShortfall());
        from = add(limit, from, high, holding - above);
        add(limit, from, Double.POSITIVE_INFINITY, holding);
    }

    private double add(double limit, double from, double to, double cost) {
        double until = Math.min(to, limit);
        if (until <= from && !(from == 0 && Double.isInfinite(to))) {
            return from;
        }
        if (count == costs.length) {
            costs = Arrays.copyOf(costs, count * 2);
            limits = Arrays.copyOf(limits, count * 2);
        }
        costs[count] = cost;
        limits[count++] = until - from;
        return until;
    }
}
