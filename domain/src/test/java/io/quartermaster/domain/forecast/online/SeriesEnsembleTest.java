package io.quartermaster.domain.forecast.online;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quartermaster.domain.forecast.HorizonForecast;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SeriesEnsembleTest {

    private static final double[] LEVELS = {0.1, 0.5, 0.9};
    private static final int HORIZON = 14;
    private static final int EVERY = 7;
    private static final List<String> NAMES = List.of("near", "far", "silent");

    private final Random random = new Random(5);
    private SeriesEnsemble ensemble = SeriesEnsemble.none();
    private int days;
    private int inside;
    private int sums;
    private int sumsBelow;

    private static SeriesModels.Said said(String model, double middle, double spread) {
        double[] mean = new double[HORIZON];
        Arrays.fill(mean, middle);
        double[][] quantiles = new double[3][HORIZON];
        for (int level = 0; level < 3; level++) {
            Arrays.fill(quantiles[level], middle + (level - 1) * spread);
        }
        return new SeriesModels.Said(model, "1", new HorizonForecast(mean, LEVELS, quantiles));
    }

    /**
     * A normal value around 100, standard deviation 10, for so many days; models are asked weekly.
     */
    private void run(int from, int to, double nearSpread) {
        for (int day = from; day < to; day++) {
            double value = 100 + 10 * random.nextGaussian();
            SeriesEnsemble.Scored scored = ensemble.score(day, value, LEVELS, HORIZON);
            ensemble = scored.ensemble();
            days += scored.inside() >= 0 ? 1 : 0;
            inside += Math.max(0, scored.inside());
            sums += scored.sumBelow() >= 0 ? 1 : 0;
            sumsBelow += Math.max(0, scored.sumBelow());
            if (day % EVERY == 0) {
                ensemble =
                        ensemble.combine(
                                        NAMES,
                                        List.of(
                                                said("near", 100, nearSpread),
                                                said("far", 160, nearSpread)),
                                        day,
                                        EVERY)
                                .ensemble();
            }
        }
    }

    @Test
    void learnsWhichModelIsNearAndNamesItWithAReason() {
        run(0, 120, 12.8);
        assertThat(ensemble.combination().weights()[0]).isGreaterThan(0.8);
        assertThat(ensemble.champion()).isEqualTo("near");
        assertThat(ensemble.reason()).startsWith("pinball loss ").contains("; next ensemble ");
    }

    @Test
    void aModelThatSaidNothingTakesNoWeightFromTheOthers() {
        run(0, 8, 12.8);
        SeriesEnsemble.Combined combined =
                ensemble.combine(
                        NAMES, List.of(said("near", 100, 5), said("far", 100, 5)), 8, EVERY);
        assertThat(combined.forecast().mean()[0]).isCloseTo(100, within(1e-9));
    }

    @Test
    void quantilesAreCalibratedWhateverTheModelsSay() {
        run(0, 1400, 3);
        days = 0;
        inside = 0;
        sums = 0;
        sumsBelow = 0;
        run(1400, 2800, 3);
        assertThat(inside / (double) days).isBetween(0.77, 0.83);
        assertThat(sums).isEqualTo(200);
        assertThat(sumsBelow / (double) sums).isBetween(0.85, 0.95);
    }

    @Test
    void aDayOnWhichNobodyKnowsWhatWasWantedScoresNothing() {
        run(0, 8, 12.8);
        SeriesEnsemble.Scored scored = ensemble.score(8, Double.NaN, LEVELS, HORIZON);
        assertThat(scored.inside()).isEqualTo(-1);
        assertThat(scored.ensemble().combination()).isEqualTo(ensemble.combination());
    }

    @Test
    void otherModelsThanBeforeStartAnew() {
        run(0, 120, 12.8);
        SeriesEnsemble.Combined combined =
                ensemble.combine(List.of("near"), List.of(said("near", 100, 5)), 120, EVERY);
        assertThat(combined.ensemble().combination().weights()).containsExactly(1.0);
        assertThat(combined.ensemble().reason()).isEqualTo("no outcomes to compare models by yet");
    }

    @Test
    void sumsGrowWithTheHorizonAndTheMedianLiesBelowTheNinthDecile() {
        run(0, 400, 3);
        SeriesEnsemble.Combined combined =
                ensemble.combine(
                        NAMES, List.of(said("near", 100, 3), said("far", 160, 3)), 400, EVERY);
        for (int step = 0; step < HORIZON; step++) {
            assertThat(combined.cumulativeQ90()[step])
                    .isGreaterThanOrEqualTo(combined.cumulativeQ50()[step]);
            assertThat(combined.cumulativeQ90()[step])
                    .isGreaterThan(step == 0 ? 0 : combined.cumulativeQ90()[step - 1]);
        }
    }
}
