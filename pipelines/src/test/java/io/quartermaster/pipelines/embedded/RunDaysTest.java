package io.quartermaster.pipelines.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quartermaster.domain.event.generator.MarketplaceOptions;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunDaysTest {

    private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);

    @ParameterizedTest
    @CsvSource({"70, 14", "68, 14", "240, 48", "418, 84", "420, 84", "900, 84", "2, 1"})
    void holdsOutAFifthOfTheDaysButNotMoreThanTwelveWeeks(int days, int tail) {
        RunDays run = RunDays.of(FIRST, FIRST.plusDays(days - 1L), null);
        assertThat(run.tailStart()).isEqualTo(run.last().minusDays(tail - 1L));
    }

    @Test
    void findsTheTailThatAMarketplaceWasMadeWith() {
        MarketplaceOptions made = MarketplaceOptions.defaults().withSize(2, 8, 70);
        RunDays run = RunDays.of(made.firstDay(), made.lastDay(), null);
        assertThat(run.tailStart()).isEqualTo(made.tailStart());
    }

    @Test
    void takesAsManyDaysAsAreAskedFor() {
        RunDays run = RunDays.of(FIRST, FIRST.plusDays(69), 7);
        assertThat(run.tailStart()).isEqualTo(FIRST.plusDays(63));
    }

    @Test
    void refusesATailAsLongAsTheInput() {
        assertThatThrownBy(() -> RunDays.of(FIRST, FIRST.plusDays(69), 84))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "The held-out tail (from 2023-12-18) must lie within the days of the input (2024-01-01 to 2024-03-10).\nMaybe give more days, or a shorter tail with --tail-days.");
    }

    @Test
    void plansFromTheTailsStartWhileTheDayBeforeIsKnown() {
        RunDays run = RunDays.of(FIRST, FIRST.plusDays(69), 14);
        assertThat(run.planDays(7))
                .containsExactly(FIRST.plusDays(56), FIRST.plusDays(63), FIRST.plusDays(70));
    }
}
