package io.quartermaster.domain.recommendation.incremental;

import java.util.Arrays;

/** Marks on items, all taken away at once without touching each. */
final class Marks {

    private int[] marked = {};
    private int current = 1;

    void clear() {
        current++;
    }

    void mark(int item) {
        if (item >= marked.length) {
            marked = Arrays.copyOf(marked, Math.max(64, 2 * item));
        }
        marked[item] = current;
    }

    void unmark(int item) {
        marked[item] = 0;
    }

    boolean isMarked(int item) {
        return item < marked.length && marked[item] == current;
    }
}
