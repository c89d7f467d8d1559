package io.quartermaster.domain.recommendation.model;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Lists of items: those with the largest scores, ties by the order of names, filled up with what is
 * popular where nothing speaks for more items (score 0 or less).
 */
public final class TopItems {

    private final Histories histories;
    private final int[] popular;
    private final boolean excludeSeen;

    /**
     * Prepares.
     *
     * @param excludeSeen whether what a user has is left out
     */
    public TopItems(Histories histories, boolean excludeSeen) {
        this.histories = histories;
        this.excludeSeen = excludeSeen;
        int[] holders = histories.holders();
        this.popular =
                IntStream.range(0, holders.length)
                        .filter(item -> holders[item] > 0)
                        .boxed()
                        .sorted(
                                Comparator.<Integer>comparingInt(item -> -holders[item])
                                        .thenComparing(item -> item))
                        .mapToInt(Integer::intValue)
                        .toArray();
    }

    /** The first items of some users. */
    public int[][] of(int[] users, ItemScorer scorer, int count) {
        int[][] lists = new int[users.length][];
        IntStream.range(0, users.length)
                .parallel()
                .forEach(u -> lists[u] = of(histories.of(users[u]), scorer, count));
        return lists;
    }

    /** The first items for a history. */
    public int[] of(UserHistory history, ItemScorer scorer, int count) {
        return of(history, scorer.of(history), count);
    }

    /** The first items by scores for a history. */
    public int[] of(UserHistory history, HistoryScores scored, int count) {
        double[] scores = new double[histories.items()];
        scored.add(1, scores);
        return of(history, scores, count);
    }

    /** The first items by their scores. */
    int[] of(UserHistory history, double[] scores, int count) {
        boolean[] hidden = new boolean[scores.length];
        if (excludeSeen) {
            for (int item : history.items()) {
                hidden[item] = true;
            }
        }
        LargestCells largest = new LargestCells(count);
        for (int item = 0; item < scores.length; item++) {
            if (!hidden[item] && scores[item] > 0) {
                largest.offer(item, scores[item]);
            }
        }
        return filledUp(largest.drain(), scores, hidden, count);
    }

    private int[] filledUp(int[] list, double[] scores, boolean[] hidden, int count) {
        int size = list.length;
        int[] filled = Arrays.copyOf(list, count);
        for (int i = 0; i < popular.length && size < count; i++) {
            if (!hidden[popular[i]] && !(scores[popular[i]] > 0)) {
                filled[size++] = popular[i];
            }
        }
        return Arrays.copyOf(filled, size);
    }
}
