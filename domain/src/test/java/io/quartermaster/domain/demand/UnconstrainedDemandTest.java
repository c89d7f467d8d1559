package io.quartermaster.domain.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class UnconstrainedDemandTest {

    private static final int DAYS = 57;
    private static final int LAST = DAYS - 1;
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 5);

    private final double[] units = new double[DAYS];
    private final boolean[] isOut = new boolean[DAYS];
    private final boolean[] isCampaign = new boolean[DAYS];
    private final double[] views = new double[DAYS];

    UnconstrainedDemandTest() {
        Arrays.fill(units, 10);
    }

    @Test
    void aDayWithStockSoldWhatWasWanted() {
        units[LAST] = 3;
        assertThat(wanted()).isEqualTo(3);
    }

    @Test
    void aDayWithoutAnyStockWantedTheLevel() {
        units[LAST] = 0;
        isOut[LAST] = true;
        assertThat(wanted()).isCloseTo(10, within(1e-6));
    }

    @Test
    void aDayThatSoldOutWantedMoreThanItSold() {
        isOut[LAST] = true;
        units[LAST] = 12;
        double more = wanted();
        assertThat(more).isBetween(12.5, 20.0);
        units[LAST] = 16;
        assertThat(wanted()).isGreaterThan(more);
    }

    @Test
    void earlierDaysWithoutStockDoNotLowerTheLevel() {
        for (int day = 20; day < DAYS; day++) {
            units[day] = 0;
            isOut[day] = true;
        }
        assertThat(wanted()).isCloseTo(10, within(0.01));
    }

    @Test
    void aWeekdayThatSellsHalfIsWantedLess() {
        for (int day = LAST % 7; day < LAST; day += 7) {
            units[day] = 5;
        }
        units[LAST] = 0;
        isOut[LAST] = true;
        assertThat(wanted()).isBetween(6.5, 8.5);
    }

    @Test
    void campaignsBeforeSayNothingOfADayWithout() {
        for (int day = 40; day < 50; day++) {
            units[day] = 40;
            isCampaign[day] = true;
        }
        units[LAST] = 0;
        isOut[LAST] = true;
        assertThat(wanted()).isCloseTo(10, within(1e-6));
    }

    /** Four campaign days of 30 count beside two of the level: (4 * 30 + 2 * 10) / 6 / 10. */
    @Test
    void aCampaignThatGoesOnIsWantedAsOnItsFirstDays() {
        for (int day = LAST - 4; day <= LAST; day++) {
            units[day] = 30;
            isCampaign[day] = true;
        }
        units[LAST] = 0;
        isOut[LAST] = true;
        assertThat(wanted()).isCloseTo(140.0 / 6, within(1e-6));
    }

    /** Twice the usual 5 views: (3 + 10) / (3 + 5). */
    @Test
    void moreViewsThanUsualRaiseIt() {
        Arrays.fill(views, 5);
        views[LAST] = 10;
        units[LAST] = 0;
        isOut[LAST] = true;
        assertThat(wanted()).isCloseTo(10 * 13.0 / 8, within(1e-6));
    }

    @Test
    void withoutAnyDayBeforeItIsWhatWasSold() {
        assertThat(
                        new UnconstrainedDemand(
                                        new double[] {4},
                                        new boolean[] {true},
                                        new boolean[1],
                                        new double[1])
                                .wanted())
                .isEqualTo(4);
    }

    /** Poisson demand of 6, at most 7 in stock on every second day: 200 series, fixed seed. */
    @Test
    void isUnbiasedWhereStockWasDrawnApartFromDemand() {
        Random random = new Random(20260105);
        double truth = 0;
        double estimate = 0;
        double sold = 0;
        for (int series = 0; series < 200; series++) {
            double last = 0;
            for (int day = 0; day < DAYS; day++) {
                last = poisson(random, 6);
                int stock = day % 2 == 0 ? random.nextInt(8) : 99;
                units[day] = Math.min(last, stock);
                isOut[day] = last >= stock;
            }
            if (isOut[LAST]) {
                truth += last;
                sold += units[LAST];
                estimate += wanted();
            }
        }
        assertThat(sold / truth).isLessThan(0.7);
        assertThat(estimate / truth).isCloseTo(1, within(0.05));
    }

    @Test
    void fillsInTheDaysWithoutStockOfASeries() {
        List<DemandWindow> windows = new ArrayList<>();
        for (int day = 0; day < 20; day++) {
            boolean isEmpty = day == 15;
            windows.add(
                    new DemandWindow(
                            "A",
                            "main",
                            FIRST.plusDays(day),
                            isEmpty ? 0 : 8,
                            5,
                            0,
                            isEmpty,
                            0,
                            0,
                            0,
                            0,
                            Instant.EPOCH));
        }
        List<DemandWindow> filled = UnconstrainedDemand.filledIn(windows);
        assertThat(filled.get(15).wantedUnits()).isCloseTo(8, within(1e-6));
        assertThat(filled.get(15).units()).isZero();
        assertThat(filled.get(16)).isEqualTo(windows.get(16));
    }

    @Test
    void refusesDaysThatDoNotBelongTogether() {
        assertThatThrownBy(() -> new UnconstrainedDemand(units, new boolean[2], isCampaign, views))
                .hasMessage(
                        "Units (57), days out of stock (2), campaigns (57) and views (57) must be of as many days, 1 or more.");
    }

    private double wanted() {
        return new UnconstrainedDemand(units, isOut, isCampaign, views).wanted();
    }

    /** Knuth's product of uniforms. */
    private static int poisson(Random random, double mean) {
        double limit = Math.exp(-mean);
        int count = 0;
        for (double product = random.nextDouble(); product > limit; count++) {
            product *= random.nextDouble();
        }
        return count;
    }
}
