package io.quartermaster.domain.replenishment.justintime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class LeadTimeDistributionTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
    private static final LeadTimeRules RULES = new LeadTimeRules(1e9, 5);

    @Test
    void isWhatWasAgreedBeforeAnythingWasSeen() {
        LeadTimeDistribution agreed = of(LeadTimeCounts.NONE, LeadTimeCounts.NONE, 6);
        assertThat(agreed.mean()).isEqualTo(6);
        assertThat(agreed.deviation()).isZero();
        assertThat(agreed.quantile(0.99)).isEqualTo(6);
    }

    /** Supplier: (15 x 8 days + 5 x 6 days) / 20; the item saw nothing of its own. */
    @Test
    void leansOnTheSupplierWhereFewOfTheItemCame() {
        LeadTimeCounts pooled = seen(15, 8);
        LeadTimeDistribution none = of(LeadTimeCounts.NONE, pooled, 6);
        assertThat(none.mean()).isCloseTo(7.5, within(1e-9));
        // (5 x 12 days + 5 x 7.5) / 10
        assertThat(of(seen(5, 12), pooled, 6).mean()).isCloseTo(9.75, within(1e-9));
        assertThat(of(seen(500, 12), pooled, 6).mean()).isCloseTo(11.955, within(1e-3));
    }

    /** Of 95 own ones 50 took 4 days, 30 took 7 and 15 took 10; 5 more count as agreed, 4. */
    @Test
    void givesQuantilesAndSpread() {
        LeadTimeCounts own = LeadTimeCounts.NONE;
        for (int i = 0; i < 95; i++) {
            own = own.plus(DAY.toEpochDay(), i < 50 ? 4 : i < 80 ? 7 : 10, 1e9);
        }
        LeadTimeDistribution lead = of(own, LeadTimeCounts.NONE, 4);
        assertThat(lead.quantile(0.5)).isEqualTo(4);
        assertThat(lead.quantile(0.55)).isEqualTo(4);
        assertThat(lead.quantile(0.56)).isEqualTo(7);
        assertThat(lead.quantile(0.85)).isEqualTo(7);
        assertThat(lead.quantile(0.9)).isEqualTo(10);
        assertThat(lead.mean()).isCloseTo(0.55 * 4 + 0.3 * 7 + 0.15 * 10, within(1e-9));
        // 0.55 x 1.8^2 + 0.3 x 1.2^2 + 0.15 x 4.2^2 = 4.86
        assertThat(lead.deviation()).isCloseTo(Math.sqrt(4.86), within(1e-9));
    }

    /** A delivery 60 days ago counts half, one of today whole. */
    @Test
    void forgetsWithItsHalfLifeWhateverTheOrder() {
        long today = DAY.toEpochDay();
        LeadTimeRules fading = new LeadTimeRules(60, 1e-9);
        LeadTimeCounts forward = LeadTimeCounts.NONE.plus(today - 60, 10, 60).plus(today, 4, 60);
        LeadTimeCounts back = LeadTimeCounts.NONE.plus(today, 4, 60).plus(today - 60, 10, 60);
        assertThat(LeadTimeDistribution.of("A", "S", DAY, forward, forward, 0, fading).mean())
                .isCloseTo(6, within(1e-6));
        assertThat(back.weights()).containsExactly(forward.weights(), within(1e-12));
    }

    @Test
    void boundsWhatCannotBe() {
        LeadTimeCounts odd = LeadTimeCounts.NONE.plus(0, -4, 60).plus(0, 1_000_000, 60);
        assertThat(odd.weights()).hasSize(LeadTimeCounts.LONGEST_DAYS + 1);
        assertThat(odd.weights()[0]).isEqualTo(1);
        assertThatThrownBy(() -> new LeadTimeRules(0, 5))
                .hasMessage("The halfLifeDays (0.0) and priorDeliveries (5.0) must be above 0.");
    }

    private static LeadTimeCounts seen(int deliveries, int days) {
        LeadTimeCounts counts = LeadTimeCounts.NONE;
        for (int i = 0; i < deliveries; i++) {
            counts = counts.plus(DAY.toEpochDay(), days, 1e9);
        }
        return counts;
    }

    private static LeadTimeDistribution of(
            LeadTimeCounts own, LeadTimeCounts pooled, int agreedDays) {
        return LeadTimeDistribution.of("A", "S", DAY, own, pooled, agreedDays, RULES);
    }
}
