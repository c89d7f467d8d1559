package io.quartermaster.domain.replenishment;

import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How a brand's items may be ordered on each day of a plan: by the terms that hold on that day, so
 * that a version that starts or ends within the horizon binds exactly its own days.
 *
 * @param byDay one per day; empty where one version binds every day that takes orders
 * @param first of the first day
 * @param last of the last day
 */
record DayRules(List<PlannedItem.BoundRules> byDay, OrderRules first, OrderRules last) {

    /**
     * The rules of the days from the plan day on.
     *
     * @param terms what holds on each day
     * @param base the terms whose cost factor the item's unit cost has; others' prices are shares
     *     of it
     */
    static DayRules of(
            String supplier,
            LocalDate planDay,
            List<BindingTerms> terms,
            BindingTerms base,
            LocalDate firstOrderDay,
            OrderPools pools) {
        Map<Bound, boolean[]> orderDays = new LinkedHashMap<>();
        List<Bound> bounds = new ArrayList<>();
        for (int day = 0; day < terms.size(); day++) {
            Bound bound = bound(terms.get(day), planDay.plusDays(day), base);
            bounds.add(bound);
            boolean[] days = orderDays.computeIfAbsent(bound, any -> new boolean[terms.size()]);
            days[day] = bound.takesOrders(planDay.plusDays(day), firstOrderDay);
        }
        Map<Bound, OrderRules> rules = new LinkedHashMap<>();
        orderDays.forEach(
                (bound, days) -> {
                    int from = bounds.indexOf(bound);
                    rules.put(
                            bound,
                            bound.rules(supplier, planDay.plusDays(from), base, days, pools));
                });
        return of(terms, bounds, rules);
    }

    private static DayRules of(
            List<BindingTerms> terms, List<Bound> bounds, Map<Bound, OrderRules> rules) {
        List<PlannedItem.BoundRules> byDay = new ArrayList<>();
        for (int day = 0; day < bounds.size(); day++) {
            byDay.add(
                    new PlannedItem.BoundRules(rules.get(bounds.get(day)), terms.get(day).words()));
        }
        OrderRules first = byDay.get(0).rules();
        OrderRules last = byDay.get(byDay.size() - 1).rules();
        boolean one =
                rules.size() == 1
                        && (terms.get(0).orders()
                                || terms.stream().noneMatch(BindingTerms::orders));
        return new DayRules(one ? List.of() : byDay, first, last);
    }

    /** Days without any terms take no orders: the rules of the base stand for them. */
    private static Bound bound(BindingTerms terms, LocalDate day, BindingTerms base) {
        return terms.orders()
                ? new Bound(terms, terms.capacityOn(day))
                : new Bound(base, base.capacityPerDay());
    }

    /**
     * Terms at one capacity.
     *
     * @param terms the terms
     * @param capacity units of a day's orders
     */
    private record Bound(BindingTerms terms, double capacity) {

        /** Whether a day takes orders; none while production is too small for the smallest. */
        boolean takesOrders(LocalDate day, LocalDate firstOrderDay) {
            boolean tooSmall = capacity < terms.capacityPerDay() && capacity < smallestOrder();
            return terms.isOrderDay(day, firstOrderDay) && !tooSmall;
        }

        private long smallestOrder() {
            return -Math.floorDiv(-Math.max(1, terms.minOrderUnits()), terms.packUnits())
                    * terms.packUnits();
        }

        OrderRules rules(
                String supplier,
                LocalDate from,
                BindingTerms base,
                boolean[] orderDays,
                OrderPools pools) {
            String pool = terms.pool().isEmpty() ? supplier : supplier + "/" + terms.pool();
            double factor =
                    terms.costFactor()
                            .divide(base.costFactor(), MathContext.DECIMAL64)
                            .doubleValue();
            return new OrderRules(
                    terms.leadTimeDays(),
                    terms.packUnits(),
                    terms.minOrderUnits(),
                    Long.MAX_VALUE,
                    orderDays,
                    pools.index(pool, capacity, from),
                    terms.prices().times(factor));
        }
    }
}
