package io.quartermaster.domain.text;

import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Deals texts into folds by chance, each label as evenly as can be. */
public final class StratifiedFolds {

    private StratifiedFolds() {}

    /**
     * The fold of each text.
     *
     * @param labels of the texts, 0 or more
     * @param folds 2 or more
     * @return one of 0 to folds - 1 per text
     */
    public static int[] of(int[] labels, int folds, long seed) {
        if (folds < 2 || folds > labels.length) {
            throw new IllegalArgumentException(
                    "The number of folds (%d) must be 2 to %d, the number of texts.\nMaybe 5."
                            .formatted(folds, labels.length));
        }
        int[] order = IntStream.range(0, labels.length).toArray();
        Shuffle.apply(order, new SplittableRandom(seed));
        int labelCount = IntStream.of(labels).max().orElse(0) + 1;
        int[] dealt = new int[labelCount];
        // Labels start at folds of their own, so that small ones do not all fill the first.
        IntStream.range(0, labelCount).forEach(label -> dealt[label] = label);
        int[] fold = new int[labels.length];
        for (int i : order) {
            fold[i] = dealt[labels[i]]++ % folds;
        }
        return fold;
    }
}
