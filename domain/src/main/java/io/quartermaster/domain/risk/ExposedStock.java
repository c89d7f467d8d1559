package io.quartermaster.domain.risk;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.TreeSet;

/**
 * What stands at stake: the stock on hand that a risk concerns.
 *
 * @param items number of items with stock
 * @param units units on hand
 * @param value at catalogue cost
 */
public record ExposedStock(long items, long units, BigDecimal value) {

    /** The sum over items and places. */
    public static ExposedStock of(Collection<HeldStock> stock) {
        TreeSet<String> items = new TreeSet<>();
        long units = 0;
        BigDecimal value = BigDecimal.ZERO;
        for (HeldStock held : stock) {
            if (held.units() > 0) {
                items.add(held.item());
                units += held.units();
                value = value.add(held.unitCost().multiply(BigDecimal.valueOf(held.units())));
            }
        }
        return new ExposedStock(items.size(), units, value);
    }
}
