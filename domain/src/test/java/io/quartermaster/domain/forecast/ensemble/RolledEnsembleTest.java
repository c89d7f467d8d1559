package io.quartermaster.domain.forecast.ensemble;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quartermaster.domain.forecast.HorizonForecast;
import io.quartermaster.domain.forecast.ensemble.RolledEnsemble.Member;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RolledEnsembleTest {

    private static final double[] LEVELS = {0.1, 0.5, 0.9};
    private static final int HORIZON = 3;

    private static HorizonForecast about(double mean) {
        double[][] quantiles = new double[3][HORIZON];
        double[] means = new double[HORIZON];
        for (int step = 0; step < HORIZON; step++) {
            means[step] = mean;
            for (int level = 0; level < 3; level++) {
                quantiles[level][step] = mean + 12.8 * (level - 1);
            }
        }
        return new HorizonForecast(means, LEVELS, quantiles);
    }

    private static Member always(String name, double mean, int origins) {
        return new Member(name, Collections.nCopies(origins, about(mean)), about(mean));
    }

    private static double[] around(double mean, int count) {
        return new Random(1).doubles(count, mean - 10, mean + 10).toArray();
    }

    @Test
    void whoForecastBetterLatelyWeighsMore() {
        double[] values = around(100, 90);
        RollingOrigins origins = RollingOrigins.of(values.length, HORIZON);
        RolledEnsemble ensemble =
                RolledEnsemble.of(
                        values,
                        origins,
                        List.of(
                                always("near", 101, origins.count()),
                                always("aside", 106, origins.count()),
                                always("far", 300, origins.count())));
        double[] weights = ensemble.combination().weights();
        assertTrue(weights[0] > weights[1], "near before aside");
        assertEquals(0, weights[2], "far takes no part");
        assertEquals(101 * weights[0] + 106 * weights[1], ensemble.forecast().mean()[0], 1e-9);
    }

    @Test
    void whoHasNoForecastAtTheEndGivesItsWeightToOthers() {
        double[] values = around(100, 90);
        RollingOrigins origins = RollingOrigins.of(values.length, HORIZON);
        Member gone = new Member("gone", Collections.nCopies(origins.count(), about(100)), null);
        RolledEnsemble ensemble =
                RolledEnsemble.of(
                        values, origins, List.of(gone, always("there", 104, origins.count())));
        assertEquals(104, ensemble.forecast().mean()[2], 1e-9);
    }

    @Test
    void calibratedQuantilesAreMetAsOftenAsTheySay() {
        Random random = new Random(2);
        SpreadCalibration calibration = new SpreadCalibration(LEVELS);
        SpreadCalibration other = new SpreadCalibration(LEVELS);
        for (int i = 0; i < 4000; i++) {
            double[] actual = random.doubles(HORIZON, 50, 150).toArray();
            (i % 2 == 0 ? calibration : other).add(about(100), actual);
        }
        other.text().lines().forEach(calibration::add);
        HorizonForecast calibrated = calibration.calibrated(about(100));
        // Uniform from 50 to 150: the 0.1 quantile is 60, the 0.9 quantile 140.
        assertEquals(60, calibrated.quantile(0.1)[0], 1);
        assertEquals(100, calibrated.quantile(0.5)[1], 1e-9);
        assertEquals(140, calibrated.quantile(0.9)[2], 1);
    }

    @Test
    void withoutOutcomesQuantilesStay() {
        List<Double> first = new ArrayList<>();
        HorizonForecast calibrated = new SpreadCalibration(LEVELS).calibrated(about(100));
        for (double[] quantile : calibrated.quantiles()) {
            first.add(quantile[0]);
        }
        assertEquals(List.of(87.2, 100.0, 112.8), first);
    }
}
