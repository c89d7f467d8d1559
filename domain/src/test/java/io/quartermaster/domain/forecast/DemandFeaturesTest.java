package io.quartermaster.domain.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.quartermaster.domain.demand.DemandWindow;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class DemandFeaturesTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 1, 5);

    @Test
    void keepsTheLastDaysAndCountsAllOfThem() {
        DemandHistory history = history(100);
        assertThat(history.age()).isEqualTo(100);
        assertThat(history.kept()).isEqualTo(DemandHistory.KEPT);
        assertThat(history.wanted(0)).isEqualTo(99 % 7);
        assertThat(history.wanted(62)).isEqualTo(37 % 7);
    }

    @Test
    void daysThatAreMissingSoldNothing() {
        DemandHistory history =
                DemandHistory.before(MONDAY.toEpochDay())
                        .append(window(0, 4, false))
                        .append(window(3, 5, false));
        assertThat(history.wanted()).containsExactly(4, 0, 0, 5);
        assertThat(history.price(1)).isEqualTo(10);
    }

    @Test
    void aDayWithoutStockIsTakenToHaveWantedTheUsual() {
        DemandHistory history =
                DemandHistory.before(MONDAY.toEpochDay())
                        .append(window(0, 4, false))
                        .append(window(1, 8, false))
                        .append(window(2, 1, true).wanting(6))
                        .append(window(3, 9, true).wanting(9.5));
        assertThat(history.wanted()).containsExactly(4, 8, 6, 9.5);
    }

    @Test
    void aCorrectedDayReplacesItsRow() {
        DemandHistory history =
                DemandHistory.before(MONDAY.toEpochDay())
                        .append(window(0, 4, false))
                        .append(window(1, 1, true).wanting(4))
                        .replace(window(0, 10, false));
        assertThat(history.wanted()).containsExactly(10, 4);
        assertThat(history.replace(window(-5, 3, false))).isSameAs(history);
    }

    /** 20 units at 7 instead of 8 at 10: 0.4 of the 5 views and of the 2 carts are the base's. */
    @Test
    void keepsADayOfACampaignAsItWouldHaveBeenWithoutIt() {
        DemandWindow campaign =
                new DemandWindow(
                        "A",
                        "main",
                        MONDAY.plusDays(1),
                        20,
                        7,
                        0,
                        false,
                        5,
                        1,
                        2,
                        "spring",
                        8,
                        20,
                        0,
                        20,
                        0,
                        0,
                        Instant.EPOCH);
        DemandHistory history =
                DemandHistory.before(MONDAY.toEpochDay())
                        .append(window(0, 9, false))
                        .append(campaign);
        assertThat(history.wanted()).containsExactly(9, 8);
        assertThat(history.price(0)).isEqualTo(10);
        assertThat(history.views(0)).isEqualTo(2);
        assertThat(history.carts(0)).isCloseTo(0.8, within(1e-6));
        assertThat(history.favourites(0)).isCloseTo(0.4, within(1e-6));
        assertThat(history.firstSold(2)).containsExactly(9, 8);
    }

    @Test
    void advancingInputEqualsTheEncodersLast() {
        DemandHistory history = history(70);
        SeriesScale scale = SeriesScale.of(history);
        float[][] encoder = DemandFeatures.encoder(history, scale);
        assertThat(encoder).hasNumberOfRows(DemandFeatures.ENCODER_DAYS);
        assertThat(encoder[27]).isEqualTo(DemandFeatures.input(history, scale));
        assertThat(encoder[27]).hasSize(DemandFeatures.INPUTS);
    }

    @Test
    void knowsTheWeekdayOfEachDayAheadAndItsMean() {
        DemandHistory history = history(70);
        SeriesScale scale = SeriesScale.of(history);
        float[] known = DemandFeatures.known(history, scale, 14);
        for (int step = 0; step < 14; step++) {
            int at = step * DemandFeatures.KNOWN;
            assertThat(known[at + step % 7]).isEqualTo(1);
            assertThat((double) known[at + 7]).isCloseTo(step % 7 / scale.units(), within(1e-6));
        }
    }

    @Test
    void saysOfDaysAheadWhatIsKnownOfThem() {
        DemandHistory history = history(70);
        SeriesScale scale = SeriesScale.of(history);
        DaysAhead ahead = new DaysAhead(new double[] {8, 0}, new double[] {0.5, 1});
        float[] known = DemandFeatures.known(history, scale, 4, ahead, StaticCovariates.unknown());
        float[] unknown = DemandFeatures.known(history, scale, 4);
        for (int step = 0; step < 4; step++) {
            int at = step * DemandFeatures.KNOWN;
            double price = step == 0 ? -0.2 : 0;
            double promotion = step == 0 ? 0.5 : step == 1 ? 1 : 0;
            assertThat((double) known[at + 8]).isCloseTo(price, within(1e-6));
            assertThat((double) known[at + 9]).isEqualTo(promotion);
            assertThat(known[at + 10]).isEqualTo(step < 2 ? 1 : 0);
            assertThat(unknown[at + 8] + unknown[at + 9] + unknown[at + 10]).isZero();
            known[at + 8] = known[at + 9] = known[at + 10] = 0;
        }
        assertThat(known).isEqualTo(unknown);
    }

    /**
     * The category sells 70 on Mondays and 14 on all other days, and all of it twice as much now.
     */
    @Test
    void knowsTheWeekAndTheTrendOfItsCategory() {
        DemandHistory history = DemandHistory.before(MONDAY.toEpochDay());
        for (int day = 0; day < 56; day++) {
            double yesterday = (day % 7 == 1 ? 70 : 14) * (day < 28 ? 1 : 2);
            history = history.append(window(day, 1, false).among(yesterday));
        }
        SeriesScale scale = SeriesScale.of(history);
        float[] known = DemandFeatures.known(history, scale, 14);
        double mean = (70 + 6 * 14) / 7.0;
        for (int step = 0; step < 14; step++) {
            int at = step * DemandFeatures.KNOWN;
            // The last Sunday but one is the newest known: 4 of 7 are twice as high, not 4 of 8.
            double later = step % 7 == 6 ? (4 * 2 + 3) / 7.0 / 1.5 : 1;
            double share = later * (step % 7 == 0 ? 70 : 14) / mean;
            assertThat((double) known[at + 11]).isCloseTo(share, within(1e-6));
        }
        int series = 14 * DemandFeatures.KNOWN;
        assertThat((double) known[series + 4]).isCloseTo(0, within(1e-6));
        assertThat((double) known[series + 5]).isCloseTo(Math.log(2 / 1.5), within(1e-6));
        float[] sunday = DemandFeatures.input(history, scale);
        assertThat((double) sunday[12]).isCloseTo(14 / mean - 1, within(1e-6));
    }

    @Test
    void aCategoryThatIsNotKnownSaysNothing() {
        DemandHistory history = history(70);
        float[] known = DemandFeatures.known(history, SeriesScale.of(history), 1);
        assertThat(
                        new float[] {
                            known[11],
                            known[DemandFeatures.KNOWN + 4],
                            known[DemandFeatures.KNOWN + 5]
                        })
                .containsOnly(0);
        assertThat(DemandFeatures.input(history, SeriesScale.of(history))[12]).isZero();
    }

    @Test
    void aHiddenCovariateIsInNoColumn() {
        DemandHistory high = DemandHistory.before(MONDAY.toEpochDay());
        DemandHistory low = DemandHistory.before(MONDAY.toEpochDay());
        for (int day = 0; day < 30; day++) {
            high = high.append(seen(day, 40, 20));
            low = low.append(seen(day, 1 + day % 3, day % 2));
        }
        List<DemandCovariate> behaviour = DemandCovariate.named(List.of("views", "carts"));
        float[][] one = hidden(high, behaviour);
        assertThat(one).isDeepEqualTo(hidden(low, behaviour));
        assertThat(Arrays.deepToString(hidden(low, List.of())))
                .isNotEqualTo(Arrays.deepToString(one));
        assertThatThrownBy(() -> DemandCovariate.named(List.of("weather")))
                .hasMessage(
                        "The covariate (weather) is not known.\n"
                                + "Maybe one of: calendar, price, promotion, stock, views, carts,"
                                + " favourites, category, statics.");
    }

    /** Whatever can be hidden hides all that it should: with all hidden, only units are left. */
    @Test
    void allCovariatesTogetherAreAllButUnits() {
        DemandHistory history = history(40).append(window(40, 3, false).among(9));
        SeriesScale scale = SeriesScale.of(history);
        float[][] encoder = DemandFeatures.encoder(history, scale);
        DaysAhead ahead = new DaysAhead(new double[] {8}, new double[] {0.5});
        float[] statics =
                StaticCovariates.of(StaticCovariates.listed("Nord", "tea"), new float[0], "main");
        float[] known = DemandFeatures.known(history, scale, 1, ahead, statics);
        assertThat(known[DemandFeatures.KNOWN + 6]).isNotZero();
        for (DemandCovariate covariate : DemandCovariate.values()) {
            covariate.hide(encoder, known);
        }
        for (float[] step : encoder) {
            float[] units = new float[DemandFeatures.INPUTS];
            units[0] = step[0];
            units[10] = step[10];
            assertThat(step).isEqualTo(units);
        }
        Set<Integer> left = new TreeSet<>();
        for (int column = 0; column < known.length; column++) {
            if (known[column] != 0) {
                left.add(column);
            }
        }
        int series = DemandFeatures.KNOWN;
        assertThat(left).containsExactly(7, 10, series, series + 1, series + 2);
    }

    private static float[][] hidden(DemandHistory history, List<DemandCovariate> covariates) {
        float[][] encoder = DemandFeatures.encoder(history, SeriesScale.of(history));
        covariates.forEach(covariate -> covariate.hide(encoder, new float[DemandFeatures.SERIES]));
        return encoder;
    }

    private static DemandWindow seen(int day, long views, long carts) {
        return new DemandWindow(
                "A",
                "main",
                MONDAY.plusDays(day),
                day % 5,
                10,
                0,
                false,
                views,
                1,
                carts,
                0,
                Instant.EPOCH);
    }

    @Test
    void forecastsComeBackInUnits() {
        SeriesScale scale = new SeriesScale(10, 0, 0, 0, 0, 0);
        HorizonForecast forecast =
                DemandFeatures.forecast(
                        new float[] {0.5f, 0.25f, 0.75f, 2, -1, 3}, scale, new double[] {0.1, 0.9});
        assertThat(forecast.mean()).containsExactly(5, 20);
        assertThat(forecast.quantile(0.1)).containsExactly(2.5, 0);
        assertThat(forecast.quantile(0.9)).containsExactly(7.5, 30);
    }

    /** The history's own scale is 1 + 8. */
    @Test
    void scalesAreNearWithinAQuarter() {
        DemandHistory history =
                DemandHistory.before(MONDAY.toEpochDay()).append(window(0, 8, false));
        assertThat(new SeriesScale(11, 0, 0, 0, 0, 0).isNear(history)).isTrue();
        assertThat(new SeriesScale(12, 0, 0, 0, 0, 0).isNear(history)).isFalse();
        assertThat(new SeriesScale(7, 0, 0, 0, 0, 0).isNear(history)).isFalse();
    }

    @Test
    void theChampionIsThePriorThenTheModelThenTheRegression() {
        assertThat(ForecastChampion.of(27, List.of("regression", "lstm")).model())
                .isEqualTo("cluster_prior");
        assertThat(ForecastChampion.of(28, List.of("regression", "lstm")).model())
                .isEqualTo("lstm");
        assertThat(ForecastChampion.of(28, List.of("seasonal_naive", "regression")))
                .isEqualTo(new ForecastChampion("regression", "no trained model"));
    }

    private static DemandHistory history(int days) {
        DemandHistory history = DemandHistory.before(MONDAY.toEpochDay());
        for (int day = 0; day < days; day++) {
            history = history.append(window(day, day % 7, false));
        }
        return history;
    }

    private static DemandWindow window(int day, long units, boolean stockedOut) {
        return new DemandWindow(
                "A",
                "main",
                MONDAY.plusDays(day),
                units,
                10,
                0,
                stockedOut,
                5,
                1,
                2,
                0,
                Instant.EPOCH);
    }
}
