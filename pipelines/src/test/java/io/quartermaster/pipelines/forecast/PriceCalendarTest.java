package io.quartermaster.pipelines.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quartermaster.domain.forecast.DaysAhead;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PriceCalendarTest {

    private static final String HEADER = "item,place,day,price,promotion\n";
    private static final long EVE = LocalDate.of(2026, 3, 1).toEpochDay();

    @TempDir Path folder;

    @Test
    void knowsEveryDayUpToItsLastOne() throws IOException {
        PriceCalendar calendar = read("A,,2026-03-02,8,1\nA,,2026-03-04,9.5,0\n");
        DaysAhead ahead = calendar.ahead("A", "main", EVE, 14);
        assertThat(ahead.prices()).containsExactly(8, 0, 9.5);
        assertThat(ahead.promotions()).containsExactly(1, 0, 0);
        assertThat(calendar.ahead("A", "main", EVE, 2).prices()).containsExactly(8, 0);
        assertThat(calendar.ahead("B", "main", EVE, 14).promotions()).containsExactly(0, 0, 0);
        assertThat(calendar.ahead("A", "main", EVE + 3, 14).prices()).isEmpty();
    }

    @Test
    void aLineOfAPlaceStandsBeforeThatOfAllPlaces() throws IOException {
        PriceCalendar calendar = read("A,,2026-03-02,8,1\nA,north,2026-03-02,7,0.5\n");
        assertThat(calendar.ahead("A", "north", EVE, 1).prices()).containsExactly(7);
        assertThat(calendar.ahead("A", "north", EVE, 1).promotions()).containsExactly(0.5);
        assertThat(calendar.ahead("A", "south", EVE, 1).prices()).containsExactly(8);
    }

    @Test
    void ofNothingNothingIsKnown() throws IOException {
        assertThat(PriceCalendar.NONE.ahead("A", "main", EVE, 14)).isSameAs(DaysAhead.UNKNOWN);
        assertThat(read("").ahead("A", "main", EVE, 14)).isSameAs(DaysAhead.UNKNOWN);
    }

    @Test
    void refusesWhatCannotBe() {
        assertThatThrownBy(() -> read("A,,2026-03-02,-1,0\n"))
                .hasMessageContaining("Its price (-1.0) must be 0 or more.");
        assertThatThrownBy(() -> read("A,,2026-03-02,1,2\n"))
                .hasMessageContaining("Its promotion (2.0) must be 0 to 1.");
        assertThatThrownBy(() -> read("A,,tomorrow,1,0\n"))
                .hasMessageContaining("Its day (tomorrow) is not a date such as 2026-01-31.");
        assertThatThrownBy(() -> PriceCalendar.read(folder.resolve("none.csv")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("none.csv");
    }

    private PriceCalendar read(String lines) throws IOException {
        return PriceCalendar.read(
                Files.writeString(folder.resolve("calendar.csv"), HEADER + lines));
    }
}
