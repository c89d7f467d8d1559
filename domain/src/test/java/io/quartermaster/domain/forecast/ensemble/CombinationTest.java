package io.quartermaster.domain.forecast.ensemble;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quartermaster.domain.forecast.HorizonForecast;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CombinationTest {

    private static final double[] LEVELS = {0.1, 0.5, 0.9};

    private static Combination after(Combination combination, int outcomes, double... losses) {
        Combination next = combination;
        for (int i = 0; i < outcomes; i++) {
            next = next.update(losses);
        }
        return next;
    }

    private static HorizonForecast flat(double mean, double spread) {
        return new HorizonForecast(
                new double[] {mean},
                LEVELS,
                new double[][] {{mean - spread}, {mean}, {mean + spread}});
    }

    @Test
    void weightsGoByTheInverseSquareOfTheLoss() {
        Combination combination = after(Combination.start(2), 500, 1, 1.5, 1.4);
        double evidence = 1 / (1 - Math.pow(0.5, 1 / 28.0));
        double trust = evidence / (evidence + 7);
        double expected = trust / (1 + 1 / 2.25) + (1 - trust) * 0.5;
        assertEquals(expected, combination.weights()[0], 0.1);
        assertEquals(1, Arrays.stream(combination.weights()).sum(), 1e-12);
        assertEquals(1, combination.mean(0), 1e-9);
    }

    @Test
    void aModelWithMoreThanTwiceTheLeastLossTakesNoPart() {
        Combination combination = after(Combination.start(3), 30, 1, 2.5, 1, 1);
        assertArrayEquals(new double[] {0.5, 0, 0.5}, combination.weights(), 1e-12);
    }

    @Test
    void littleEvidenceLeavesWeightsEqual() {
        Combination combination = Combination.start(2).update(new double[] {1, 1.1, 1});
        assertArrayEquals(new double[] {0.5, 0.5}, combination.weights());
    }

    @Test
    void whatIsUsualWeighsUntilOutcomesSayOtherwise() {
        double[] usual = {1, 1.1};
        Combination combination = Combination.start(usual);
        double[] weights = combination.weights();
        assertEquals(Math.pow(1.1, 32), weights[0] / weights[1], 1e-9);
        for (int i = 0; i < 200; i++) {
            combination = combination.update(new double[] {1.2, 1, 1.1}, usual);
        }
        assertTrue(combination.weights()[1] > 0.6);
    }

    @Test
    void aSeriesOfZerosThatEveryModelKnowsKeepsItsWeights() {
        double[] usual = {1, 1};
        Combination combination = Combination.start(usual);
        for (int i = 0; i < 100; i++) {
            combination = combination.update(new double[] {0, 0, 0}, usual);
        }
        assertArrayEquals(new double[] {0.5, 0.5}, combination.weights());
    }

    @Test
    void championStaysForAChallengerThatIsHardlyBetter() {
        assertEquals(2, after(Combination.start(2), 50, 0.92, 2, 1).champion());
        assertEquals(0, after(Combination.start(2), 50, 0.88, 2, 1).champion());
        assertEquals(2, after(Combination.start(2), 5, 0.1, 2, 1).champion());
    }

    @Test
    void aModelWithoutForecastsHasNoLossAndItsWeightGoesToOthers() {
        Combination combination = after(Combination.start(2), 30, 1, Double.NaN, 1);
        assertTrue(Double.isNaN(combination.mean(1)));
        assertEquals(3, combination.combine(Arrays.asList(flat(3, 1), null)).mean()[0], 1e-12);
        assertNull(combination.combine(Arrays.asList(null, null)));
    }

    @Test
    void quantilesAreAveragedLevelByLevel() {
        HorizonForecast combined = Combination.start(2).combine(List.of(flat(10, 2), flat(20, 4)));
        assertEquals(15, combined.mean()[0], 1e-12);
        assertEquals(12, combined.quantile(0.1)[0], 1e-12);
        assertEquals(18, combined.quantile(0.9)[0], 1e-12);
    }

    @Test
    void lossIsThePinballLossOverLevels() {
        // 0.1 * 4 + 0.5 * 2 + 0.1 * 0 over three levels, at 12 of 8, 10 and 12.
        assertEquals((0.4 + 1.0) / 3, Combination.loss(flat(10, 2), 0, 12), 1e-12);
    }

    @Test
    void reasonTellsLossAndTheNextBest() {
        Combination combination = after(Combination.start(2), 60, 1, 2, 1.25);
        assertEquals(
                "pinball loss 1.0 lately; next ensemble 1.25",
                combination.reason(List.of("ets", "theta")));
        assertEquals(
                "no outcomes to compare models by yet",
                Combination.start(2).reason(List.of("ets", "theta")));
    }
}
