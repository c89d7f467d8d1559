package io.quartermaster.domain.risk;

import java.util.List;

/**
 * An order line of the past or to come, as it is known at the time of ordering, and how it ended.
 *
 * @param orderedDay day of ordering, epoch days, not after the due day
 * @param dueDay day on which it is to arrive, epoch days
 * @param isLate whether it came after its due day; known once that day is over
 * @param groups what it belongs to (vendor, country, …), one value per column of the model
 * @param numbers further columns (units, price, …); NaN where missing
 */
public record SupplyLine(
        long orderedDay, long dueDay, boolean isLate, List<String> groups, double[] numbers) {

    public SupplyLine {
        if (orderedDay > dueDay) {
            throw new IllegalArgumentException(
                    "The orderedDay (%d) must not be after the dueDay (%d).\nMaybe the two are exchanged."
                            .formatted(orderedDay, dueDay));
        }
        groups = List.copyOf(groups);
    }

    /** Days from ordering to the due day. */
    public long leadDays() {
        return dueDay - orderedDay;
    }
}
