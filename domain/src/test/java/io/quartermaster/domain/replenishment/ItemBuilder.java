package io.quartermaster.domain.replenishment;

import java.util.Arrays;
import java.util.List;

/** Builds planned items and problems of one supplier and one place. */
final class ItemBuilder {

    private final String item;
    private final double[] demand;
    private final double[] arriving;
    private final boolean[] orderDays;
    private double onHand;
    private int leadTimeDays;
    private long pack = 1;
    private long minUnits;
    private long maxUnits = Long.MAX_VALUE;
    private double maxStock = Double.POSITIVE_INFINITY;
    private double volume;
    private double endStock;
    private SafetyStock safety = SafetyStock.NONE;
    private ItemCosts costs = new ItemCosts(2, 0, 0.1, 10, 1, 3);

    private ItemBuilder(String item, double... demand) {
        this.item = item;
        this.demand = demand;
        this.arriving = new double[demand.length];
        this.orderDays = new boolean[demand.length];
        Arrays.fill(orderDays, true);
    }

    static ItemBuilder item(String item, double... demand) {
        return new ItemBuilder(item, demand);
    }

    ItemBuilder onHand(double units) {
        onHand = units;
        return this;
    }

    ItemBuilder arriving(int day, double units) {
        arriving[day] = units;
        return this;
    }

    ItemBuilder leadTimeDays(int days) {
        leadTimeDays = days;
        return this;
    }

    ItemBuilder pack(long units) {
        pack = units;
        return this;
    }

    ItemBuilder minUnits(long units) {
        minUnits = units;
        return this;
    }

    ItemBuilder maxUnits(long units) {
        maxUnits = units;
        return this;
    }

    ItemBuilder maxStock(double units) {
        maxStock = units;
        return this;
    }

    ItemBuilder volume(double ofUnit) {
        volume = ofUnit;
        return this;
    }

    ItemBuilder endStock(double units) {
        endStock = units;
        return this;
    }

    ItemBuilder safetyStock(double units) {
        safety = new SafetyStock(units, leadTimeDays + 1, 0.9);
        return this;
    }

    ItemBuilder costs(ItemCosts costs) {
        this.costs = costs;
        return this;
    }

    ItemBuilder orderDays(int... days) {
        Arrays.fill(orderDays, false);
        for (int day : days) {
            orderDays[day] = true;
        }
        return this;
    }

    PlannedItem build() {
        return new PlannedItem(
                item,
                0,
                costs,
                new OrderRules(leadTimeDays, pack, minUnits, maxUnits, orderDays, 0),
                onHand,
                arriving,
                demand,
                safety,
                endStock,
                maxStock,
                volume,
                "terms version 1");
    }

    static ReplenishmentProblem problem(
            double capacityPerDay, double volumeCapacity, ItemBuilder... items) {
        List<PlannedItem> built = Arrays.stream(items).map(ItemBuilder::build).toList();
        return new ReplenishmentProblem(
                built.get(0).demand().length,
                built,
                List.of(new CapacityPool("S", capacityPerDay)),
                List.of(new StoragePlace("main", volumeCapacity)));
    }

    static ReplenishmentProblem problem(ItemBuilder... items) {
        return problem(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, items);
    }
}
