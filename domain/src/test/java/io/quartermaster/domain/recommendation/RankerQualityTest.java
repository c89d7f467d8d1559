package io.quartermaster.domain.recommendation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RankerQualityTest {

    /** By hand: errors 0.2, 0.4 and 0.3; both pairs are in order. */
    @Test
    void judgesChances() {
        RankerQuality quality =
                RankerQuality.of(new float[] {0.8f, 0.4f, 0.7f}, new float[] {1, 0, 1});
        assertThat(quality.rows()).isEqualTo(3);
        assertThat(quality.squaredError()).isCloseTo((0.04 + 0.16 + 0.09) / 3, within(1e-7));
        double logs = -(Math.log(0.8) + Math.log(0.6) + Math.log(0.7)) / 3;
        assertThat(quality.logLoss()).isCloseTo(logs, within(1e-6));
        assertThat(quality.areaUnderCurve()).isEqualTo(1);
        assertThat(
                        RankerQuality.of(new float[] {0.3f, 0.4f, 0.7f}, new float[] {1, 0, 1})
                                .areaUnderCurve())
                .isEqualTo(0.5);
    }

    @Test
    void keepsTheLossOfAScoreThatIsNoChanceFinite() {
        RankerQuality quality = RankerQuality.of(new float[] {-0.5f, 1.5f}, new float[] {1, 1});
        assertThat(quality.logLoss())
                .isCloseTo(-(Math.log(0.001) + Math.log(0.999)) / 2, within(1e-9));
        assertThat(quality.areaUnderCurve()).isNaN();
    }

    @Test
    void tellsOnlyTheErrorOfLabelsThatAreNoOutcome() {
        RankerQuality quality = RankerQuality.of(new float[] {2, 5}, new float[] {3, 5});
        assertThat(quality.squaredError()).isEqualTo(0.5);
        assertThat(quality.logLoss()).isNaN();
    }
}
