package io.quartermaster.domain.replenishment.backtest;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** How orders are cut where all together are above the supplier's capacity. */
public enum Rationing {
    /** Each in proportion to what it asks for. */
    FAIR_SHARE("fair share"),
    /** Items that earn most per unit first. */
    BY_MARGIN("by margin");

    private final String label;

    Rationing(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    long[] within(OrderDay day, long[] wanted) {
        double sum = Arrays.stream(wanted).sum();
        if (sum <= day.capacity()) {
            return wanted;
        }
        double share = this == FAIR_SHARE ? day.capacity() / sum : 1;
        long[] orders = new long[wanted.length];
        double left = day.capacity();
        for (int i = 0; i < wanted.length && this == FAIR_SHARE; i++) {
            long pack = day.item(i).pack();
            orders[i] = packs(wanted[i] * share, pack);
            left -= orders[i];
        }
        for (int i : ranked(day, wanted, orders)) {
            long pack = day.item(i).pack();
            double most = Math.min((double) (wanted[i] - orders[i]), left);
            long more = packs(this == FAIR_SHARE ? Math.min(most, (double) pack) : most, pack);
            orders[i] += more;
            left -= more;
        }
        return orders;
    }

    private static long packs(double units, long pack) {
        long whole = (long) (units / pack);
        return whole * pack;
    }

    /** By margin; of a fair share by how much of its share an item still lacks. */
    private int[] ranked(OrderDay day, long[] wanted, long[] orders) {
        Comparator<Integer> by =
                this == BY_MARGIN
                        ? Comparator.comparingDouble(i -> -day.item(i).margin())
                        : Comparator.comparingDouble(
                                i -> orders[i] / (double) Math.max(1, wanted[i]));
        return IntStream.range(0, wanted.length).boxed().sorted(by).mapToInt(i -> i).toArray();
    }
}
