package io.quartermaster.domain.recommendation.model;

import java.util.TreeMap;

/**
 * Which values of a table of interactions speak for an item. On a scale of ratings, one below its
 * middle does not: the user had the item and did not care for it. Values are taken for such a scale
 * where there are at most {@value #STEPS} different ones and at least half of all lie in the upper
 * half, which counts of purchases do not. All others are strengths, and each speaks for its item.
 *
 * @param least that speaks for an item
 */
public record Liking(double least) {

    /** Steps of a scale at most: 0 to 10, or half stars from 0.5 to 5. */
    static final int STEPS = 11;

    private static final Liking ANY = new Liking(Double.NEGATIVE_INFINITY);

    /** What the values of all events show. */
    public static Liking of(Histories histories) {
        TreeMap<Float, Long> counts = new TreeMap<>();
        for (int user = 0; user < histories.users(); user++) {
            for (float value : histories.of(user).values()) {
                counts.merge(value, 1L, Long::sum);
                if (counts.size() > STEPS) {
                    return ANY;
                }
            }
        }
        if (counts.size() < 2) {
            return ANY;
        }
        double middle = ((double) counts.firstKey() + counts.lastKey()) / 2;
        long upper = counts.tailMap((float) middle).values().stream().mapToLong(n -> n).sum();
        return 2 * upper >= histories.events() ? new Liking(middle) : ANY;
    }

    /** Whether every value speaks for its item. */
    public boolean isAny() {
        return least == Double.NEGATIVE_INFINITY;
    }

    /** What speaks for its items. */
    public Histories liked(Histories all) {
        return isAny() ? all : all.each(this::liked);
    }

    /** The same of what is held out: what a user did not care for is not to be found. */
    public HeldOut liked(HeldOut all) {
        return isAny() ? all : new HeldOut(liked(all.training()), liked(all.held()));
    }

    /** Scores by what speaks for its items. */
    ItemScorer by(ItemScorer scorer) {
        return isAny() ? scorer : history -> scorer.of(liked(history));
    }

    private UserHistory liked(UserHistory history) {
        boolean[] kept = new boolean[history.size()];
        for (int i = 0; i < kept.length; i++) {
            kept[i] = history.values()[i] >= least;
        }
        return history.where(kept);
    }
}
