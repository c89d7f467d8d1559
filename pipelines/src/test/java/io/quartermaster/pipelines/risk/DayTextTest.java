package io.quartermaster.pipelines.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DayTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2006-11-02",
                "2006-11-02T23:59:00Z",
                "2-Nov-06",
                "02-NOV-06",
                "11/2/06",
                "11/2/2006",
                " 11/02/06 "
            })
    void readsADay(String text) {
        assertThat(DayText.epochDay(text)).hasValue(LocalDate.of(2006, 11, 2).toEpochDay());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Date Not Captured", "13/2/06", "31-Feb-x", "2006"})
    void tellsWhatIsNoDay(String text) {
        assertThat(DayText.epochDay(text)).isEmpty();
    }

    @Test
    void takesTheCenturyFrom2000() {
        assertThat(DayText.epochDay("1-Jan-99")).hasValue(LocalDate.of(2099, 1, 1).toEpochDay());
    }
}
