package io.quartermaster.domain.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExitRiskTest {

    private static final SupplyRiskRules RULES = new SupplyRiskRules(60, 0.5, 0.5, 30);

    @Test
    void isCertainOnceABrandHasEnded() {
        assertThat(ExitRisk.of("ENDED", "not renewed", ExitRisk.OPEN, 100, RULES))
                .isEqualTo(new ExitRisk(1, "cooperation ended (not renewed)"));
        assertThat(ExitRisk.of("SUSPENDED", "", ExitRisk.OPEN, 100, RULES))
                .isEqualTo(new ExitRisk(0.9, "cooperation suspended"));
    }

    @Test
    void risesTowardsTheEndOfTheLastTerms() {
        assertThat(ExitRisk.of("CONTRACTED", "", 131, 100, RULES).score()).isZero();
        assertThat(ExitRisk.of("CONTRACTED", "", ExitRisk.OPEN, 100, RULES).score()).isZero();
        // 30 days left of a notice of 30: 1/31 of the way from 0.4 to 0.8.
        assertThat(ExitRisk.of("CONTRACTED", "", 130, 100, RULES).score())
                .isCloseTo(0.4 + 0.4 / 31, within(1e-12));
        ExitRisk last = ExitRisk.of("CONTRACTED", "", 100, 100, RULES);
        assertThat(last.score()).isCloseTo(0.8, within(1e-12));
        assertThat(last.reason()).isEqualTo("terms end in 0 days and none follow");
        assertThat(ExitRisk.of("", "", 99, 100, RULES))
                .isEqualTo(new ExitRisk(0.8, "terms ended and none follow"));
    }

    @Test
    void addsAFallOfOffersAndOfDeliveries() {
        ExitRisk none = new ExitRisk(0, "");
        // Offers: 0.5 x (0.6 - 0.2) / 0.6; deliveries: 0.4 x (0.75 - 0.5) / 0.5.
        ExitRisk both = ExitRisk.of(none, new Engagement(0.6, 0.75));
        assertThat(both.score()).isCloseTo(1 - (1 - 1.0 / 3) * (1 - 0.2), within(1e-12));
        assertThat(both.reason())
                .isEqualTo(
                        "offers 60 % fewer items than before; delivers 75 % fewer units a day than it used to");
        assertThat(ExitRisk.of(new ExitRisk(0.4, "terms end"), new Engagement(0.8, Double.NaN)))
                .isEqualTo(
                        new ExitRisk(
                                1 - 0.6 * 0.5, "terms end; offers 80 % fewer items than before"));
        assertThat(ExitRisk.of(new ExitRisk(1, "ended"), new Engagement(1, 1)))
                .isEqualTo(new ExitRisk(1, "ended"));
        assertThat(ExitRisk.of(none, Engagement.UNKNOWN)).isEqualTo(none);
        assertThat(ExitRisk.of(none, new Engagement(0.2, 0.5))).isEqualTo(none);
    }

    /** Ten units a day for 1,000 days; then both rates fade, the shorter by its half-life of 14. */
    @Test
    void deliveriesFallAgainstTheirOwnRecord() {
        SupplyHistory history = SupplyHistory.NONE;
        for (int day = 0; day < 1000; day++) {
            history = history.plus(day, 0, 10, 10, 60);
        }
        assertThat(Engagement.of(4, 10, history, 60).offerFall()).isCloseTo(0.6, within(1e-12));
        assertThat(Engagement.of(4, 10, history, 60).activityFall()).isCloseTo(0, within(0.03));
        assertThat(Engagement.of(0, 0, history.at(999 + 28, 60), 60).activityFall())
                .isCloseTo(1 - Math.pow(2, -28 / 14.0 + 28 / 60.0), within(0.02));
        assertThat(Engagement.of(0, 0, SupplyHistory.NONE, 60)).isEqualTo(Engagement.UNKNOWN);
    }

    @Test
    void tellsOnlyWhatIsNews() {
        assertThat(RiskAlert.news(0, 0.49, 0.5)).isEmpty();
        assertThat(RiskAlert.news(0, 0.5, 0.5)).isEqualTo("raised");
        assertThat(RiskAlert.news(0.5, 0.69, 0.5)).isEmpty();
        assertThat(RiskAlert.news(0.5, 0.71, 0.5)).isEqualTo("worse");
        assertThat(RiskAlert.news(0.7, 0.41, 0.5)).isEmpty();
        assertThat(RiskAlert.news(0.7, 0.39, 0.5)).isEqualTo("cleared");
    }

    @Test
    void sumsTheStockAtStake() {
        ExposedStock exposed =
                ExposedStock.of(
                        List.of(
                                new HeldStock("a", "s", 3, new BigDecimal("1.50")),
                                new HeldStock("a", "s", 2, new BigDecimal("1.50")),
                                new HeldStock("b", "s", 4, new BigDecimal("0.25")),
                                new HeldStock("c", "s", 0, BigDecimal.TEN)));
        assertThat(exposed).isEqualTo(new ExposedStock(2, 9, new BigDecimal("8.50")));
    }
}
