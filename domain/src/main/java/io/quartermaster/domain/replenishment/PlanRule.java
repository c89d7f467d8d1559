package io.quartermaster.domain.replenishment;

import io.quartermaster.domain.event.PriceTiers;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * The rules of a plan that can be switched off, to see what they cost or to plan for one who does
 * not have them.
 */
public enum PlanRule {
    /** Orders go out on the supplier's days only; lifted, on every day. */
    ORDER_CALENDAR,
    /** Orders are whole packs. */
    PACKS,
    /** The smallest order. */
    MINIMUM_ORDER,
    /** The largest order. */
    LARGEST_ORDER,
    /** What an order line costs. */
    ORDER_COST,
    /** Prices by the size of an order; lifted, the price of one unit holds. */
    PRICE_BREAKS,
    /** Days from order to arrival; lifted, orders arrive at once. */
    LEAD_TIME,
    /** What a supplier delivers of a day's orders. */
    SUPPLIER_CAPACITY,
    /** What a place holds. */
    VOLUME_CAPACITY,
    /** Places supply each other; lifted, nothing is moved. */
    TRANSSHIPMENT,
    /** Money of a day's orders. */
    BUDGET,
    /** Money tied to a brand. */
    EXPOSURE,
    /** The largest stock of an item. */
    LARGEST_STOCK,
    /** How long a unit keeps. */
    SHELF_LIFE,
    /** Unmet demand waits; lifted, it is lost. */
    BACKORDERS,
    /** Units kept for more demand than expected. */
    SAFETY_STOCK,
    /** What is aimed at for the horizon's end. */
    END_STOCK,
    /** Orders that are under way; lifted, they do not come. */
    OPEN_ORDERS;

    /** Lower-case name. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The rule of a name.
     *
     * @throws IllegalArgumentException with the names that there are
     */
    public static PlanRule of(String label) {
        return Arrays.stream(values())
                .filter(rule -> rule.label().equals(label.strip()))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "There is no rule (%s).\nMaybe one of %s."
                                                .formatted(
                                                        label,
                                                        Arrays.stream(values())
                                                                .map(PlanRule::label)
                                                                .toList())));
    }

    /** The problem without some rules. */
    public static ReplenishmentProblem without(ReplenishmentProblem problem, Set<PlanRule> rules) {
        ReplenishmentProblem lifted = problem;
        for (PlanRule rule : values()) {
            lifted = rules.contains(rule) ? rule.lift(lifted) : lifted;
        }
        return lifted;
    }

    private ReplenishmentProblem lift(ReplenishmentProblem problem) {
        return switch (this) {
            case ORDER_CALENDAR, PACKS, MINIMUM_ORDER, LARGEST_ORDER, PRICE_BREAKS, LEAD_TIME ->
                    items(problem, item -> item.withRules(this::lift));
            case ORDER_COST -> items(problem, PlanRule::withoutOrderCost);
            case SUPPLIER_CAPACITY -> withoutCapacity(problem);
            case VOLUME_CAPACITY -> withoutVolume(problem);
            case TRANSSHIPMENT -> problem.withRoutes(List.of());
            case BUDGET, EXPOSURE -> withoutMoney(problem, label());
            case BACKORDERS -> items(problem, PlanRule::withoutBackorders);
            case LARGEST_STOCK, SHELF_LIFE, SAFETY_STOCK, END_STOCK, OPEN_ORDERS ->
                    items(problem, this::lift);
        };
    }

    private OrderRules lift(OrderRules of) {
        return switch (this) {
            case PACKS -> copy(of, of.leadTimeDays(), 1, of.minUnits(), of.maxUnits(), of.prices());
            case MINIMUM_ORDER ->
                    copy(of, of.leadTimeDays(), of.packUnits(), 0, of.maxUnits(), of.prices());
            case LARGEST_ORDER ->
                    copy(
                            of,
                            of.leadTimeDays(),
                            of.packUnits(),
                            of.minUnits(),
                            Long.MAX_VALUE,
                            of.prices());
            case PRICE_BREAKS ->
                    copy(
                            of,
                            of.leadTimeDays(),
                            of.packUnits(),
                            of.minUnits(),
                            of.maxUnits(),
                            PriceTiers.FLAT.times(of.prices().share(1)));
            case LEAD_TIME ->
                    copy(of, 0, of.packUnits(), of.minUnits(), of.maxUnits(), of.prices());
            default -> everyDay(of);
        };
    }

    private PlannedItem lift(PlannedItem item) {
        return item.changed(
                item.costs(),
                this == OPEN_ORDERS ? new double[item.demand().length] : item.arriving(),
                this == SAFETY_STOCK ? SafetyStock.NONE : item.safetyStock(),
                this == END_STOCK ? 0 : item.endStock(),
                this == LARGEST_STOCK ? Double.POSITIVE_INFINITY : item.maxStock(),
                this == SHELF_LIFE ? 0 : item.shelfLifeDays());
    }

    private static ReplenishmentProblem items(
            ReplenishmentProblem problem, UnaryOperator<PlannedItem> change) {
        return problem.withItems(problem.items().stream().map(change).toList());
    }

    private static OrderRules copy(
            OrderRules of, int lead, long pack, long min, long max, PriceTiers prices) {
        return new OrderRules(lead, pack, min, max, of.orderDays(), of.capacityPool(), prices);
    }

    private static OrderRules everyDay(OrderRules of) {
        boolean[] days = new boolean[of.orderDays().length];
        Arrays.fill(days, true);
        return new OrderRules(
                of.leadTimeDays(),
                of.packUnits(),
                of.minUnits(),
                of.maxUnits(),
                days,
                of.capacityPool(),
                of.prices());
    }

    private static PlannedItem withoutOrderCost(PlannedItem item) {
        return item.with(item.costs().withOrder(0)).withoutOrderCosts();
    }

    private static PlannedItem withoutBackorders(PlannedItem item) {
        ItemCosts costs = item.costs();
        return item.with(
                new ItemCosts(
                        costs.unit(),
                        costs.order(),
                        costs.holdingPerDay(),
                        costs.lostSale(),
                        costs.safetyShortfall(),
                        costs.endShortfall()));
    }

    private static ReplenishmentProblem withoutCapacity(ReplenishmentProblem problem) {
        List<CapacityPool> pools =
                problem.pools().stream()
                        .map(pool -> new CapacityPool(pool.name(), Double.POSITIVE_INFINITY))
                        .toList();
        return problem.withPools(pools);
    }

    private static ReplenishmentProblem withoutVolume(ReplenishmentProblem problem) {
        List<StoragePlace> places =
                problem.places().stream()
                        .map(place -> new StoragePlace(place.name(), Double.POSITIVE_INFINITY))
                        .toList();
        return problem.withPlaces(places);
    }

    private static ReplenishmentProblem withoutMoney(ReplenishmentProblem problem, String rule) {
        return problem.withMoney(
                problem.money().stream().filter(limit -> !limit.rule().equals(rule)).toList());
    }
}
