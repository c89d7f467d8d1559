package io.quartermaster.domain.replenishment.lots;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What value came and went on a day: opening + received = closing + cost of sales + written off.
 *
 * @param day the day, null before the first
 * @param opening value of stock when the day began
 * @param received value of what arrived, was found, or came back without a sale
 * @param costOfSales value of what was sold less what came back
 * @param writtenOff value of what was missing or expired
 */
public record DayFlows(
        LocalDate day,
        BigDecimal opening,
        BigDecimal received,
        BigDecimal costOfSales,
        BigDecimal writtenOff) {

    /** Before the first day. */
    static final DayFlows NONE =
            new DayFlows(null, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

    DayFlows begin(LocalDate newDay, BigDecimal value) {
        return new DayFlows(newDay, value, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);
    }

    DayFlows receiving(BigDecimal value) {
        return new DayFlows(day, opening, received.add(value), costOfSales, writtenOff);
    }

    DayFlows selling(BigDecimal value) {
        return new DayFlows(day, opening, received, costOfSales.add(value), writtenOff);
    }

    DayFlows writingOff(BigDecimal value) {
        return new DayFlows(day, opening, received, costOfSales, writtenOff.add(value));
    }
}
