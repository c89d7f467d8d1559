package io.quartermaster.domain.satisfaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SatisfactionScoreTest {

    @Test
    void manyEventsBehindOneIndicatorDoNotStandInForFewBehindAnother() {
        // 3 / (1/10 + 1/20 + 1/600).
        assertThat(score(10, 20, 600).support()).isCloseTo(19.780220, within(1e-6));
    }

    @Test
    void nothingStandsBehindAScoreWithoutEvents() {
        assertThat(score().support()).isZero();
    }

    private static SatisfactionScore score(double... counts) {
        double[] evidence = Arrays.copyOf(counts, SatisfactionIndicator.COUNT);
        double[] unused = new double[SatisfactionIndicator.COUNT];
        return new SatisfactionScore(
                "brand", "A", LocalDate.EPOCH, 0.7, unused, unused, evidence, "", null);
    }
}
