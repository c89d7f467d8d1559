package io.quartermaster.domain.replenishment.lots;

import io.quartermaster.domain.replenishment.LotOrder;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * Allocations and day's values of one item, from all of its reports at once; as of the end of the
 * last report's day.
 *
 * @param allocations in the order they were booked
 * @param values by day, then place
 */
public record LotHistory(List<LotAllocation> allocations, List<StockValue> values) {

    public LotHistory {
        allocations = List.copyOf(allocations);
        values = List.copyOf(values);
    }

    /** What reports come to, in whatever order they are given. */
    public static LotHistory of(
            String item, LotOrder method, LotRules rules, Collection<StockMovement> reports) {
        List<LotAllocation> allocations = new ArrayList<>();
        List<StockValue> values = new ArrayList<>();
        LocalDate last =
                reports.stream()
                        .map(StockMovement::day)
                        .max(Comparator.naturalOrder())
                        .orElse(LocalDate.MIN);
        LotBook book =
                new LotBook(
                        item,
                        method,
                        rules,
                        LotMemory.empty(),
                        new LotSink() {
                            @Override
                            public void tell(LotAllocation allocation) {
                                allocations.add(allocation);
                            }

                            @Override
                            public void tell(StockValue value) {
                                values.add(value);
                            }
                        });
        LotReplay.of(MovementLog.of(reports, rules), book, last);
        return new LotHistory(allocations, values);
    }
}
