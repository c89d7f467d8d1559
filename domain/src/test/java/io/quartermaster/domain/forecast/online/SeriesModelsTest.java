package io.quartermaster.domain.forecast.online;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quartermaster.domain.forecast.HorizonForecast;
import io.quartermaster.domain.forecast.arima.ArimaSearch;
import io.quartermaster.domain.forecast.smoothing.SmoothingFit;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SeriesModelsTest {

    private static final double[] LEVELS = {0.1, 0.5, 0.9};
    private static final int FIRST = 63;
    private static final List<String> ALL = SeriesModelRules.NAMES;

    /** A weekly rhythm whose level may jump on a day. */
    private static double[] series(int length, int jumpAt, double jump) {
        Random random = new Random(7);
        double[] values = new double[length];
        for (int day = 0; day < length; day++) {
            double level =
                    (day >= jumpAt ? jump : 12) * (1 + 0.4 * Math.sin(day * 2 * Math.PI / 7));
            values[day] = Math.max(0, Math.rint(level + random.nextGaussian() * 2));
        }
        return values;
    }

    private static SeriesModels kept(SeriesModelRules rules, double[] values) {
        SeriesModels models = SeriesModels.none();
        for (int day = FIRST - 1; day < values.length; day++) {
            double[] recent = Arrays.copyOfRange(values, day + 1 - FIRST, day + 1);
            models = models.update(rules, "a|b", day, values[day], recent);
        }
        return models;
    }

    @Test
    void withoutEstimationTheyAreAFilterOfTheSameParametersOverTheWholeHistory() {
        double[] values = series(200, 200, 0);
        SeriesModels kept = kept(new SeriesModelRules(ALL, 7, 0, 0), values);
        double[] first = Arrays.copyOf(values, FIRST);
        var smoothing = SmoothingFit.automatic(first, 7).model();
        var arima = ArimaSearch.automatic(first, 7).model();
        for (int day = FIRST; day < values.length; day++) {
            smoothing = smoothing.update(values[day]);
            arima = arima.update(values[day]);
        }
        assertThat(kept.fits()).isEqualTo(1);
        assertSame(kept, "ets", smoothing.forecast(14, LEVELS).possible());
        assertSame(kept, "arima", arima.forecast(14, LEVELS).possible());
    }

    private static void assertSame(SeriesModels kept, String model, HorizonForecast expected) {
        HorizonForecast found = said(kept, model);
        assertThat(found.mean()).containsExactly(expected.mean());
        assertThat(found.quantile(0.9)).containsExactly(expected.quantile(0.9));
    }

    private static HorizonForecast said(SeriesModels models, String model) {
        return models.forecast(14, LEVELS).stream()
                .filter(said -> said.model().equals(model))
                .findFirst()
                .orElseThrow()
                .forecast();
    }

    @Test
    void areEstimatedAnewWhenTheirTurnComes() {
        double[] values = series(FIRST + 84, FIRST + 84, 0);
        assertThat(kept(new SeriesModelRules(List.of("ets"), 7, 28, 0), values).fits())
                .isEqualTo(4);
        assertThat(kept(new SeriesModelRules(List.of("ets"), 7, 0, 0), values).fits()).isEqualTo(1);
    }

    @Test
    void turnsDifferByKey() {
        SeriesModelRules rules = new SeriesModelRules(List.of("ets"), 7, 28, 0);
        long due = 0;
        for (int key = 0; key < 2800; key++) {
            due += rules.isDue("sku-" + key + "|north", 20_000) ? 1 : 0;
        }
        assertThat(due).isBetween(60L, 140L);
    }

    @Test
    void aLevelThatMovesIsADriftAndOneBulkOrderIsNone() {
        SeriesModelRules rules = new SeriesModelRules(List.of("ets"), 7, 0, 3);
        assertThat(kept(rules, series(160, 120, 60)).fits()).isGreaterThan(1);
        double[] bulk = series(160, 160, 0);
        bulk[120] = 500;
        assertThat(kept(rules, bulk).fits()).isEqualTo(1);
    }

    @Test
    void aMissingValueMovesTimeOnAndSurprisesNobody() {
        double[] values = series(FIRST, FIRST, 0);
        SeriesModels models =
                SeriesModels.none().fitted(new SeriesModelRules(ALL, 7, 0, 0), values);
        SeriesModels after = models.update(Double.NaN);
        assertThat(after.surprise()).isEqualTo(models.surprise());
        assertThat(after.intermittent()).isEqualTo(models.intermittent());
        assertThat(said(after, "ets").mean()[0])
                .isCloseTo(
                        said(models, "ets").mean()[1], org.assertj.core.data.Offset.offset(1e-6));
    }

    @Test
    void refuseAModelThatIsNotKept() {
        assertThatThrownBy(() -> new SeriesModelRules(List.of("lstm"), 7, 0, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "The model (lstm) is not kept series by series.\nMaybe one of: ets, theta, arima, tsb.");
    }
}
