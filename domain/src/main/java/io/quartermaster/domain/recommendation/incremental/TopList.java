package io.quartermaster.domain.recommendation.incremental;

import java.util.Arrays;

/**
 * The best entries of a row while their weights move, without looking at the row each time.
 *
 * <p>It holds some more than are wanted, best first, and remembers the best entry that it ever let
 * go: everything outside is no better than that one. Entries that sink are taken out; when fewer
 * than wanted are left and there is something outside, the list is short and has to be filled from
 * the row again. Ties are broken by the item's name, so the answer is the same as of a sort.
 */
final class TopList {

    /** Nothing had to leave. */
    static final int NOBODY = -1;

    private final ItemNumbers items;
    private final int wanted;
    private final int[] ids;
    private final double[] weights;
    private int size;
    private int bestOutside = NOBODY;
    private double weightOutside;

    TopList(ItemNumbers items, int wanted) {
        this.items = items;
        this.wanted = wanted;
        this.ids = new int[wanted + wanted / 4 + 2];
        this.weights = new double[ids.length];
    }

    /**
     * An entry of the row, or one that was taken out, has this weight. Only above 0 counts.
     *
     * @return the number of the entry that is outside from now on, this one or another; {@link
     *     #NOBODY} if the list has one more
     */
    int offer(int id, double weight) {
        if (!(weight > 0)
                || (bestOutside != NOBODY
                        && !items.isBefore(weight, id, weightOutside, bestOutside))) {
            return id;
        }
        int at = position(id, weight);
        System.arraycopy(ids, at, ids, at + 1, size - at);
        System.arraycopy(weights, at, weights, at + 1, size - at);
        ids[at] = id;
        weights[at] = weight;
        if (++size < ids.length) {
            return NOBODY;
        }
        size--;
        bestOutside = ids[size];
        weightOutside = weights[size];
        return bestOutside;
    }

    /**
     * An entry that it holds has another weight from now on.
     *
     * @return whether it still holds it
     */
    boolean move(int id, double before, double weight) {
        int at = position(id, before);
        if (at == size || ids[at] != id) {
            throw new IllegalStateException(
                    "The item (%s) does not stand in a list where its weight (%s) says."
                            .formatted(items.name(id), before));
        }
        at = weight > before ? up(at, id, weight) : down(at, id, weight);
        ids[at] = id;
        weights[at] = weight;
        boolean stays =
                weight > 0
                        && (bestOutside == NOBODY
                                || items.isBefore(weight, id, weightOutside, bestOutside));
        size -= stays ? 0 : 1;
        return stays;
    }

    private int up(int from, int id, double weight) {
        int at = from;
        while (at > 0 && items.isBefore(weight, id, weights[at - 1], ids[at - 1])) {
            ids[at] = ids[at - 1];
            weights[at] = weights[--at];
        }
        return at;
    }

    private int down(int from, int id, double weight) {
        int at = from;
        while (at + 1 < size && items.isBefore(weights[at + 1], ids[at + 1], weight, id)) {
            ids[at] = ids[at + 1];
            weights[at] = weights[++at];
        }
        return at;
    }

    /** Whether entries are missing that the row has. */
    boolean isShort() {
        return size < wanted && bestOutside != NOBODY;
    }

    void clear() {
        size = 0;
        bestOutside = NOBODY;
    }

    /** How many of the wanted ones there are. */
    int count() {
        return Math.min(size, wanted);
    }

    int id(int rank) {
        return ids[rank];
    }

    double weight(int rank) {
        return weights[rank];
    }

    /** All that it holds, wanted or not. */
    int[] held() {
        return Arrays.copyOf(ids, size);
    }

    /** The first place whose entry does not come before this one. */
    private int position(int id, double weight) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (items.isBefore(weights[middle], ids[middle], weight, id)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
