package io.quartermaster.domain.replenishment.selection;

import java.util.Arrays;

/**
 * The costs of the levels of one base on one day, and the passes over them: a step takes, for every
 * level, the best level before it. Within a price band the cost of a step is linear in its size, so
 * a running minimum serves and a pass costs the number of levels, not of sizes.
 *
 * <p>Keeps its working memory: one per thread.
 */
final class Levels {

    static final double NEVER = Double.POSITIVE_INFINITY;

    private double[] cost = new double[256];
    private double[] next = new double[256];
    private int[] queue = new int[256];
    private int low;
    private int high;

    /** Begins with one level. */
    void start(int level, int most, double at) {
        if (cost.length < most + 1) {
            int size = Math.max(most + 1, cost.length * 2);
            cost = new double[size];
            next = new double[size];
            queue = new int[size];
        }
        cost[level] = at;
        low = level;
        high = level;
    }

    int low() {
        return low;
    }

    int high() {
        return high;
    }

    boolean isEmpty() {
        return low > high;
    }

    double cost(int level) {
        return cost[level];
    }

    void add(int level, double money) {
        cost[level] += money;
    }

    void dropBelow(int level) {
        low = Math.max(low, level);
    }

    void dropAbove(int level) {
        high = Math.min(high, level);
    }

    /** Begins a step by which levels up to one may be reached; without it every level stays. */
    void begin(int until, int[] parent) {
        System.arraycopy(cost, low, next, low, high - low + 1);
        Arrays.fill(next, high + 1, until + 1, NEVER);
        if (parent != null) {
            Arrays.fill(parent, low, until + 1, -1);
        }
    }

    /** No level stays in the step that was begun. */
    void forbidToStay(int until) {
        Arrays.fill(next, low, until + 1, NEVER);
    }

    /** Ends a step. */
    void end(int until) {
        double[] swap = cost;
        cost = next;
        next = swap;
        high = until;
    }

    /**
     * Sizes of a step with one price.
     *
     * @param stride levels of a pack
     * @param fixed money for any size
     * @param least packs, 1 or more
     * @param most packs
     * @param unit money per level
     * @param until the highest level
     * @param parent where to write the level that each one comes from, or null
     */
    void band(
            int stride, double fixed, long least, long most, double unit, int until, int[] parent) {
        for (int rest = 0; rest < stride; rest++) {
            band(stride, fixed, least, most, unit, rest, until, parent);
        }
    }

    /** From the levels that leave the same rest by the stride. */
    private void band(
            int stride,
            double fixed,
            long least,
            long most,
            double unit,
            int rest,
            int until,
            int[] parent) {
        if (low + rest + (double) least * stride > until) {
            return;
        }
        long shift = least * stride;
        int head = 0;
        int tail = 0;
        boolean bounded = most < (until - low) / stride + 1;
        double lowest = NEVER;
        int from = -1;
        for (int level = (int) (low + rest + shift); level <= until; level += stride) {
            int enters = (int) (level - shift);
            if (enters <= high) {
                double value = cost[enters] - enters * unit;
                if (bounded) {
                    while (tail > head && cost[queue[tail - 1]] - queue[tail - 1] * unit >= value) {
                        tail--;
                    }
                    queue[tail++] = enters;
                } else if (value < lowest) {
                    lowest = value;
                    from = enters;
                }
            }
            if (bounded) {
                while (head < tail && queue[head] < level - most * stride) {
                    head++;
                }
                from = head < tail ? queue[head] : -1;
                lowest = head < tail ? cost[from] - from * unit : NEVER;
            }
            double candidate = lowest + fixed + level * unit;
            if (candidate < next[level]) {
                next[level] = candidate;
                if (parent != null) {
                    parent[level] = from;
                }
            }
        }
    }

    /**
     * A step down, of any size.
     *
     * @param floor the lowest level that it may lead to
     * @param unit money earned per level
     * @param parent where to write the level that each one comes from, or null
     */
    void down(int floor, double unit, int[] parent) {
        if (floor < low) {
            Arrays.fill(cost, floor, low, NEVER);
            low = floor;
        }
        if (parent != null) {
            Arrays.fill(parent, low, high + 1, -1);
        }
        double lowest = NEVER;
        int from = -1;
        for (int level = high; level >= floor; level--) {
            double value = cost[level];
            double candidate = lowest + level * unit;
            if (candidate < value) {
                cost[level] = candidate;
                if (parent != null) {
                    parent[level] = from;
                }
            } else if (value - level * unit < lowest) {
                lowest = value - level * unit;
                from = level;
            }
        }
    }

    /** Everything rises by so many levels. */
    void rise(int by) {
        if (by > 0) {
            System.arraycopy(cost, low, cost, low + by, high - low + 1);
            low += by;
            high += by;
        }
    }

    /** Everything falls by so many levels. */
    void fall(int by) {
        System.arraycopy(cost, low, cost, low - by, high - low + 1);
        low -= by;
        high -= by;
    }

    /**
     * Everything falls by so many levels; what would fall below level 0 costs and stays there.
     *
     * @param unit money per level that is not there
     * @param parent where to write, for level 0, the level that it comes from
     */
    void sell(int levels, double unit, int[] parent) {
        double empty = NEVER;
        for (int level = low; level <= Math.min(high, levels); level++) {
            double total = cost[level] + (levels - level) * unit;
            if (total < empty) {
                empty = total;
                parent[0] = level;
            }
        }
        int first = Math.max(low, levels + 1);
        if (first <= high) {
            System.arraycopy(cost, first, cost, first - levels, high - first + 1);
        }
        high = Math.max(0, high - levels);
        low = empty < NEVER ? 0 : first - levels;
        if (empty < NEVER) {
            cost[0] = empty;
        }
    }
}
