package io.quartermaster.domain.brand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quartermaster.domain.event.BrandOffer;
import io.quartermaster.domain.event.BrandTerms;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every expected value is worked by hand from the formula in the measure's doc. */
class CriterionMeasuresTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    @Test
    void awarenessIsReachSearchesAndViewsAgainstTheMeanBrand() {
        BrandDossier known =
                brand("A", Map.of(BrandEvidence.VIEWS, 300.0, BrandEvidence.REACHED, 30.0));
        BrandDossier other =
                brand("B", Map.of(BrandEvidence.VIEWS, 100.0, BrandEvidence.REACHED, 30.0));

        Measured awareness = AwarenessMeasure.of(known.figures(), market(known, other));

        // Views 300 of a mean of 200: 1.5 / 2.5; reach 30 of 30: 1 / 2; nobody is searched for.
        assertThat(awareness.rating()).isCloseTo((0.6 + 0.5) / 2, within(1e-12));
        assertThat(awareness.count()).isEqualTo(300);
        assertThat(AwarenessMeasure.of(brand("C", Map.of()).figures(), market(known)))
                .isEqualTo(Measured.NOTHING);
    }

    @Test
    void supplyIsTheMeanOfWhatIsKnown() {
        BrandDossier dossier =
                brand(
                                "A",
                                Map.of(
                                        BrandEvidence.SUPPLIES, 4.0,
                                        BrandEvidence.SUPPLIED_DUE_UNITS, 100.0,
                                        BrandEvidence.SUPPLIED_ON_TIME_UNITS, 60.0,
                                        BrandEvidence.SUPPLIED_UNITS, 80.0,
                                        BrandEvidence.ARRIVALS, 4.0,
                                        BrandEvidence.DELAY_DAYS, 4.0,
                                        BrandEvidence.DELAY_SQUARES, 40.0))
                        .with(terms(14, 1000));

        Measured supply = SupplyMeasure.of(dossier, market(dossier));

        // On time 0.6, filled 0.8, lead 1/2, delays of mean 1 and variance 9: 1 / (1 + 3 / 3);
        // no first sale, so nothing is known of capacity.
        double expected = (0.4 * 0.6 + 0.2 * 0.8 + 0.2 * 0.5 + 0.1 * 0.5) / 0.9;
        assertThat(supply.rating()).isCloseTo(expected, within(1e-12));
        assertThat(supply.count()).isEqualTo(4);
    }

    @Test
    void aSupplierAtItsLimitHasNoRoom() {
        BrandDossier dossier =
                selling("A", DAY, Map.of(BrandEvidence.SUPPLIED_DUE_UNITS, 90.0))
                        .with(terms(0, 100));

        // Sells since today, so 90 due units a day of 100: 2 (1 - 0.9) = 0.2. Nothing came: on
        // time 0, filled 0; a lead time of 0 is 1; no arrivals, no spread.
        assertThat(SupplyMeasure.of(dossier, market(dossier)).rating())
                .isCloseTo((0.2 * 1 + 0.1 * 0.2) / 0.9, within(1e-12));
    }

    @Test
    void beforeTheFirstDeliveryTheLeadTimeStands() {
        BrandDossier offered = BrandDossier.of("A").with(offer());

        assertThat(SupplyMeasure.of(offered, market(offered)))
                .isEqualTo(new Measured(1 / (1 + 7 / 14.0), 5));
        assertThat(SupplyMeasure.of(BrandDossier.of("B"), market(offered)))
                .isEqualTo(Measured.NOTHING);
    }

    @Test
    void qualityIsShrunkTowardsTheCategory() {
        BrandDossier one =
                brand(
                        "A",
                        Map.of(
                                BrandEvidence.ORDER_LINES, 10.0,
                                BrandEvidence.UNITS, 10.0,
                                BrandEvidence.RETURNED_UNITS, 5.0));
        BrandDossier many =
                brand(
                        "B",
                        Map.of(
                                BrandEvidence.ORDER_LINES, 990.0,
                                BrandEvidence.UNITS, 990.0,
                                BrandEvidence.RETURNED_UNITS, 45.0));

        Measured quality = QualityMeasure.of(one, market(one, many));

        // Category: 50 of 1,000 come back. (5 + 50 x 0.05) / (10 + 50) = 0.125 against 0.2; no
        // complaints: 1; nobody rates.
        assertThat(quality.rating()).isCloseTo((1 - 0.125 / 0.2 + 1) / 2, within(1e-12));
        assertThat(quality.count()).isCloseTo(1, within(1e-12));
    }

    @Test
    void willingnessCountsHowSoonTermsFollowTheOffer() {
        BrandDossier dossier = BrandDossier.of("A").with(offer()).with(terms(7, 100));

        // Margin 0.3 of 0.6, cost factor 0.9, terms 14 days after the offer.
        assertThat(WillingnessMeasure.of(dossier, market()).rating())
                .isCloseTo((0.5 + 0.7 + 0.5) / 3, within(1e-12));
        assertThat(WillingnessMeasure.of(dossier, market()).count()).isEqualTo(20);
        assertThat(dossier.with(terms(7, 100)).answerDays()).isEqualTo(14);
    }

    @Test
    void supplyFollowsTheTermsThatBindOnTheDay() {
        BrandDossier dossier =
                selling("A", DAY, Map.of(BrandEvidence.SUPPLIED_DUE_UNITS, 90.0))
                        .with(offer())
                        .with(version(1, "0.90", 0, 100, DAY.minusDays(30), DAY))
                        .with(version(2, "0.80", 28, 900, DAY.plusDays(1), null));

        // Today version 1: lead time 0, 90 of 100 due. On the eve nothing sold: (90 / 1) / 900.
        assertThat(SupplyMeasure.of(dossier, market(DAY, dossier)).rating())
                .isCloseTo((0.2 * 1 + 0.1 * 0.2) / 0.9, within(1e-12));
        // Before version 1 the offer's 7 days, and no capacity is known.
        assertThat(SupplyMeasure.of(dossier, market(DAY.minusDays(31), dossier)).rating())
                .isCloseTo(0.2 * (14.0 / 21) / 0.8, within(1e-12));
        // From tomorrow on version 2: lead time 28 is 1/3.
        assertThat(
                        SupplyMeasure.of(
                                        BrandDossier.of("A").with(dossier.terms()[1]),
                                        market(DAY.plusDays(1)))
                                .rating())
                .isCloseTo(1 / 3.0, within(1e-12));
    }

    @Test
    void willingnessFollowsTheTermsThatBindOnTheDay() {
        BrandDossier dossier =
                BrandDossier.of("A")
                        .with(offer())
                        .with(version(1, "0.90", 7, 100, DAY, DAY.plusDays(9)))
                        .with(version(2, "0.80", 7, 100, DAY.plusDays(5), DAY.plusDays(9)));

        assertThat(WillingnessMeasure.of(dossier, market(DAY.minusDays(1))))
                .isEqualTo(new Measured((0.5 + 0.5) / 2, 10));
        assertThat(WillingnessMeasure.of(dossier, market(DAY)).rating())
                .isCloseTo((0.5 + 0.7 + 0.5) / 3, within(1e-12));
        assertThat(WillingnessMeasure.of(dossier, market(DAY.plusDays(5))).rating())
                .isCloseTo((0.5 + 0.9 + 0.5) / 3, within(1e-12));
        assertThat(WillingnessMeasure.of(dossier, market(DAY.plusDays(5))).count()).isEqualTo(30);
        assertThat(WillingnessMeasure.of(dossier, market(DAY.plusDays(10))))
                .isEqualTo(new Measured((0.5 + 0.5) / 2, 10));
    }

    @Test
    void forgetsTermsThatWereOverWhenLaterOnesCame() {
        LocalDate agreed = LocalDate.EPOCH.plusDays(14);
        BrandDossier dossier =
                BrandDossier.of("A")
                        .with(offer())
                        .with(version(1, "0.90", 7, 100, LocalDate.EPOCH, agreed.minusDays(2)))
                        .with(version(2, "0.90", 7, 100, LocalDate.EPOCH, agreed))
                        .with(version(3, "0.90", 7, 100, agreed, null));

        assertThat(dossier.terms()).extracting(BrandTerms::version).containsExactly(2, 3);
        assertThat(dossier.answerDays()).isEqualTo(14);
    }

    @Test
    void innovationIsNewItemsAndTheirDistanceToTheCatalogue() {
        BrandFigures figures =
                new BrandFigures("A", DAY, "toys", sums(Map.of()), 0, null, 4, 1, 0.65);

        assertThat(InnovationMeasure.of(BrandDossier.of("A").with(figures)))
                .isEqualTo(new Measured((0.25 + 0.65) / 2, 4));
        assertThat(InnovationMeasure.of(BrandDossier.of("A").with(offer())))
                .isEqualTo(new Measured(0.4, 5));
    }

    @Test
    void marketPotentialIsGrowthAndShareOfViews() {
        BrandDossier toys =
                selling("A", DAY, Map.of(BrandEvidence.UNITS, 10.0, BrandEvidence.VIEWS, 90.0));
        BrandDossier books =
                new BrandDossierBuilder("B", "books", Map.of(BrandEvidence.VIEWS, 30.0)).dossier();

        Measured potential = MarketMeasure.of("toys", market(toys, books));

        // One day only: as many units lately as ever, growth 1. Views 90 of a mean of 60.
        assertThat(potential.rating()).isCloseTo(0.7 * 0.5 + 0.3 * 0.6, within(1e-12));
        assertThat(MarketMeasure.of("books", market(toys, books))).isEqualTo(Measured.NOTHING);
    }

    private record BrandDossierBuilder(
            String brand, String category, Map<BrandEvidence, Double> evidence) {

        BrandDossier dossier() {
            return BrandDossier.of(brand)
                    .with(
                            new BrandFigures(
                                    brand,
                                    DAY,
                                    category,
                                    sums(evidence),
                                    0,
                                    null,
                                    1,
                                    0,
                                    Double.NaN));
        }
    }

    private static BrandDossier brand(String brand, Map<BrandEvidence, Double> evidence) {
        return new BrandDossierBuilder(brand, "toys", evidence).dossier();
    }

    private static BrandDossier selling(
            String brand, LocalDate since, Map<BrandEvidence, Double> evidence) {
        double units = evidence.getOrDefault(BrandEvidence.UNITS, 0.0);
        return BrandDossier.of(brand)
                .with(
                        new BrandFigures(
                                brand,
                                DAY,
                                "toys",
                                sums(evidence),
                                units,
                                since,
                                1,
                                0,
                                Double.NaN));
    }

    private static double[] sums(Map<BrandEvidence, Double> evidence) {
        double[] sums = new double[BrandEvidence.values().length];
        evidence.forEach((kind, value) -> sums[kind.index()] = value);
        return sums;
    }

    private static Market market(BrandDossier... brands) {
        return market(DAY, brands);
    }

    private static Market market(LocalDate day, BrandDossier... brands) {
        return new Market(BrandRules.standard(), day, List.of(brands));
    }

    private static BrandOffer offer() {
        return new BrandOffer(
                "o",
                Instant.EPOCH,
                "test",
                "A",
                "toys",
                "S",
                5,
                new BigDecimal("7.00"),
                new BigDecimal("10.00"),
                "EUR",
                0.4,
                100,
                7);
    }

    private static BrandTerms terms(int leadTimeDays, long capacity) {
        return version(1, "0.90", leadTimeDays, capacity, LocalDate.EPOCH, null);
    }

    private static BrandTerms version(
            int version,
            String costFactor,
            int leadTimeDays,
            long capacity,
            LocalDate from,
            LocalDate to) {
        return BrandTerms.plain(
                "t" + version,
                Instant.EPOCH.plusSeconds(14 * 86_400),
                "test",
                "A",
                "S",
                version,
                leadTimeDays,
                0,
                1,
                new BigDecimal(costFactor),
                capacity,
                7,
                from,
                to);
    }
}
