package io.quartermaster.pipelines.replenishment;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.quartermaster.domain.event.PriceTiers;
import io.quartermaster.domain.replenishment.OrderRules;
import io.quartermaster.domain.replenishment.PlannedItem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The table {@code offers.csv} of a planning folder: what further suppliers ask for an item, and
 * price breaks. Rows of one item and supplier that are valid on a day are the price breaks of one
 * offer; the one with the fewest units also says order cost, pack, smallest order and lead time. A
 * row of the item's own supplier is a price break of the item's own price.
 */
final class PlanOffers {

    private final PlanTable table;
    private final int days;
    private final Map<String, Map<String, List<Offer>>> byItem = new HashMap<>();

    private record Offer(
            double fromQuantity,
            double unitCost,
            OptionalDouble orderCost,
            OptionalDouble pack,
            OptionalDouble minOrder,
            OptionalDouble leadTimeDays,
            int validFrom,
            int validTo) {

        boolean isValid(int day) {
            return validFrom <= day && day <= validTo;
        }
    }

    /**
     * Terms of a supplier as the planning folder knows them.
     *
     * @param pool index of its capacity
     * @param orderDays whether a day takes orders
     */
    record Route(int pool, boolean[] orderDays) {}

    private PlanOffers(PlanTable table, int days) {
        this.table = table;
        this.days = days;
    }

    /**
     * Reads the table, which may be missing.
     *
     * @param known refuses a row whose item or supplier is not known
     */
    static PlanOffers read(Path folder, int days, KnownNames known) {
        PlanTable table = PlanTable.optional(folder, "offers.csv", "item", "supplier", "unit_cost");
        PlanOffers offers = new PlanOffers(table, days);
        for (NamedCsvRecord row : table.rows()) {
            known.check(table, row);
            offers.byItem
                    .computeIfAbsent(table.text(row, "item"), item -> new TreeMap<>())
                    .computeIfAbsent(table.text(row, "supplier"), supplier -> new ArrayList<>())
                    .add(offers.offer(row));
        }
        return offers;
    }

    /** Refuses what is not known. */
    interface KnownNames {
        void check(PlanTable table, NamedCsvRecord row);
    }

    private Offer offer(NamedCsvRecord row) {
        int from = (int) table.whole(row, "valid_from_day", 0, 0);
        int to = (int) table.whole(row, "valid_to_day", 0, days - 1);
        if (to < from) {
            throw table.problem(
                    row, "valid_to_day", String.valueOf(to), "is before valid_from_day");
        }
        double unitCost = table.amount(row, "unit_cost");
        if (unitCost == 0) {
            throw table.problem(row, "unit_cost", "0", "must be above 0");
        }
        return new Offer(
                table.amount(row, "from_quantity", 0),
                unitCost,
                optional(row, "order_cost"),
                optionalWhole(row, "pack", 1),
                optionalWhole(row, "min_order", 0),
                optionalWhole(row, "lead_time_days", 0),
                from,
                to);
    }

    private OptionalDouble optional(NamedCsvRecord row, String column) {
        double value = table.amount(row, column, Double.NaN);
        return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    private OptionalDouble optionalWhole(NamedCsvRecord row, String column, long least) {
        long value = table.whole(row, column, least, -1);
        return value < 0 ? OptionalDouble.empty() : OptionalDouble.of((double) value);
    }

    boolean isEmpty() {
        return byItem.isEmpty();
    }

    /** Suppliers that offer an item beside its own, in order. */
    List<String> others(String item, String own) {
        return byItem.getOrDefault(item, Map.of()).keySet().stream()
                .filter(supplier -> !supplier.equals(own))
                .toList();
    }

    /**
     * What binds every slot of an item; empty where its own rules bind every day.
     *
     * @param own rules of its own supplier
     * @param ofSupplier terms of a supplier
     */
    List<PlannedItem.BoundRules> bound(
            String item,
            String ownSupplier,
            double unitCost,
            OrderRules own,
            Function<String, Route> ofSupplier) {
        Map<String, List<Offer>> offers = byItem.getOrDefault(item, Map.of());
        if (offers.isEmpty()) {
            return List.of();
        }
        List<PlannedItem.BoundRules> slots = new ArrayList<>();
        List<Offer> breaks = offers.getOrDefault(ownSupplier, List.of());
        for (int day = 0; day < days; day++) {
            slots.add(own(ownSupplier, own, valid(breaks, day), unitCost));
        }
        for (String supplier : others(item, ownSupplier)) {
            Route route = ofSupplier.apply(supplier);
            for (int day = 0; day < days; day++) {
                slots.add(other(supplier, own, valid(offers.get(supplier), day), unitCost, route));
            }
        }
        return slots;
    }

    private static List<Offer> valid(List<Offer> offers, int day) {
        return offers.stream()
                .filter(offer -> offer.isValid(day))
                .sorted(Comparator.comparingDouble(Offer::fromQuantity))
                .toList();
    }

    private static PlannedItem.BoundRules own(
            String supplier, OrderRules own, List<Offer> breaks, double unitCost) {
        String terms = "supplier " + supplier;
        if (breaks.isEmpty()) {
            return new PlannedItem.BoundRules(own, terms);
        }
        Route route = new Route(own.capacityPool(), own.orderDays());
        return bound(terms, own, breaks, 1, unitCost, route);
    }

    private PlannedItem.BoundRules other(
            String supplier, OrderRules own, List<Offer> valid, double unitCost, Route route) {
        String terms = "offer of supplier " + supplier;
        if (valid.isEmpty()) {
            OrderRules closed =
                    new OrderRules(0, 1, 0, Long.MAX_VALUE, new boolean[days], route.pool());
            return new PlannedItem.BoundRules(closed, terms);
        }
        return bound(terms, own, valid, units(valid.get(0)), unitCost, route);
    }

    private static PlannedItem.BoundRules bound(
            String terms,
            OrderRules base,
            List<Offer> valid,
            long least,
            double unitCost,
            Route route) {
        Offer first = valid.get(0);
        long minOrder = (long) first.minOrder().orElse((double) base.minUnits());
        OrderRules rules =
                new OrderRules(
                        (int) first.leadTimeDays().orElse(base.leadTimeDays()),
                        (long) first.pack().orElse((double) base.packUnits()),
                        least > 1 ? Math.max(least, minOrder) : minOrder,
                        base.maxUnits(),
                        route.orderDays(),
                        route.pool(),
                        tiers(valid, unitCost));
        return new PlannedItem.BoundRules(rules, terms, first.orderCost());
    }

    private static long units(Offer offer) {
        return Math.max(1, (long) Math.ceil(offer.fromQuantity()));
    }

    /** Unit costs as shares of the item's; the first row's holds from the first unit on. */
    private static PriceTiers tiers(List<Offer> offers, double unitCost) {
        long[] from = new long[offers.size()];
        double[] shares = new double[from.length];
        for (int i = 0; i < from.length; i++) {
            from[i] = units(offers.get(i));
            shares[i] = offers.get(i).unitCost() / unitCost;
        }
        return new PriceTiers(from, shares);
    }
}
