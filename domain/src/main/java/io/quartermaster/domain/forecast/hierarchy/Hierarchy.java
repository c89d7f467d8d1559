package io.quartermaster.domain.forecast.hierarchy;

import java.util.List;

/**
 * Totals over series. Node i below {@code totals()} is a total, node {@code totals() + j} the
 * series j.
 *
 * @param series how many there are, 1 or more
 * @param members of each total: the series that it sums, ascending and distinct, one or more
 */
public record Hierarchy(int series, List<int[]> members) {

    public Hierarchy {
        members = List.copyOf(members);
        for (int[] total : members) {
            check(total, series);
        }
    }

    private static void check(int[] total, int series) {
        int before = -1;
        for (int member : total) {
            if (member <= before || member >= series) {
                throw new IllegalArgumentException(
                        "The member (%d) of a total must be above the one before (%d) and below the number of series (%d)."
                                .formatted(member, before, series));
            }
            before = member;
        }
        if (before < 0) {
            throw new IllegalArgumentException(
                    "A total must sum at least one series.\nMaybe leave it out.");
        }
    }

    /** Number of totals. */
    public int totals() {
        return members.size();
    }

    /** Number of totals and series. */
    public int nodes() {
        return members.size() + series;
    }

    /** Totals of values of the series. */
    public double[] sums(double[] ofSeries) {
        double[] sums = new double[totals()];
        for (int total = 0; total < sums.length; total++) {
            for (int member : members.get(total)) {
                sums[total] += ofSeries[member];
            }
        }
        return sums;
    }

    /** Totals of whole values of the series. */
    public long[] sums(long[] ofSeries) {
        long[] sums = new long[totals()];
        for (int total = 0; total < sums.length; total++) {
            for (int member : members.get(total)) {
                sums[total] = Math.addExact(sums[total], ofSeries[member]);
            }
        }
        return sums;
    }

    /** By how much each total differs from the sum of its series: C y with C = [I, -A]. */
    double[] gaps(double[] ofNodes) {
        double[] gaps = new double[totals()];
        for (int total = 0; total < gaps.length; total++) {
            double sum = 0;
            for (int member : members.get(total)) {
                sum += ofNodes[totals() + member];
            }
            gaps[total] = ofNodes[total] - sum;
        }
        return gaps;
    }

    /** C' z: each total its own entry, each series less the entries of its totals. */
    double[] spread(double[] ofTotals) {
        double[] spread = new double[nodes()];
        for (int total = 0; total < ofTotals.length; total++) {
            spread[total] = ofTotals[total];
            for (int member : members.get(total)) {
                spread[totals() + member] -= ofTotals[total];
            }
        }
        return spread;
    }
}
