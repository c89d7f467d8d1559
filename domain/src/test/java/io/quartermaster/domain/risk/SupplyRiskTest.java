package io.quartermaster.domain.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SupplyRiskTest {

    private static final double FOR_EVER = 1e12;

    @Test
    void addsUpLateShortSpreadAndSilentDeliveries() {
        SupplyHistory history = three().at(60, FOR_EVER);
        assertThat(history.lateShare()).isCloseTo(2.0 / 3, within(1e-9));
        assertThat(history.missingShare()).isCloseTo(0.2, within(1e-9));
        // Delays 0, 2, 4: variance 20/3 - 4.
        assertThat(history.delaySpread()).isCloseTo(Math.sqrt(8.0 / 3), within(1e-9));
        // 30 days since the last, two gaps of 10.
        assertThat(history.silence()).isCloseTo(3, within(1e-9));

        // Parts 0.6 x 1, 0.6 x 2/3, 0.3 x 0.633/6, 0.8 x 1/3.
        SupplyRisk risk = SupplyRisk.of(history, 0);
        double spread = 0.3 * (Math.sqrt(8.0 / 3) - 1) / 6;
        double safe = 0.4 * 0.6 * (1 - spread) * (1 - 0.8 / 3);
        assertThat(risk.score()).isCloseTo(1 - safe, within(1e-9));
        assertThat(risk.score()).isCloseTo(0.82957, within(1e-5));
        assertThat(risk.reason())
                .isEqualTo(
                        "67 % of deliveries late; 20 % of ordered units missing; silent for 3.0 of its usual gaps");
    }

    /** What a model expects stands in for the two in three that were late. */
    @Test
    void takesWhatAModelExpectsInsteadOfWhatWasCounted() {
        SupplyRisk risk =
                SupplyRisk.of(
                        three().at(60, FOR_EVER),
                        0,
                        new ExpectedLate(0.25, "vendor (A) is late in 25 % of its lines"));

        double spread = 0.3 * (Math.sqrt(8.0 / 3) - 1) / 6;
        double safe = (1 - 0.6 * 0.5) * 0.6 * (1 - spread) * (1 - 0.8 / 3);
        assertThat(risk.score()).isCloseTo(1 - safe, within(1e-9));
        assertThat(risk.reason())
                .contains(
                        "25 % of units on order expected late (vendor (A) is late in 25 % of its lines)")
                .doesNotContain("of deliveries late");
        assertThat(SupplyRisk.of(SupplyHistory.NONE, 0, new ExpectedLate(0.5, "x")).score())
                .isCloseTo(0.6, within(1e-12));
    }

    @Test
    void tellsThePresentRateAgainstCapacity() {
        SupplyHistory history = SupplyHistory.NONE;
        for (int day = 0; day < 400; day++) {
            history = history.plus(day, 0, 20, 20, 60);
        }
        // A steady 20 a day; the sum of a daily rate lies half a day above the integral.
        assertThat(history.unitsPerDay()).isCloseTo(20.5, within(0.05));
        assertThat(SupplyRisk.of(history, 40).score()).isZero();
        SupplyRisk full = SupplyRisk.of(history, 20);
        assertThat(full.score()).isBetween(0.28, 0.31);
        assertThat(full.reason()).isEqualTo("102 % of capacity used");
    }

    @Test
    void saysNothingOfOneDelivery() {
        SupplyHistory one = SupplyHistory.NONE.plus(10, 5, 10, 0, FOR_EVER);
        assertThat(SupplyRisk.of(one.at(300, FOR_EVER), 0)).isEqualTo(new SupplyRisk(0, ""));
        assertThat(SupplyRisk.of(SupplyHistory.NONE.at(300, 60), 5).score()).isZero();
    }

    @Test
    void halvesADeliveryAfterOneHalfLife() {
        SupplyHistory history = SupplyHistory.NONE.plus(10, 3, 8, 2, 20).at(30, 20);
        assertThat(history.deliveries()).isCloseTo(0.5, within(1e-12));
        assertThat(history.missing()).isCloseTo(3, within(1e-12));
        assertThat(history.lateShare()).isCloseTo(1, within(1e-12));
        assertThat(history.recentUnits()).isCloseTo(2 * Math.pow(2, -20 / 14.0), within(1e-12));
    }

    @Test
    void refusesRulesThatDoNotFit() {
        assertThatThrownBy(() -> new SupplyRiskRules(60, 1.5, 0.5, 30))
                .hasMessage("The alertAt (1.5) must be above 0, at most 1.");
        assertThatThrownBy(() -> new SupplyRiskRules(0, 0.5, 0.5, 30))
                .hasMessage(
                        "The halfLifeDays (0.0) must be positive and the noticeDays (30) not negative.");
    }

    private static SupplyHistory three() {
        return SupplyHistory.NONE
                .plus(10, 0, 10, 10, FOR_EVER)
                .plus(20, 2, 10, 5, FOR_EVER)
                .plus(30, 4, 10, 9, FOR_EVER);
    }
}
