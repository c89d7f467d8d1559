package io.quartermaster.domain.text;

import java.util.SplittableRandom;

/** Puts numbers in an order of chance (Fisher and Yates). */
final class Shuffle {

    private Shuffle() {}

    static void apply(int[] order, SplittableRandom random) {
        for (int i = order.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int kept = order[i];
            order[i] = order[other];
            order[other] = kept;
        }
    }
}
