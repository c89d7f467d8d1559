package io.quartermaster.domain.replenishment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ItemForecastTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    /** Ten a day with a spread of 2 each: sums of h days have a spread of 2 times the root of h. */
    @Test
    void leavesTheDaysOutThatHavePassed() {
        double[] mean = new double[8];
        double[] middle = new double[8];
        double[] high = new double[8];
        for (int step = 0; step < 8; step++) {
            mean[step] = 10 + step;
            middle[step] = 10 * (step + 1) + step * (step + 1) / 2.0;
            high[step] = middle[step] + 2 * Math.sqrt(step + 1);
        }
        ItemForecast made = new ItemForecast("A", "main", DAY, mean, middle, high);

        ItemForecast later = made.asOf(DAY.plusDays(3));

        assertThat(later.madeOn()).isEqualTo(DAY.plusDays(3));
        assertThat(later.mean()).containsExactly(13, 14, 15, 16, 17);
        assertThat(later.cumulativeQ50()).containsExactly(13, 27, 42, 58, 75);
        for (int step = 0; step < 5; step++) {
            assertThat(later.cumulativeQ90()[step] - later.cumulativeQ50()[step])
                    .isCloseTo(2 * Math.sqrt(step + 1), within(1e-9));
        }
        assertThat(made.asOf(DAY)).isSameAs(made);
        assertThat(made.asOf(DAY.plusDays(90)).mean()).containsExactly(17);
    }
}
