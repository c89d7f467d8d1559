package io.quartermaster.domain.recommendation.incremental;

import java.util.Arrays;

/**
 * What one item has in common with others: by their numbers, how many customers have both and the
 * sum of the products of their strengths. Open addressing with linear probing, a pair's numbers
 * side by side, so that an update meets memory once. What falls to zero customers is taken out, so
 * that a row holds what a row built anew would hold.
 */
final class PairRow {

    private static final long FREE = -1;
    private static final int SMALLEST = 4;
    private static final double FULL = 0.7;

    /** At 2 s the other item (upper half) and the customers of both (lower), at 2 s + 1 the sum. */
    private long[] cells = empty(SMALLEST);

    private int size;

    /** Adds to the sums of a pair. */
    void add(int id, int customers, double dot) {
        int at = at(id);
        if (cells[at] == FREE) {
            if (customers == 0) {
                return;
            }
            if (customers < 0) {
                throw new IllegalStateException(
                        "A pair is taken back before it was put in.\nMaybe changes of one customer came in another order.");
            }
            cells[at] = (long) id << Integer.SIZE;
            cells[at + 1] = 0;
            size++;
        }
        cells[at] += customers;
        cells[at + 1] = Double.doubleToRawLongBits(dotAt(at) + dot);
        if ((int) cells[at] == 0) {
            free(at);
        } else if (2 * size > FULL * cells.length) {
            grow();
        }
    }

    /** Multiplies every sum by a power of two. */
    void scale(double factor) {
        for (int at = 0; at < cells.length; at += 2) {
            if (cells[at] != FREE) {
                cells[at + 1] = Double.doubleToRawLongBits(dotAt(at) * factor);
            }
        }
    }

    int size() {
        return size;
    }

    /** The place of a pair, negative if the two have nothing in common. */
    int find(int id) {
        int at = at(id);
        return cells[at] == FREE ? -1 : at;
    }

    /** The first place at or after one that is taken, negative if there is none. */
    int next(int from) {
        for (int at = from; at < cells.length; at += 2) {
            if (cells[at] != FREE) {
                return at;
            }
        }
        return -1;
    }

    /** Where to look on after a place. */
    static int after(int at) {
        return at + 2;
    }

    int idAt(int at) {
        return (int) (cells[at] >>> Integer.SIZE);
    }

    int commonAt(int at) {
        return (int) cells[at];
    }

    double dotAt(int at) {
        return Double.longBitsToDouble(cells[at + 1]);
    }

    /** Where a pair is, or would be. */
    private int at(int id) {
        int mask = cells.length - 1;
        int at = home(id);
        while (cells[at] != FREE && idAt(at) != id) {
            at = (at + 2) & mask;
        }
        return at;
    }

    private int home(int id) {
        int hash = id * 0x9E3779B9;
        return 2 * ((hash ^ (hash >>> 16)) & (cells.length / 2 - 1));
    }

    /** Empties a place and moves up what was put behind it. */
    private void free(int freed) {
        int mask = cells.length - 1;
        int hole = freed;
        int next = (hole + 2) & mask;
        while (cells[next] != FREE) {
            int distance = (next - home(idAt(next))) & mask;
            if (distance >= ((next - hole) & mask)) {
                cells[hole] = cells[next];
                cells[hole + 1] = cells[next + 1];
                hole = next;
            }
            next = (next + 2) & mask;
        }
        cells[hole] = FREE;
        size--;
    }

    private void grow() {
        long[] old = cells;
        cells = empty(old.length);
        for (int from = 0; from < old.length; from += 2) {
            if (old[from] != FREE) {
                int to = at((int) (old[from] >>> Integer.SIZE));
                cells[to] = old[from];
                cells[to + 1] = old[from + 1];
            }
        }
    }

    /** Room for so many pairs. */
    private static long[] empty(int pairs) {
        long[] cells = new long[2 * pairs];
        Arrays.fill(cells, FREE);
        return cells;
    }
}
