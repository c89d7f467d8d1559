package io.quartermaster.domain.recommendation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TimeDecayTest {

    private static final TimeDecay DAY = new TimeDecay(Duration.ofDays(1));
    private static final long MILLIS = Duration.ofDays(1).toMillis();

    @Test
    void countsAnEventHalfAfterItsHalfLife() {
        assertThat(DAY.of(0)).isEqualTo(1);
        assertThat(DAY.of(MILLIS)).isEqualTo(0.5);
        assertThat(DAY.of(3 * MILLIS)).isEqualTo(0.125);
        assertThat(DAY.of(-MILLIS)).isEqualTo(1);
        assertThat(TimeDecay.NONE.of(1000 * MILLIS)).isEqualTo(1);
    }

    /** Two users with both items, one today, one yesterday; a third with the first item only. */
    @Test
    void givesTheSameWeightForwardsAndBackwards() {
        double today = DAY.forward(5 * MILLIS, 0);
        double yesterday = DAY.forward(4 * MILLIS, 0);
        double dot = today * today + yesterday * yesterday;
        double own = dot + yesterday * yesterday;
        PairCounts forwards = new PairCounts(2, dot, own, dot, 3, own);
        PairCounts backwards = new PairCounts(2, 1.25, 1.5, 1.25, 3, 1.5);
        assertThat(ItemWeighting.COSINE.weight(forwards))
                .isCloseTo(ItemWeighting.COSINE.weight(backwards), within(1e-15));
        assertThat(DAY.at(5 * MILLIS, 0, dot, 2)).isCloseTo(1.25, within(1e-15));
    }

    @Test
    void refusesANegativeHalfLife() {
        assertThatThrownBy(() -> new TimeDecay(Duration.ofDays(-1)))
                .hasMessage("The half-life (PT-24H) must be zero (nothing ages) or longer.");
    }
}
