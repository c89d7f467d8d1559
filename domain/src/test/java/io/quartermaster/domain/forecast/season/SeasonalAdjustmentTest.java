package io.quartermaster.domain.forecast.season;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class SeasonalAdjustmentTest {

    private static final int WEEKS = 52;

    private static double season(int step) {
        return 0.3 * Math.sin(2 * Math.PI * step / WEEKS)
                + 0.1 * Math.cos(6 * Math.PI * step / WEEKS);
    }

    /** Weeks of a year whose season multiplies, over a level that grows by a half. */
    private static double[] sales(int steps, double noise) {
        Random random = new Random(3);
        double[] values = new double[steps];
        for (int i = 0; i < steps; i++) {
            double rest = Math.exp(noise * random.nextGaussian());
            values[i] = 100 * (1 + 0.5 * i / steps) * Math.exp(season(i)) * rest;
        }
        return values;
    }

    @Test
    void aSeasonThatMultipliesIsFound() {
        SeasonalAdjustment adjustment = SeasonalAdjustment.of(sales(5 * WEEKS + 9, 0.05), WEEKS);
        assertTrue(adjustment.logarithm());
        for (int step = 0; step < WEEKS; step++) {
            assertEquals(season(step), adjustment.profile()[step], 0.08);
        }
    }

    @Test
    void aSeasonThatAddsIsFoundWhereValuesFallBelowZero() {
        Random random = new Random(4);
        double[] values = new double[7 * 30];
        for (int i = 0; i < values.length; i++) {
            values[i] = i % 7 * 4 - 10 + random.nextGaussian();
        }
        SeasonalAdjustment adjustment = SeasonalAdjustment.of(values, 7);
        assertFalse(adjustment.logarithm());
        for (int step = 0; step < 7; step++) {
            assertEquals(step * 4 - 12, adjustment.profile()[step], 1);
        }
    }

    @Test
    void missingValuesDoNotHideASeason() {
        double[] values = sales(6 * WEEKS, 0.02);
        for (int i = 0; i < values.length; i += 5) {
            values[i] = Double.NaN;
        }
        SeasonalAdjustment adjustment = SeasonalAdjustment.of(values, WEEKS);
        assertEquals(season(13), adjustment.profile()[13], 0.08);
    }

    @Test
    void ofChanceHardlyAnythingIsTakenForASeason() {
        Random random = new Random(5);
        double taken = 0;
        for (int series = 0; series < 100; series++) {
            double[] values = random.doubles(4 * WEEKS, -50, 50).toArray();
            for (double phase : SeasonalAdjustment.of(values, WEEKS).profile()) {
                taken += phase * phase / WEEKS / 100;
            }
        }
        double variance = 100 * 100 / 12.0;
        assertTrue(taken < 0.03 * variance, "taken " + taken / variance);
    }

    @Test
    void whatIsRemovedIsPutBack() {
        double[] values = sales(4 * WEEKS, 0.05);
        SeasonalAdjustment adjustment = SeasonalAdjustment.of(values, WEEKS);
        for (int step = 0; step < values.length; step++) {
            double left = adjustment.remove(values[step], step);
            assertEquals(values[step], adjustment.restore(left, step), 1e-9);
        }
    }

    @Test
    void lessThanTwoSeasonsTellNothing() {
        assertFalse(SeasonalAdjustment.of(sales(2 * WEEKS, 0.05), WEEKS).isThere());
        assertFalse(SeasonalAdjustment.of(sales(200, 0.05), 1).isThere());
    }
}
