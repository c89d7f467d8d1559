package io.quartermaster.domain.recommendation.content;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Pairs of items that one customer had to do with one after the other, and for each some pairs of
 * the same first item with any other. The others are drawn as often as they come in histories, so
 * that what is popular tells the two apart no more.
 *
 * @param chosen pairs, first and next item
 * @param others as many times {@link #OTHERS} pairs, those of a chosen pair together
 */
public record ItemPairs(int[][] chosen, int[][] others) {

    /** Other pairs of a chosen one. */
    public static final int OTHERS = 4;

    /**
     * Draws pairs.
     *
     * @param histories items of each customer in the order of time
     * @param most pairs chosen together at most; more are thinned out evenly by chance
     * @param seed of all chance
     */
    public static ItemPairs of(List<int[]> histories, int most, long seed) {
        List<int[]> all = new ArrayList<>();
        int cells = histories.stream().mapToInt(history -> history.length).sum();
        int[] drawn = new int[cells];
        int at = 0;
        for (int[] history : histories) {
            for (int i = 0; i < history.length; i++) {
                drawn[at++] = history[i];
                if (i > 0 && history[i] != history[i - 1]) {
                    all.add(new int[] {history[i - 1], history[i]});
                }
            }
        }
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < Math.min(most, all.size()); i++) {
            Collections.swap(all, i, i + random.nextInt(all.size() - i));
        }
        int[][] chosen = all.subList(0, Math.min(most, all.size())).toArray(int[][]::new);
        int[][] others = new int[chosen.length * OTHERS][];
        for (int i = 0; i < others.length; i++) {
            others[i] = new int[] {chosen[i / OTHERS][0], drawn[random.nextInt(cells)]};
        }
        return new ItemPairs(chosen, others);
    }

    /** The chosen pairs from one until before another, with their others. */
    ItemPairs part(int from, int until) {
        return new ItemPairs(
                Arrays.copyOfRange(chosen, from, until),
                Arrays.copyOfRange(others, OTHERS * from, OTHERS * until));
    }
}
