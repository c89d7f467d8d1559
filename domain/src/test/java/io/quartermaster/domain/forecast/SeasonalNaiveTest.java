package io.quartermaster.domain.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SeasonalNaiveTest {

    private static final double[] LEVELS = {0.1, 0.5, 0.9};

    @Test
    void repeatsTheLastSeason() {
        double[] recent = {9, 9, 9, 1, 2, 3};
        HorizonForecast forecast = new SeasonalNaive(3).forecast(recent, 7, LEVELS);
        assertThat(forecast.mean()).containsExactly(1, 2, 3, 1, 2, 3, 1);
    }

    /** Differences of one season: -1, 0, 1, 2, 3, sorted; type 7 at 0.1 is -0.6, at 0.9 is 2.6. */
    @Test
    void quantilesComeFromSeasonalDifferencesAndGrowWithTheRootOfSeasons() {
        double[] recent = {10, 9, 9, 10, 12, 15};
        HorizonForecast forecast = new SeasonalNaive(1).forecast(recent, 4, LEVELS);
        assertThat(forecast.quantile(0.5)[0]).isEqualTo(16);
        assertThat(forecast.quantile(0.1)[0]).isCloseTo(14.4, within(1e-9));
        assertThat(forecast.quantile(0.9)[0]).isCloseTo(17.6, within(1e-9));
        assertThat(forecast.quantile(0.9)[3]).isCloseTo(15 + 2 * 2.6, within(1e-9));
    }

    @Test
    void withoutHistoryItExpectsNothingAndWithoutASeasonTheFirstValues() {
        assertThat(new SeasonalNaive(7).forecast(new double[0], 2, LEVELS).mean())
                .containsExactly(0, 0);
        assertThat(new SeasonalNaive(7).forecast(new double[] {4}, 2, LEVELS).quantile(0.9))
                .containsExactly(4, 4);
    }

    @Test
    void refusesASeasonOfNoSteps() {
        assertThatThrownBy(() -> new SeasonalNaive(0))
                .hasMessage("The season (0) must be 1 or more steps.");
    }
}
