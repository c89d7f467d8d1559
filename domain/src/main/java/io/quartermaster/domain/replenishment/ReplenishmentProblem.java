package io.quartermaster.domain.replenishment;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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

    /** Units that the orders of an item's pool may have on a day. */
    public double capacityPerDay(PlannedItem item, int day) {
        return capacityPerDay(item.rules(day));
    }

    private double capacityPerDay(OrderRules rules) {
        return pools.get(rules.capacityPool()).unitsPerDay();
    }

    public StoragePlace place(PlannedItem item) {
        return places.get(item.place());
    }

    /** Why the terms of some item can never be met, if that is so. */
    public Optional<String> impossibleTerms() {
        return items.stream()
                .flatMap(item -> bound(item).filter(this::isImpossible).map(of -> reason(item, of)))
                .findFirst();
    }

    private static Stream<PlannedItem.BoundRules> bound(PlannedItem item) {
        if (item.byDay().isEmpty()) {
            return Stream.of(new PlannedItem.BoundRules(item.rules(), item.terms()));
        }
        return IntStream.range(0, item.byDay().size())
                .filter(item::canOrder)
                .mapToObj(item.byDay()::get);
    }

    private String reason(PlannedItem item, PlannedItem.BoundRules bound) {
        return "the smallest order (%d) of item %s is above the largest possible (%d) under %s"
                .formatted(
                        bound.rules().smallestOrder(),
                        item.item(),
                        bound.rules().largestOrder(capacityPerDay(bound.rules())),
                        bound.terms());
    }

    private boolean isImpossible(PlannedItem.BoundRules bound) {
        OrderRules rules = bound.rules();
        return rules.smallestOrder() > rules.largestOrder(capacityPerDay(rules));
    }
}
