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
 * @param money what orders may cost together
 * @param routes ways between places on which items can be moved
 */
public record ReplenishmentProblem(
        int horizonDays,
        List<PlannedItem> items,
        List<CapacityPool> pools,
        List<StoragePlace> places,
        List<MoneyLimit> money,
        List<TransferRoute> routes) {

    private static final double TOLERANCE = 1e-6;

    /** A problem whose orders may cost anything. */
    public ReplenishmentProblem(
            int horizonDays,
            List<PlannedItem> items,
            List<CapacityPool> pools,
            List<StoragePlace> places) {
        this(horizonDays, items, pools, places, List.of(), List.of());
    }

    /** A problem whose places do not supply each other. */
    public ReplenishmentProblem(
            int horizonDays,
            List<PlannedItem> items,
            List<CapacityPool> pools,
            List<StoragePlace> places,
            List<MoneyLimit> money) {
        this(horizonDays, items, pools, places, money, List.of());
    }

    public ReplenishmentProblem {
        items = List.copyOf(items);
        pools = List.copyOf(pools);
        places = List.copyOf(places);
        money = List.copyOf(money);
        routes = List.copyOf(routes);
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

    /** The same problem with other items. */
    public ReplenishmentProblem withItems(List<PlannedItem> others) {
        return new ReplenishmentProblem(horizonDays, others, pools, places, money, routes);
    }

    /** The same problem with other capacities. */
    public ReplenishmentProblem withPools(List<CapacityPool> others) {
        return new ReplenishmentProblem(horizonDays, items, others, places, money, routes);
    }

    /** The same problem with other limits of money. */
    public ReplenishmentProblem withMoney(List<MoneyLimit> others) {
        return new ReplenishmentProblem(horizonDays, items, pools, places, others, routes);
    }

    /** The same problem with other ways between places. */
    public ReplenishmentProblem withRoutes(List<TransferRoute> others) {
        return new ReplenishmentProblem(horizonDays, items, pools, places, money, others);
    }

    /** The same problem with other places. */
    public ReplenishmentProblem withPlaces(List<StoragePlace> others) {
        return new ReplenishmentProblem(horizonDays, items, pools, others, money, routes);
    }

    /** Units that the orders of a slot's pool may have on its day. */
    public double capacityPerDay(PlannedItem item, int slot) {
        return capacityPerDay(item.rules(slot));
    }

    private double capacityPerDay(OrderRules rules) {
        return pools.get(rules.capacityPool()).unitsPerDay();
    }

    /** Whose capacity an order of a slot uses. */
    public String supplier(PlannedItem item, int slot) {
        return pools.get(item.rules(slot).capacityPool()).name();
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

    /** The same problem without the orders whose terms can never be met. */
    public ReplenishmentProblem withoutImpossibleTerms() {
        return withItems(
                items.stream()
                        .map(
                                item ->
                                        item.withRules(
                                                of -> isImpossible(of) ? of.withoutOrders() : of))
                        .toList());
    }

    /** Why stock that is there or on its way keeps no rule, whatever is ordered, if that is so. */
    public Optional<String> impossibleStock() {
        double[][] volume = new double[places.size()][horizonDays];
        for (PlannedItem item : items) {
            double[] stock = StockPath.of(item, new long[item.slots()]).stock();
            for (int day = 0; day < horizonDays; day++) {
                if (stock[day] > item.maxStock() + TOLERANCE) {
                    return Optional.of(
                            "stock of item %s at %s that is there or on its way (%s on day %d) is above its largest stock (%s)"
                                    .formatted(
                                            item.item(),
                                            place(item).name(),
                                            stock[day],
                                            day,
                                            item.maxStock()));
                }
                volume[item.place()][day] += stock[day] * item.unitVolume();
            }
        }
        return IntStream.range(0, volume.length)
                .boxed()
                .flatMap(place -> tooFull(places.get(place), volume[place]).stream())
                .findFirst();
    }

    private static Optional<String> tooFull(StoragePlace place, double[] volume) {
        return IntStream.range(0, volume.length)
                .filter(day -> volume[day] > place.volumeCapacity() + TOLERANCE)
                .mapToObj(
                        day ->
                                "stock at %s that is there or on its way (volume %s on day %d) is above its volume (%s)"
                                        .formatted(
                                                place.name(),
                                                volume[day],
                                                day,
                                                place.volumeCapacity()))
                .findFirst();
    }

    private static Stream<PlannedItem.BoundRules> bound(PlannedItem item) {
        if (IntStream.range(0, item.slots()).noneMatch(item::canOrder)) {
            return Stream.empty();
        }
        if (item.byDay().isEmpty()) {
            return Stream.of(new PlannedItem.BoundRules(item.rules(), item.terms()));
        }
        return IntStream.range(0, item.byDay().size())
                .filter(item::canOrder)
                .mapToObj(item.byDay()::get);
    }

    /** Whether the linear programme knows all of its rules. */
    public boolean isLinear() {
        return money.isEmpty()
                && routes.isEmpty()
                && items.stream().noneMatch(item -> item.costs().backorders());
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
        return isImpossible(bound.rules());
    }

    private boolean isImpossible(OrderRules rules) {
        return rules.smallestOrder() > rules.largestOrder(capacityPerDay(rules));
    }
}
