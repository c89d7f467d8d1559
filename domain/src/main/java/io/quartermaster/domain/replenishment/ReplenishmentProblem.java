package io.quartermaster.domain.replenishment;

import java.util.List;
import java.util.Optional;

/**
 * What to order for one supplier group over the days 0 to {@code horizonDays - 1}. Within a day
 * come arrivals (order day + lead time), then demand, then the day's end; demand not met is lost.
 *
 * @param horizonDays days planned
 * @param items items at places, in a fixed order
 * @param pools capacities that orders share
 * @param places places that items share
 */
public record ReplenishmentProblem(
        int horizonDays,
        List<PlannedItem> items,
        List<CapacityPool> pools,
        List<StoragePlace> places) {

    public ReplenishmentProblem {
        items = List.copyOf(items);
        pools = List.copyOf(pools);
        places = List.copyOf(places);
        for (PlannedItem item : items) {
            if (item.demand().length != horizonDays
                    || item.arriving().length != horizonDays
                    || item.rules().orderDays().length != horizonDays) {
                throw new IllegalArgumentException(
                        "The days of item (%s) must be as many as the horizon's (%d)."
                                .formatted(item.item(), horizonDays));
            }
        }
    }

    public double capacityPerDay(PlannedItem item) {
        return pools.get(item.rules().capacityPool()).unitsPerDay();
    }

    public StoragePlace place(PlannedItem item) {
        return places.get(item.place());
    }

    /** Why the terms of some item can never be met, if that is so. */
    public Optional<String> impossibleTerms() {
        return items.stream()
                .filter(this::isImpossible)
                .findFirst()
                .map(
                        item ->
                                "the smallest order (%d) of item %s is above the largest possible (%d) under %s"
                                        .formatted(
                                                item.rules().smallestOrder(),
                                                item.item(),
                                                item.rules().largestOrder(capacityPerDay(item)),
                                                item.terms()));
    }

    private boolean isImpossible(PlannedItem item) {
        return item.rules().smallestOrder() > item.rules().largestOrder(capacityPerDay(item));
    }
}
