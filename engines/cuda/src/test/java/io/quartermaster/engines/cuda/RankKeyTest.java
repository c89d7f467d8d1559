package io.quartermaster.engines.cuda;

import static org.assertj.core.api.Assertions.assertThat;

import io.quartermaster.domain.similarity.TopK;
import org.junit.jupiter.api.Test;

class RankKeyTest {

    @Test
    void readsScoreAndIdBack() {
        for (float score : new float[] {0f, 1f, -1f, 1e-40f, -3.5e30f, 0.0625f}) {
            for (int id : new int[] {0, 1, 511, Integer.MAX_VALUE}) {
                long key = key(score, id);
                assertThat(RankKey.score(key)).isEqualTo(score);
                assertThat(RankKey.id(key)).isEqualTo(id);
            }
        }
    }

    @Test
    void stopsAtTheFirstPlaceWithoutARow() {
        TopK best = RankKey.decode(new long[] {key(2f, 7), key(-1f, 3), RankKey.NO_ROW});
        assertThat(best.ids()).containsExactly(7, 3);
        assertThat(best.scores()).containsExactly(2f, -1f);
    }

    /** As {@code key_of} in the kernel's source. */
    private static long key(float score, int id) {
        int bits = Float.floatToRawIntBits(score);
        int ordered = bits < 0 ? ~bits : bits | Integer.MIN_VALUE;
        return (long) ordered << 32 | Integer.toUnsignedLong(~id);
    }
}
