package io.quartermaster.domain.replenishment;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class StockPositionTest {

    private static final BigDecimal COST = new BigDecimal("2.50");

    private final StockPosition counted =
            StockPosition.unknown("A", "main").counted(10, day(1), COST, LotOrder.FIFO);

    @Test
    void isKnownOnceItWasCounted() {
        assertThat(StockPosition.unknown("A", "main").known()).isFalse();
        assertThat(counted.known()).isTrue();
        assertThat(counted.units()).isEqualTo(10);
    }

    @Test
    void letsMissingUnitsLeaveAndMoreUnitsComeWhenItIsCountedAgain() {
        StockPosition fewer = counted.counted(4, day(2), COST, LotOrder.FIFO);
        assertThat(fewer.units()).isEqualTo(4);
        assertThat(fewer.counted(9, day(3), BigDecimal.ONE, LotOrder.FIFO).ledger().cost())
                .isEqualByComparingTo("15.00");
    }

    @Test
    void receivesOrdersOnTheirDayInOrderOfArrival() {
        StockPosition ordered = counted.ordered(order("late", 9, 7)).ordered(order("soon", 4, 5));

        StockPosition arrived = ordered.arrivedBy(day(4));

        assertThat(arrived.units()).isEqualTo(15);
        assertThat(arrived.openOrders()).containsExactly(order("late", 9, 7));
        assertThat(arrived.arrivedBy(day(20)).lots())
                .extracting(StockedLot::lot)
                .containsExactly("counted-2026-01-01", "soon", "late");
    }

    @Test
    void sellsNoMoreThanThereIs() {
        assertThat(counted.sold(day(2), 12, LotOrder.FIFO).units()).isZero();
    }

    @Test
    void takesOnlyTheDifferenceWhenADayIsCorrected() {
        StockPosition sold = counted.sold(day(2), 3, LotOrder.FIFO);
        assertThat(sold.sold(day(2), 5, LotOrder.FIFO).units()).isEqualTo(5);
        assertThat(sold.sold(day(2), 1, LotOrder.FIFO).units()).isEqualTo(9);
        assertThat(sold.sold(day(1), 4, LotOrder.FIFO).units()).isEqualTo(7);
    }

    @Test
    void sellsTheNewestLotFirstByLifo() {
        StockPosition both =
                counted.receive(new StockedLot("new", day(3), 5, new BigDecimal("4.00")));
        assertThat(both.sold(day(4), 6, LotOrder.LIFO).ledger().cost())
                .isEqualByComparingTo("22.50");
        assertThat(both.sold(day(4), 6, LotOrder.FIFO).ledger().cost())
                .isEqualByComparingTo("30.00");
    }

    private static OpenOrder order(String number, int arrival, long units) {
        return new OpenOrder(number, day(arrival), units, COST);
    }

    private static LocalDate day(int day) {
        return LocalDate.of(2026, 1, day);
    }
}
