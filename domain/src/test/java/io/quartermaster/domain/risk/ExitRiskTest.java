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
