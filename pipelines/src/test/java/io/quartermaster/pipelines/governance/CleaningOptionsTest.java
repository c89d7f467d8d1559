package io.quartermaster.pipelines.governance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CleaningOptionsTest {

    @Test
    void hasTheseDefaults() {
        CleaningOptions options = Lines.options();
        assertThat(options.zone().getId()).isEqualTo("UTC");
        assertThat(options.notProducts()).contains("POST", "BANK CHARGES").hasSize(12);
        assertThat(options.earliest()).isEqualTo(Instant.parse("1990-01-01T00:00:00Z"));
        assertThat(options.latest()).isEqualTo(Instant.MAX);
        assertThat(options.allowedLateness()).isEqualTo(Duration.ofDays(3));
        assertThat(options.returnWindow()).isEqualTo(Duration.ofDays(180));
        assertThat(options.knownBrands()).isFalse();
        assertThat(options.knownItems()).isFalse();
    }

    @Test
    void takesTheEndOfTheLastDayForTheLatestTime() {
        assertThat(
                        Lines.options(
                                        "run.last-day", "2011-12-09",
                                        "run.zone", "Europe/London")
                                .latest())
                .isEqualTo(Instant.parse("2011-12-09T23:59:59.999Z"));
    }

    @ParameterizedTest
    @CsvSource({
        "run.zone, Atlantis, a time zone such as Europe/Berlin.",
        "governance.latest-time, soon, an instant such as 2024-01-31T00:00:00Z.",
        "run.last-day, 2011-13-01, a day such as 2024-01-31."
    })
    void refusesWhatIsNotPossible(String key, String value, String expected) {
        assertThatThrownBy(() -> Lines.options(key, value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The option %s (%s) must be %s".formatted(key, value, expected));
    }

    @ParameterizedTest
    @CsvSource({
        "governance.outlier.fewest-orders, 0, 30",
        "governance.outlier.factor, -1.0, 6.0",
        "governance.outlier.floor-octaves, 0.0, 0.75",
        "governance.burst.limit, 0, 5"
    })
    void refusesWhatIsNotAboveZero(String key, String value, String remedy) {
        assertThatThrownBy(() -> Lines.options(key, value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "The option (%s), %s, must be above 0.\nMaybe %s."
                                .formatted(key, value, remedy));
    }

    @Test
    void refusesAMemoryShorterThanTheLateness() {
        assertThatThrownBy(() -> Lines.options("governance.duplicate-memory", "1 d"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "The option governance.duplicate-memory (PT24H) must not be shorter than governance.allowed-lateness (PT72H).%nMaybe set both to PT72H."
                                .formatted());
    }
}
