package io.quartermaster.domain.forecast.ensemble;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

class QuantileTrackerTest {

    private static final double[] LEVELS = {0.1, 0.5, 0.9};

    /** Shares of outcomes below each calibrated quantile of forecasts that are much too sure. */
    private static double[] shares(double[] quantiles, double scale, double drift) {
        Random random = new Random(7);
        QuantileTracker tracker = QuantileTracker.start(LEVELS.length);
        double[] below = new double[LEVELS.length];
        int warm = 500;
        int counted = 4000;
        for (int i = 0; i < warm + counted; i++) {
            double actual = 100 + scale * random.nextGaussian() + drift * i;
            double[] calibrated = tracker.calibrated(quantiles);
            for (int level = 0; i >= warm && level < below.length; level++) {
                below[level] += actual < calibrated[level] ? 1.0 / counted : 0;
            }
            tracker = tracker.update(LEVELS, quantiles, actual);
        }
        return below;
    }

    @Test
    void sharesComeToTheirLevelsThoughForecastsAreTooSure() {
        assertArrayEquals(LEVELS, shares(new double[] {98, 100, 102}, 10, 0), 0.02);
    }

    @Test
    void sharesComeToTheirLevelsThoughForecastsAreTooWideAndAside() {
        assertArrayEquals(LEVELS, shares(new double[] {60, 110, 160}, 10, 0), 0.02);
    }

    @Test
    void outcomesThatEqualTheirQuantileMoveNothing() {
        QuantileTracker tracker = QuantileTracker.start(3);
        for (int i = 0; i < 20; i++) {
            tracker = tracker.update(LEVELS, new double[] {0, 0, 0}, 0);
        }
        assertArrayEquals(new double[3], tracker.offsets());
    }

    @Test
    void firstOutcomeMovesEachLevelByATenthOfItsMiss() {
        QuantileTracker tracker =
                QuantileTracker.start(3).update(LEVELS, new double[] {5, 10, 15}, 12);
        assertArrayEquals(new double[] {0.01, 0.05, -0.01}, tracker.offsets(), 1e-12);
        assertEquals(2, tracker.error(), 1e-12);
    }
}
