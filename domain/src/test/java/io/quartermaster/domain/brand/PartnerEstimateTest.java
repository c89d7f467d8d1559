package io.quartermaster.domain.brand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.quartermaster.domain.event.BrandTerms;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Every expected value is worked by hand from docs/partners.md. */
class PartnerEstimateTest {

    @Test
    void marginIsWhatIsKeptOverTheHorizonAtPriceLessCost() {
        // 100 sold in 93 days, with 7 days of 2 a day 114 in 100; 10 % come back: 1.026 a day.
        ItemSales item = new ItemSales("A1", "hats", 10, 15, 0.5, 93, 100, 0.1);
        FirstOrder order = new FirstOrder(5, 3, 6, 4, 0.9);

        PartnerCandidate.Item expected = item.expected(2, order, 90);

        assertThat(expected.margin()).isCloseTo(1.026 * 90 * (15 - 9), within(1e-9));
        // 8 days need 8.208 units: two packs of 6, each unit at 9.
        assertThat(expected.investment()).isCloseTo(12 * 9, within(1e-9));
        assertThat(expected.volume()).isCloseTo(6, within(1e-9));
    }

    @Test
    void anItemThatIsNewSellsAsTheMeanOfItsCategory() {
        ItemSales item = new ItemSales("A1", "hats", 10, 15, 0, 0, 0, 0);

        assertThat(item.perDay(2)).isCloseTo(2, within(1e-12));
        ItemSales returning = new ItemSales("A1", "hats", 10, 15, 0, 0, 0, 0.25);
        assertThat(returning.perDay(2)).isCloseTo(1.5, within(1e-12));
        assertThat(item.expected(0, FirstOrder.usual(), 90))
                .isEqualTo(new PartnerCandidate.Item("A1", "hats", 0, 0, 0));
    }

    @Test
    void theFirstOrderCoversLeadTimeAndReviewInWholePacks() {
        assertThat(FirstOrder.usual().units(0.5)).isEqualTo(7);
        assertThat(new FirstOrder(2, 3, 1, 40, 1).units(1)).isEqualTo(40);
        assertThat(new FirstOrder(2, 3, 4, 0, 1).units(0.8)).isEqualTo(4);
        assertThat(new FirstOrder(2, 3, 4, 0, 1).units(0.81)).isEqualTo(8);
    }

    @Test
    void theReviewPeriodIsTheLongestGapOfTheOrderCalendar() {
        assertThat(FirstOrder.of(terms("")).reviewDays()).isEqualTo(1);
        assertThat(FirstOrder.of(terms("mon thu"))).isEqualTo(new FirstOrder(5, 4, 6, 12, 0.95));
    }

    @Test
    void ratesOfCategoriesCountEveryItemByItsDays() {
        CategoryRates rates =
                CategoryRates.of(
                        List.of(
                                new ItemSales("A", "hats", 1, 2, 0, 10, 20, 0.5),
                                new ItemSales("B", "hats", 1, 2, 0, 30, 10, 0),
                                new ItemSales("C", "shoes", 1, 2, 0, 10, 30, 0),
                                new ItemSales("D", "belts", 1, 2, 0, 0, 0, 0)));

        assertThat(rates.perDay("hats")).isCloseTo(0.75, within(1e-12));
        assertThat(rates.perDay("shoes")).isCloseTo(3, within(1e-12));
        assertThat(rates.perDay("belts")).isCloseTo(1.2, within(1e-12));
        assertThat(CategoryRates.of(List.of()).perDay("hats")).isZero();
    }

    @Test
    void riskGrowsWithDiscontentAndWithEachAlert() {
        assertThat(PartnerRisk.of(0.3, 1, List.of())).isZero();
        assertThat(PartnerRisk.of(0.3, 0.5, List.of())).isCloseTo(0.15, within(1e-12));
        assertThat(PartnerRisk.of(0.3, 0.5, List.of(0.4, 0.2)))
                .isCloseTo(1 - 0.85 * 0.6 * 0.8, within(1e-12));
        assertThat(PartnerRisk.of(0.2, 0.9, List.of(1.0))).isEqualTo(1);
    }

    @Test
    void failuresOfARunGiveTheChanceOfOneMore() {
        FailureRate rate = new FailureRate(1.5, 2, 360);

        // (360 / 450)^2
        assertThat(rate.within(90)).isCloseTo(1 - 0.64, within(1e-12));
        assertThat(rate.ofDiscontent(0.45, 90)).isCloseTo(0.8, within(1e-12));
        assertThat(rate.ofDiscontent(0.2, 90)).isEqualTo(1);
        assertThat(rate.ofDiscontent(0, 90)).isCloseTo(0.36, within(1e-12));
        assertThat(FailureRate.UNKNOWN.within(90)).isNaN();
        assertThat(FailureRate.UNKNOWN.ofDiscontent(0.5, 90)).isEqualTo(0.3);
    }

    /** The posterior predictive is the mean of 1 - exp(-rate n) over the Gamma posterior. */
    @Test
    void theChanceIsTheMeanOverThePosterior() {
        Random random = new Random(5);
        double sum = 0;
        int draws = 400_000;
        for (int draw = 0; draw < draws; draw++) {
            // Gamma(3.5) is half the sum of 7 squared standard normals.
            double gamma = 0;
            for (int i = 0; i < 7; i++) {
                gamma += Math.pow(random.nextGaussian(), 2) / 2;
            }
            sum += 1 - Math.exp(-gamma / 1000 * 90);
        }
        assertThat(new FailureRate(3, 3, 1000).within(90)).isCloseTo(sum / draws, within(1e-3));
    }

    @Test
    void refusesARateThatCannotBe() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FailureRate(Double.NaN, 1, 1))
                .withMessageContaining("The failures (NaN), alerts (1) and brandDays (1)");
        assertThatIllegalArgumentException().isThrownBy(() -> new FailureRate(0, -1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new FailureRate(0, 0, -1));
    }

    @Test
    void categoriesOfExclusivityAreSplitAtBars() {
        assertThat(terms("").exclusiveCategories()).containsExactly("hats", "shoes");
    }

    private static BrandTerms terms(String weekdays) {
        return new BrandTerms(
                "t",
                Instant.EPOCH,
                "test",
                "A",
                "S",
                1,
                5,
                12,
                6,
                new BigDecimal("0.95"),
                100,
                1,
                weekdays,
                "",
                0,
                0,
                false,
                " hats|shoes| hats |",
                LocalDate.EPOCH,
                null);
    }
}
