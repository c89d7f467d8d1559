package io.quartermaster.domain.replenishment.policy;

import java.util.Arrays;

/**
 * The cheapest orders for known demand without limits (Wagner and Whitin 1958). An order of period
 * i that lasts until before j costs {@code K_i + c_i (D_j - D_i)} and what holding its units costs,
 * so with {@code H_t} the cost of holding a unit from period 0 to t and {@code W_j = sum of d_t H_t
 * (t < j)}
 *
 * <pre>f(j) = W_j + min over i of [f(i) - W_i + K_i - (c_i - H_i) D_i + (c_i - H_i) D_j],</pre>
 *
 * a minimum of lines at the summed demand {@code D_j}: a Li Chao tree finds it in the logarithm of
 * the periods, whatever the costs, so the whole takes T log T (as Federgruen and Tzur 1991).
 */
public final class WagnerWhitin {

    private final LotSizes sizes;
    private final double[] sums;
    private final double[] held;
    private final double[] weighted;
    private final double[] best;
    private final int[] from;

    /** Lines kept in the nodes of a tree over the periods: their period of order, or -1. */
    private final int[] tree;

    private WagnerWhitin(LotSizes sizes) {
        int periods = sizes.periods();
        this.sizes = sizes;
        this.sums = new double[periods + 1];
        this.held = new double[periods + 1];
        this.weighted = new double[periods + 1];
        this.best = new double[periods + 1];
        this.from = new int[periods + 1];
        this.tree = new int[4 * (periods + 1)];
        Arrays.fill(tree, -1);
        for (int t = 0; t < periods; t++) {
            sums[t + 1] = sums[t] + sizes.demand(t);
            held[t + 1] = held[t] + sizes.holdingCost(t);
            weighted[t + 1] = weighted[t] + sizes.demand(t) * held[t];
        }
    }

    /** Units to order in each period. */
    public static double[] orders(LotSizes sizes) {
        return new WagnerWhitin(sizes).solve();
    }

    private double[] solve() {
        int periods = sizes.periods();
        for (int j = 1; j <= periods; j++) {
            insert(j - 1, 1, 0, periods);
            if (sizes.demand(j - 1) == 0) {
                best[j] = best[j - 1];
                from[j] = -1;
            } else {
                from[j] = lowest(j, 1, 0, periods, -1);
                best[j] = weighted[j] + at(from[j], j);
            }
        }
        double[] orders = new double[periods];
        for (int j = periods; j > 0; ) {
            if (from[j] < 0) {
                j--;
                continue;
            }
            int i = from[j];
            for (int t = i; t < j; t++) {
                orders[i] += sizes.demand(t);
            }
            j = i;
        }
        return orders;
    }

    /** The line of an order in period i at the summed demand before period j. */
    private double at(int i, int j) {
        double slope = sizes.unitCost(i) - held[i];
        return best[i] - weighted[i] + sizes.orderCost(i) + slope * (sums[j] - sums[i]);
    }

    private void insert(int line, int node, int low, int high) {
        int added = line;
        int at = node;
        int first = low;
        int last = high;
        while (true) {
            int kept = tree[at];
            if (kept < 0) {
                tree[at] = added;
                return;
            }
            int middle = (first + last) >>> 1;
            if (at(added, middle) < at(kept, middle)) {
                tree[at] = added;
                added = kept;
                kept = tree[at];
            }
            if (first == last) {
                return;
            }
            if (at(added, first) < at(kept, first)) {
                at = 2 * at;
                last = middle;
            } else if (at(added, last) < at(kept, last)) {
                at = 2 * at + 1;
                first = middle + 1;
            } else {
                return;
            }
        }
    }

    private int lowest(int j, int node, int low, int high, int found) {
        int at = node;
        int first = low;
        int last = high;
        int lowest = found;
        while (at < tree.length && tree[at] >= 0) {
            if (lowest < 0 || at(tree[at], j) < at(lowest, j)) {
                lowest = tree[at];
            }
            if (first == last) {
                break;
            }
            int middle = (first + last) >>> 1;
            if (j <= middle) {
                at = 2 * at;
                last = middle;
            } else {
                at = 2 * at + 1;
                first = middle + 1;
            }
        }
        return lowest;
    }
}
