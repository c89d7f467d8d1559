package io.quartermaster.domain.forecast.intermittent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quartermaster.domain.forecast.ForecastAccuracy;
import io.quartermaster.domain.forecast.HorizonForecast;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SmoothedCountsTest {

    private static final double[] LEVELS = {0.5, 0.8, 0.9, 0.95};

    /** From the mean 1: 0.85, then 0.85 + 0.15 (4 - 0.85), then times 0.85 twice. */
    @Test
    void smoothsFromTheMeanOfTheHistory() {
        SmoothedCounts counts = SmoothedCounts.fit(new double[] {0, 4, 0, 0});
        double level = (0.85 + 0.15 * (4 - 0.85)) * 0.85 * 0.85;
        assertThat(counts.level()).isCloseTo(level, within(1e-12));
        assertThat(counts.mean()).isCloseTo(0.93 * level, within(1e-12));
        assertThat(counts.forecast(3, LEVELS).mean())
                .containsOnly(Math.rint(0.93 * level * 1e6) / 1e6);
    }

    @Test
    void updatesEqualAFilterOverTheWholeHistory() {
        double[] values = poisson(new Random(7), 120, 0.4);
        SmoothedCounts counts = SmoothedCounts.fit(Arrays.copyOf(values, 60));
        SmoothedCounts whole = new SmoothedCounts(start(values), 0, 0, 0, true, new double[0]);
        for (int i = 0; i < values.length; i++) {
            whole = whole.update(values[i]);
            counts = i < 60 ? counts : counts.update(values[i]);
        }
        assertThat(counts.level()).isCloseTo(whole.level(), within(1e-9));
        assertThat(counts.forecast(2, LEVELS).quantiles())
                .isDeepEqualTo(whole.forecast(2, LEVELS).quantiles());
        assertThat(counts.recent()).hasSize(40).isEqualTo(whole.recent());
    }

    private static double start(double[] values) {
        return Arrays.stream(values, 0, 60).average().orElseThrow();
    }

    /** Demand once in four steps: the share under each quantile, zeros shared out, is its level. */
    @Test
    void quantilesHoldWhatTheySay() {
        Random random = new Random(3);
        double[] under = new double[LEVELS.length];
        int outcomes = 0;
        for (int series = 0; series < 300; series++) {
            double[] values = poisson(random, 72, 0.1 + random.nextDouble());
            HorizonForecast forecast =
                    SmoothedCounts.fit(Arrays.copyOf(values, 60)).forecast(12, LEVELS);
            for (int step = 0; step < 12; step++, outcomes++) {
                double[] quantiles = new double[LEVELS.length];
                for (int level = 0; level < LEVELS.length; level++) {
                    quantiles[level] = forecast.quantiles()[level][step];
                }
                double[] share = ForecastAccuracy.under(LEVELS, quantiles, values[60 + step]);
                Arrays.setAll(under, level -> under[level] + share[level]);
            }
        }
        for (int level = 0; level < LEVELS.length; level++) {
            assertThat(under[level] / outcomes).isCloseTo(LEVELS[level], within(0.03));
        }
    }

    @Test
    void fitsDemandThatComesNowAndThen() {
        assertThat(SmoothedCounts.fits(new double[] {0, 1, 0, 2})).isTrue();
        assertThat(SmoothedCounts.fits(new double[] {0, 0, 0})).isTrue();
        assertThat(SmoothedCounts.fits(new double[] {3, 1, 0, 2, 5})).isFalse();
        assertThat(SmoothedCounts.fits(new double[] {0, 0, -1})).isFalse();
    }

    @Test
    void zerosMissingValuesFractionsAndSpikesHaveAForecast() {
        assertThat(SmoothedCounts.fit(new double[] {0, 0}).forecast(1, LEVELS).quantile(0.95))
                .containsExactly(0);
        assertThat(SmoothedCounts.fit(new double[] {Double.NaN}).forecast(1, LEVELS).mean())
                .containsExactly(0);
        assertThat(SmoothedCounts.fit(new double[] {0, 0.5, 0}).forecast(1, LEVELS).quantile(0.9))
                .containsExactly(0.5);
        HorizonForecast spike = SmoothedCounts.fit(new double[] {0, 1e9, 0}).forecast(1, LEVELS);
        assertThat(spike.quantile(0.95)[0]).isBetween(1e6, 1e11);
        assertThat(spike.quantile(0.5)[0]).isFinite();
    }

    private static double[] poisson(Random random, int steps, double mean) {
        double[] values = new double[steps];
        for (int i = 0; i < steps; i++) {
            double left = Math.exp(-mean);
            double at = random.nextDouble();
            for (int count = 1; at > left; count++) {
                at -= left;
                left *= mean / count;
                values[i] = count;
            }
        }
        return values;
    }
}
