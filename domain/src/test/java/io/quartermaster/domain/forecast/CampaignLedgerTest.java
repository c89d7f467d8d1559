package io.quartermaster.domain.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quartermaster.domain.event.Campaign;
import io.quartermaster.domain.event.CampaignKind;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CampaignLedgerTest {

    private static final LocalDate FIRST = LocalDate.parse("2024-01-01");

    /**
     * Ten units a day at 5.00, then fifteen at 4.00 for a week; a unit costs 2. Turnover gained 105
     * x 4 - 70 x 5 = 70, margin gained 70 - 35 x 2 = 0, net 0 - 10.
     */
    @Test
    void countsWhatAWeekOfDiscountBroughtAndCost() {
        CampaignOutcome outcome = measure(entries(70, 7, 2), 70, 76);
        assertThat(outcome.units()).isEqualTo(105);
        assertThat(outcome.baseUnits()).isCloseTo(70, within(1e-9));
        assertThat(outcome.lift()).isCloseTo(35, within(1e-9));
        assertThat(outcome.liftShare()).isCloseTo(0.5, within(1e-9));
        assertThat(outcome.turnoverGained()).isCloseTo(70, within(1e-9));
        assertThat(outcome.marginGained()).isCloseTo(0, within(1e-9));
        assertThat(outcome.net()).isCloseTo(-10, within(1e-9));
        assertThat(outcome.netLow()).isCloseTo(-10, within(1e-9));
        assertThat(outcome.netHigh()).isCloseTo(-10, within(1e-9));
        assertThat(outcome.note()).isEmpty();
    }

    @Test
    void tellsNoMarginWithoutUnitCosts() {
        CampaignOutcome outcome = measure(entries(70, 7, 0), 70, 76);
        assertThat(outcome.turnoverGained()).isCloseTo(70, within(1e-9));
        assertThat(outcome.marginGained()).isNaN();
        assertThat(outcome.net()).isNaN();
        assertThat(outcome.note()).isEqualTo("The unit costs of its items are not known.");
    }

    @Test
    void saysWhyACampaignCannotBeMeasured() {
        assertThat(measure(entries(20, 7, 2), 20, 26).note())
                .isEqualTo(
                        "Fewer than 4 weeks are known before it, or half of them had campaigns.");
        assertThat(measure(entries(70, 7, 2), 70, 90).note())
                .isEqualTo("Not all of its days are known.");
        assertThat(measure(List.of(), 70, 90).note()).isEqualTo("Not all of its days are known.");
        CampaignOutcome nothing = measure(entries(70, 7, 2).subList(0, 1), 0, 0);
        assertThat(nothing.lift()).isNaN();
        assertThat(nothing.units()).isEqualTo(5);
    }

    private static CampaignOutcome measure(List<CampaignLedger.Entry> entries, int from, int to) {
        Campaign campaign =
                new Campaign(
                        "c1",
                        Instant.EPOCH,
                        "test",
                        "spring",
                        "Nordlicht",
                        1,
                        "",
                        "",
                        FIRST.plusDays(from),
                        FIRST.plusDays(to),
                        CampaignKind.DISCOUNT,
                        BigDecimal.TEN,
                        "EUR",
                        0.2);
        long last = entries.stream().mapToLong(CampaignLedger.Entry::day).max().orElse(0);
        return CampaignLedger.of(entries, last).measure(campaign, 0.8, Instant.EPOCH);
    }

    /** Two items of five units each, so that both are summed. */
    private static List<CampaignLedger.Entry> entries(int campaign, int days, double unitCost) {
        List<CampaignLedger.Entry> entries = new ArrayList<>();
        for (int day = 0; day < campaign + days; day++) {
            boolean isCampaign = day >= campaign;
            double price = isCampaign ? 4 : 5;
            long units = isCampaign ? 10 : 5;
            long at = FIRST.toEpochDay() + day;
            entries.add(new CampaignLedger.Entry(at, units, price, unitCost, isCampaign));
            entries.add(new CampaignLedger.Entry(at, 5, price, unitCost, isCampaign));
        }
        return entries;
    }
}
