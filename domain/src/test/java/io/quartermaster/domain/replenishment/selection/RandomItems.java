package io.quartermaster.domain.replenishment.selection;

import io.quartermaster.domain.event.PriceTiers;
import io.quartermaster.domain.replenishment.CapacityPool;
import io.quartermaster.domain.replenishment.ItemCosts;
import io.quartermaster.domain.replenishment.KeptOrders;
import io.quartermaster.domain.replenishment.MoneyLimit;
import io.quartermaster.domain.replenishment.OrderRules;
import io.quartermaster.domain.replenishment.PlannedItem;
import io.quartermaster.domain.replenishment.ReplenishmentProblem;
import io.quartermaster.domain.replenishment.SafetyStock;
import io.quartermaster.domain.replenishment.StoragePlace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;

/** Small items and problems by chance, with every rule that an item can have. */
final class RandomItems {

    private final Random random;
    private final int days;

    RandomItems(long seed, int days) {
        this.random = new Random(seed);
        this.days = days;
    }

    /** An item whose rules may differ by day; 5 days of small demand, whole or not. */
    PlannedItem item(String name, double volume) {
        return item(name, 0, volume);
    }

    /** The same at a place. */
    PlannedItem item(String name, int place, double volume) {
        double[] demand = new double[days];
        double[] arriving = new double[days];
        boolean[] orderDays = new boolean[days];
        boolean whole = random.nextBoolean();
        for (int day = 0; day < days; day++) {
            demand[day] = whole ? random.nextInt(6) : random.nextInt(500) / 100.0;
            arriving[day] = random.nextInt(5) == 0 ? random.nextInt(4) : 0;
            orderDays[day] = random.nextInt(4) > 0;
        }
        PriceTiers tiers =
                random.nextInt(3) == 0
                        ? new PriceTiers(new long[] {5}, new double[] {0.7})
                        : PriceTiers.FLAT;
        long max = random.nextBoolean() ? 6 : Long.MAX_VALUE;
        OrderRules rules = rules(max, orderDays, tiers);
        List<PlannedItem.BoundRules> byDay = new ArrayList<>();
        int offers = random.nextInt(3) == 0 ? 1 : random.nextInt(4) == 0 ? 2 : 0;
        for (int slot = 0; slot < offers * days; slot++) {
            OptionalDouble orderCost =
                    slot < days ? OptionalDouble.empty() : OptionalDouble.of(random.nextDouble());
            byDay.add(new PlannedItem.BoundRules(rules(max, orderDays, tiers), "", orderCost));
        }
        double safety = random.nextInt(3) == 0 ? 2 : 0;
        double end = random.nextInt(3) == 0 ? 3 : 0;
        return new PlannedItem(
                name,
                place,
                new ItemCosts(
                        1 + random.nextDouble(),
                        3 * random.nextDouble(),
                        0.3 * random.nextDouble(),
                        1 + 4 * random.nextDouble(),
                        safety > 0 ? random.nextDouble() : 0,
                        end > 0 ? 2 * random.nextDouble() : 0,
                        random.nextInt(4) == 0 ? random.nextDouble() : Double.POSITIVE_INFINITY),
                rules,
                random.nextInt(5),
                arriving,
                demand,
                new SafetyStock(safety, 1, 0.9),
                end,
                Double.POSITIVE_INFINITY,
                volume,
                "",
                byDay,
                random.nextInt(4) == 0 ? 1 + random.nextInt(3) : 0);
    }

    /** The same item with a last plan, of some days, whose orders may not be possible now. */
    PlannedItem keeping(PlannedItem item) {
        long[] last = new long[Math.max(1, random.nextInt(item.slots() + 1))];
        for (int slot = 0; slot < last.length; slot++) {
            long packs = 1L + random.nextInt(3);
            long units =
                    random.nextInt(5) == 0
                            ? random.nextInt(6)
                            : packs * item.rules(slot).packUnits();
            last[slot] = random.nextInt(3) == 0 ? KeptOrders.FREE : random.nextInt(3) * units / 2;
        }
        return item.keeping(new KeptOrders(last, 2 * random.nextDouble()));
    }

    private OrderRules rules(long max, boolean[] orderDays, PriceTiers tiers) {
        return new OrderRules(
                random.nextInt(3),
                1 + random.nextInt(3),
                random.nextInt(5),
                max,
                orderDays,
                0,
                tiers);
    }

    /** Prices of which some are 0. */
    Prices prices(ItemProgramme item) {
        Prices prices = Prices.none(item);
        for (int step = 0; step < prices.units().length; step++) {
            prices.units()[step] = random.nextInt(3) == 0 ? random.nextDouble() : 0;
        }
        for (int day = 0; day < days; day++) {
            prices.stock()[day] = random.nextInt(3) == 0 ? 0.3 * random.nextDouble() : 0;
        }
        return prices;
    }

    /** Room that is short on some days. */
    Room room(ItemProgramme item) {
        Room room = Room.unlimited(item);
        Arrays.fill(room.units(), random.nextInt(3) == 0 ? 5 : 12);
        for (int step = 0; step < room.units().length; step++) {
            if (random.nextInt(4) == 0) {
                room.units()[step] = random.nextInt(7);
            }
        }
        for (int day = 0; day < days; day++) {
            if (random.nextInt(5) == 0) {
                room.stock()[day] = random.nextInt(8);
            }
        }
        return room;
    }

    /** The same room in which some orders are decided. */
    Room decided(Room room) {
        Room decided = room;
        for (int step = 0; step < room.units().length; step++) {
            if (random.nextInt(3) == 0) {
                decided = decided.decided(step, random.nextInt(3) > 0);
            }
        }
        return decided;
    }

    /** Items that share a supplier whose capacity binds, and a place. */
    ReplenishmentProblem problem(
            int count, double unitsPerDay, double volume, MoneyLimit... money) {
        List<PlannedItem> items = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            items.add(item("I" + i, 1));
        }
        return new ReplenishmentProblem(
                days,
                items,
                List.of(new CapacityPool("S", unitsPerDay)),
                List.of(new StoragePlace("main", volume)),
                List.of(money));
    }
}
