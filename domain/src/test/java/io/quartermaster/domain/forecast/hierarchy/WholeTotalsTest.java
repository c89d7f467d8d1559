package io.quartermaster.domain.forecast.hierarchy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class WholeTotalsTest {

    private static final Hierarchy THIRDS =
            new Hierarchy(3, List.of(new int[] {0, 1, 2}, new int[] {1, 2}));

    /** 0.3333, 0.3333 and 0.3333 are 333 thousandths each: their total is 999, not 1000. */
    @Test
    void totalsAreTheSumsOfWhatWasRounded() {
        double third = 1.0 / 3;
        assertThat(WholeTotals.of(THIRDS, new double[] {third, third, third}))
                .containsExactly(999, 666, 333, 333, 333);
    }

    @Test
    void nothingIsForecastBelowNothing() {
        assertThat(WholeTotals.of(THIRDS, new double[] {2.5, -0.4, 1}))
                .containsExactly(3500, 1000, 2500, 0, 1000);
        assertThat(WholeTotals.units(3500)).isEqualTo(3.5);
    }

    @Test
    void refusesTotalsOfWhatIsNotThere() {
        assertThatThrownBy(() -> new Hierarchy(2, List.of(new int[] {0, 2})))
                .hasMessage(
                        "The member (2) of a total must be above the one before (0) and below the number of series (2).");
        assertThatThrownBy(() -> new Hierarchy(2, List.of(new int[] {})))
                .hasMessage("A total must sum at least one series.\nMaybe leave it out.");
    }
}
