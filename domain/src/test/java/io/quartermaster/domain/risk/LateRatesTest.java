package io.quartermaster.domain.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class LateRatesTest {

    private static final double HALF_LIFE = 10;

    @Test
    void halvesALineAfterOneHalfLife() {
        LateRate rate = LateRate.NONE.plus(100, true, HALF_LIFE).plus(110, false, HALF_LIFE);
        assertThat(rate.lines()).isCloseTo(1.5, within(1e-12));
        assertThat(rate.late()).isCloseTo(0.5, within(1e-12));
        assertThat(rate.at(120, HALF_LIFE).lines()).isCloseTo(0.75, within(1e-12));
        assertThat(rate.share(0.2, 2)).isCloseTo((0.5 + 0.4) / 3.5, within(1e-12));
    }

    @Test
    void knowsALineOnlyOnceItsDueDayIsOver() {
        List<SupplyLine> history = List.of(line(0, 100, true, "A"));
        List<SupplyLine> asked = List.of(line(100, 200, false, "A"), line(101, 200, false, "A"));
        double[][] odds = new LateRates(1, 1e9, 1).asOrdered(history, asked, Long.MAX_VALUE);

        // Before: one in ten. After: all = (1 + 0.1) / 2 = 0.55, A = (1 + 0.55) / 2 = 0.775.
        assertThat(odds[0][0]).isCloseTo(Math.log(0.1 / 0.9), within(1e-9));
        assertThat(odds[1][0]).isCloseTo(Math.log(0.775 / 0.225), within(1e-6));
    }

    @Test
    void learnsNothingAfterTheLatestDay() {
        List<SupplyLine> history = List.of(line(0, 100, true, "A"), line(0, 150, true, "A"));
        List<SupplyLine> asked = List.of(line(180, 200, false, "A"));
        double[][] odds = new LateRates(1, 1e9, 1).asOrdered(history, asked, 101);
        assertThat(odds[0][0]).isCloseTo(Math.log(0.775 / 0.225), within(1e-6));
    }

    @Test
    void goesOnFromASnapshot() {
        LateRates rates = new LateRates(2, HALF_LIFE, 5);
        rates.add(line(0, 100, true, "A", "x"));
        LateRates again = new LateRates(rates.snapshot(), HALF_LIFE, 5);
        for (LateRates each : List.of(rates, again)) {
            each.add(line(0, 120, false, "A", "y"));
        }
        assertThat(again.snapshot()).isEqualTo(rates.snapshot());
        SupplyLine asked = line(130, 140, false, "A", "new");
        assertThat(again.logOdds(asked, 130)).isEqualTo(rates.logOdds(asked, 130));
    }

    private static SupplyLine line(long ordered, long due, boolean isLate, String... groups) {
        return new SupplyLine(ordered, due, isLate, List.of(groups), new double[0]);
    }
}
