package io.quartermaster.domain.replenishment.justintime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.quartermaster.domain.forecast.StandardNormal;
import io.quartermaster.domain.replenishment.ItemForecast;
import io.quartermaster.domain.replenishment.OpenOrder;
import io.quartermaster.domain.replenishment.lots.LotPart;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PullSignalsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
    private static final PullRules RULES = new PullRules(0.9, 0.9, 7, 60, 90);

    private final PullSignals signals = new PullSignals(RULES);

    /**
     * 10 a day, 95 on hand: 9.5 days, so day 10 is not served; of 4 days lead that leaves day 6.
     */
    @Test
    void tellsTheLastDayOnWhichAnOrderStillServes() {
        StockSignal signal = signals.of(DAY, stock(95), flat(10, 0), lead(4));
        assertThat(signal.coverDays()).isCloseTo(9.5, within(1e-9));
        assertThat(signal.runsOutOn()).isEqualTo(DAY.plusDays(10));
        assertThat(signal.orderBy()).isEqualTo(DAY.plusDays(6));
        assertThat(signal.pull()).isEqualTo(StockSignal.ORDER);
        // 11 days of lead time and review are 110 units
        assertThat(signal.pullUnits()).isEqualTo(15);
        assertThat(signals.of(DAY, stock(40), flat(10, 0), lead(4)).pull()).isEqualTo("order");
        assertThat(signals.of(DAY, stock(39), flat(10, 0), lead(4)).pull()).isEqualTo("late");
        assertThat(signals.of(DAY, stock(200), flat(10, 0), lead(4)).pull()).isEqualTo("wait");
    }

    /** An order of 50 comes on day 5; what is overdue is told, not counted on. */
    @Test
    void countsOpenOrdersFromTheirArrivalOn() {
        StockAtHand stock =
                new StockAtHand(45, List.of(), "EUR", List.of(order(5, 50), order(0, 7)));
        StockSignal signal = signals.of(DAY, stock, flat(10, 0), lead(2));
        assertThat(signal.runsOutOn()).isEqualTo(DAY.plusDays(10));
        assertThat(signal.openUnits()).isEqualTo(50);
        assertThat(signal.overdueUnits()).isEqualTo(7);
        assertThat(signal.alerts()).isEqualTo("overdue");
        StockAtHand gap = new StockAtHand(35, List.of(), "EUR", List.of(order(5, 50)));
        assertThat(signals.of(DAY, gap, flat(10, 0), lead(2)).runsOutOn())
                .isEqualTo(DAY.plusDays(4));
    }

    /** By trial: demand is normal about 10 a day with the given deviation of the sum. */
    @Test
    void keepsToTheQuantileOfDemand() {
        ItemForecast forecast = flat(10, 4);
        StockSignal signal = signals.of(DAY, stock(120), forecast, lead(3));
        int last = (int) (signal.runsOutOn().toEpochDay() - DAY.toEpochDay()) - 1;
        assertThat(shareServed(120, last, 4)).isGreaterThan(0.89);
        assertThat(shareServed(120, last + 1, 4)).isLessThan(0.91);
    }

    private static double shareServed(double stock, int days, double deviation) {
        Random draws = new Random(7);
        int served = 0;
        for (int i = 0; i < 20_000; i++) {
            double demand = 10 * days + draws.nextGaussian() * deviation * Math.sqrt(days);
            served += demand <= stock ? 1 : 0;
        }
        return served / 20_000.0;
    }

    @Test
    void alertsOfOldTooMuchAndPerishing() {
        LotPart old = lot("L1", 100, 30, -1);
        LotPart soon = lot("L2", 2, 50, 3);
        LotPart later = lot("L3", 1, 40, 6);
        StockAtHand stock = new StockAtHand(120, List.of(old, soon, later), "EUR", List.of());
        StockSignal signal = signals.of(DAY, stock, flat(1, 0), lead(3));
        assertThat(signal.oldestDays()).isEqualTo(100);
        assertThat(signal.agedUnits()).isEqualTo(30);
        // 3 of 50 until day 3, 3 of 40 until day 6
        assertThat(signal.expiringUnits()).isEqualTo(47 + 37);
        assertThat(signal.excessUnits()).isEqualTo(60);
        assertThat(signal.excessValue()).isEqualByComparingTo("120.00");
        assertThat(signal.alerts()).isEqualTo("overstock ageing expiring");
    }

    @Test
    void bearsWhatCannotBe() {
        StockSignal none = signals.of(DAY, stock(5), flat(0, 0), lead(3));
        assertThat(none.pull()).isEqualTo(StockSignal.NONE);
        assertThat(none.coverDays()).isNaN();
        assertThat(none.orderBy()).isNull();
        assertThat(none.pullUnits()).isZero();
        StockSignal below = signals.of(DAY, stock(-5), flat(1, 0), lead(3));
        assertThat(below.coverDays()).isZero();
        assertThat(below.pull()).isEqualTo(StockSignal.LATE);
        StockSignal endless = signals.of(DAY, stock(1_000_000_000_000L), flat(1, 0), lead(3));
        assertThat(endless.coverDays()).isEqualTo(PullSignals.LONGEST_COVER);
        assertThat(endless.runsOutOn()).isNull();
        ItemForecast empty =
                new ItemForecast("A", "main", DAY, new double[0], new double[0], new double[0]);
        assertThat(signals.of(DAY, stock(5), empty, lead(3)).pull()).isEqualTo("none");
        assertThatThrownBy(() -> new PullRules(0.9, 1, 7, 60, 90))
                .hasMessage("The leadTimeQuantile (1.0) must be at least 0.5 and below 1.");
    }

    private static LotPart lot(String lot, int age, long units, int expires) {
        return new LotPart(
                lot,
                DAY.minusDays(age).atTime(6, 0).toInstant(ZoneOffset.UTC),
                expires < 0 ? null : DAY.plusDays(expires),
                units,
                BigDecimal.valueOf(units * 200, 2));
    }

    private static OpenOrder order(int arrives, long units) {
        return new OpenOrder("PO" + arrives, DAY.plusDays(arrives), units, BigDecimal.ONE);
    }

    private static StockAtHand stock(long units) {
        return new StockAtHand(units, List.of(), "EUR", List.of());
    }

    private static LeadTimeDistribution lead(int days) {
        return LeadTimeDistribution.of(
                "A",
                "S",
                DAY,
                LeadTimeCounts.NONE,
                LeadTimeCounts.NONE,
                days,
                new LeadTimeRules(60, 5));
    }

    /** So many a day; the sum of h days deviates by the root of h times the deviation. */
    private static ItemForecast flat(double perDay, double deviation) {
        double[] mean = new double[28];
        Arrays.fill(mean, perDay);
        double[] half = new double[28];
        double[] most = new double[28];
        for (int i = 0; i < 28; i++) {
            half[i] = perDay * (i + 1);
            most[i] = half[i] + StandardNormal.quantile(0.9) * deviation * Math.sqrt(i + 1);
        }
        return new ItemForecast("A", "main", DAY, mean, half, most);
    }
}
