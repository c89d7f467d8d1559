package io.quartermaster.domain.recommendation.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ContentPairsTest {

    private final ContentPairs pairs = new ContentPairs();

    @Test
    void aPairHoldsForBothAndCountsOnceByWhatIsToldLast() {
        pairs.put(1, row(2, 0.5, 3, 0.25));
        pairs.put(2, row(1, 0.75));
        assertThat(pairs.of(1).weightOf(2)).isEqualTo(0.75);
        assertThat(pairs.of(3).weightOf(1)).isEqualTo(0.25);
        pairs.put(2, new LinkRow());
        assertThat(pairs.of(2).weightOf(1)).isEqualTo(0.5);
        pairs.put(1, row(3, 0.5));
        assertThat(pairs.of(2).size()).isZero();
        assertThat(pairs.of(1).size()).isEqualTo(1);
        assertThat(pairs.of(9).size()).isZero();
    }

    /** Only the latest lists count, whatever was told before and in whatever order. */
    @Test
    void dependsOnTheLatestListsAlone() {
        Random random = new Random(4);
        LinkRow[] latest = new LinkRow[12];
        for (int round = 0; round < 300; round++) {
            int item = random.nextInt(12);
            latest[item] = random(random, item);
            pairs.put(item, latest[item]);
        }
        ContentPairs anew = new ContentPairs();
        for (int item = 11; item >= 0; item--) {
            anew.put(item, latest[item]);
        }
        for (int item = 0; item < 12; item++) {
            for (int other = 0; other < 12; other++) {
                assertThat(pairs.of(item).weightOf(other))
                        .isEqualTo(anew.of(item).weightOf(other))
                        .isEqualTo(pairs.of(other).weightOf(item));
            }
        }
    }

    private static LinkRow random(Random random, int but) {
        int[] others =
                random.ints(0, 12).distinct().limit(4).filter(other -> other != but).toArray();
        return new LinkRow(
                others, Arrays.stream(others).mapToDouble(one -> random.nextDouble()).toArray());
    }

    private static LinkRow row(double... pairs) {
        LinkRow row = new LinkRow();
        for (int i = 0; i < pairs.length; i += 2) {
            row.set((int) pairs[i], pairs[i + 1]);
        }
        return row;
    }
}
