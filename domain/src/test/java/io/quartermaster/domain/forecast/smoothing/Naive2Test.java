package io.quartermaster.domain.forecast.smoothing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quartermaster.domain.forecast.MonthlySeries;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class Naive2Test {

    private static final double[] LEVELS = {0.1, 0.9};

    /** By R 4.2: decompose(x, type = "multiplicative") after M4's test for a season. */
    @Test
    void givesWhatTheCompetitionsCodeGives() {
        double[] values = Arrays.copyOf(MonthlySeries.values(), 70);

        double[] mean = Naive2.forecast(values, 12, 4, LEVELS).mean();

        assertThat(mean)
                .containsExactly(
                        new double[] {147.943934928, 149.365629725, 165.851571019, 164.473656364},
                        within(1e-6));
    }

    @Test
    void isTheLastValueWhereThereIsNoSeason() {
        assertThat(Naive2.forecast(new double[] {3, 8, 5}, 12, 2, LEVELS).mean())
                .containsExactly(5, 5);
        assertThat(Naive2.forecast(MonthlySeries.values(), 1, 2, LEVELS).mean())
                .containsExactly(164.56, 164.56);
    }

    @Test
    void quantilesLieAroundTheMean() {
        var forecast = Naive2.forecast(MonthlySeries.values(), 12, 3, LEVELS);
        for (int step = 0; step < 3; step++) {
            assertThat(forecast.mean()[step])
                    .isBetween(forecast.quantiles()[0][step], forecast.quantiles()[1][step]);
        }
    }
}
