package io.quartermaster.domain.replenishment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** 10 units at 1.00, then 20 at 1.50, then 5 at 1.80: 35 units of 49.00. */
class LotsTest {

    private final Lots lots =
            Lots.NONE
                    .receive(lot("A", 1, 10, "1.00"))
                    .receive(lot("B", 5, 20, "1.50"))
                    .receive(lot("C", 9, 5, "1.80"));

    @Test
    void keepsUnitsAndCost() {
        assertThat(lots.units()).isEqualTo(35);
        assertThat(lots.cost()).isEqualByComparingTo("49.00");
    }

    /** 10 x 1.00 + 15 x 1.50 = 32.50; 5 x 1.50 + 5 x 1.80 = 16.50 stay. */
    @Test
    void issuesTheOldestLotFirstByFifo() {
        Lots.Issue issue = lots.issue(25, LotOrder.FIFO);
        assertThat(issue.used()).containsExactly(lot("A", 1, 10, "1.00"), lot("B", 5, 15, "1.50"));
        assertThat(issue.cost()).isEqualByComparingTo("32.50");
        assertThat(issue.rest().cost()).isEqualByComparingTo("16.50");
    }

    /** 5 x 1.80 + 20 x 1.50 = 39.00; 10 x 1.00 stay. */
    @Test
    void issuesTheNewestLotFirstByLifo() {
        Lots.Issue issue = lots.issue(25, LotOrder.LIFO);
        assertThat(issue.used()).containsExactly(lot("C", 9, 5, "1.80"), lot("B", 5, 20, "1.50"));
        assertThat(issue.cost()).isEqualByComparingTo("39.00");
        assertThat(issue.rest().lots()).containsExactly(lot("A", 1, 10, "1.00"));
    }

    /** D is the first to expire; the others keep. */
    @Test
    void issuesTheFirstToExpireFirstByFefo() {
        LocalDate day = LocalDate.of(2026, 1, 9);
        Lots some = lots.receive(new StockedLot("D", day, 4, BigDecimal.ONE, day.plusDays(9)));
        Lots.Issue issue = some.issue(6, LotOrder.FEFO);
        assertThat(issue.used()).extracting(StockedLot::lot).containsExactly("D", "A");
        assertThat(issue.used().get(0).expiresOn()).isEqualTo(day.plusDays(9));
    }

    @Test
    void issuesWhatThereIsWhenMoreIsAskedFor() {
        Lots.Issue issue = lots.issue(100, LotOrder.FIFO);
        assertThat(issue.units()).isEqualTo(35);
        assertThat(issue.rest()).isEqualTo(Lots.NONE);
        assertThat(issue.cost()).isEqualByComparingTo("49.00");
    }

    /** FIFO and LIFO part with the same total when everything has left. */
    @Test
    void costsTheSameInTheEndByEitherOrder() {
        BigDecimal fifo = lots.issue(13, LotOrder.FIFO).cost();
        Lots rest = lots.issue(13, LotOrder.FIFO).rest();
        assertThat(fifo.add(rest.issue(22, LotOrder.LIFO).cost())).isEqualByComparingTo("49.00");
    }

    @Test
    void refusesALotWithoutUnits() {
        assertThatThrownBy(() -> lots.receive(lot("D", 9, 0, "1")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The units (0) of lot (D) must be positive.");
    }

    private static StockedLot lot(String lot, int day, long units, String cost) {
        return new StockedLot(lot, LocalDate.of(2026, 1, day), units, new BigDecimal(cost));
    }
}
