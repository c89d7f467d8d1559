package io.quartermaster.domain.similarity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TopKSelectionTest {

    @Test
    void keepsTheBestInAnyOrderOfOffers() {
        long seed = 7;
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            int rows = 1 + random.nextInt(40);
            int k = 1 + random.nextInt(45);
            float[] scores = new float[rows];
            for (int row = 0; row < rows; row++) {
                scores[row] = random.nextInt(6) - 3;
            }
            List<Integer> order = shuffled(random, rows);
            TopKSelection selection = new TopKSelection(k, rows);
            order.forEach(row -> selection.offer(row, scores[row]));
            assertThat(selection.drain().ids())
                    .as("seed %d, round %d", seed, round)
                    .isEqualTo(sorted(scores, k));
        }
    }

    @Test
    void takesNegativeZeroForZero() {
        TopKSelection selection = new TopKSelection(2, 2);
        selection.offer(0, -0f);
        selection.offer(1, 0f);
        TopK best = selection.drain();
        assertThat(best.ids()).containsExactly(0, 1);
        assertThat(best.scores()).containsExactly(0f, 0f);
    }

    @Test
    void startsAgainAfterDraining() {
        TopKSelection selection = new TopKSelection(1, 9);
        selection.offer(3, 5);
        selection.drain();
        assertThat(selection.threshold()).isEqualTo(Float.NEGATIVE_INFINITY);
        selection.offer(4, -5);
        assertThat(selection.drain().ids()).containsExactly(4);
    }

    private static List<Integer> shuffled(Random random, int rows) {
        List<Integer> order = new java.util.ArrayList<>(IntStream.range(0, rows).boxed().toList());
        java.util.Collections.shuffle(order, random);
        return order;
    }

    private static int[] sorted(float[] scores, int k) {
        Integer[] rows = IntStream.range(0, scores.length).boxed().toArray(Integer[]::new);
        Arrays.sort(rows, Comparator.<Integer>comparingDouble(row -> -scores[row]));
        return Arrays.stream(rows).limit(k).mapToInt(Integer::intValue).toArray();
    }
}
