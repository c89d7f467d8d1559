package io.quartermaster.pipelines.replenishment;

import io.quartermaster.domain.event.generator.GeneratedItem;
import io.quartermaster.domain.event.generator.Marketplace;
import io.quartermaster.domain.event.generator.MarketplaceOptions;
import io.quartermaster.domain.replenishment.backtest.BacktestHistory;
import io.quartermaster.domain.replenishment.backtest.BacktestItem;
import io.quartermaster.domain.replenishment.backtest.BacktestSupplier;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * Histories to replay. The demand and what the source tells of terms is taken; the rest is assumed
 * so that shared rules bind: suppliers take orders daily or weekly by turns of two, and a supplier
 * holds per order day 0.7 to 0.95 (every other one) or 1.0 to 1.4 times the load that its items had
 * in the days before the replay.
 *
 * @param days of the demand
 * @param replayed days at its end
 * @param seed of the capacities
 * @param items what is known of each
 */
public record BacktestInput(int days, int replayed, long seed, List<Item> items) {

    /** Days of a generated marketplace. */
    private static final int GENERATED_DAYS = 420;

    private static final int WEEK = 7;

    /** Units a day from which packs are four times as large. */
    private static final double FAST = 2;

    /**
     * An item.
     *
     * @param item its name
     * @param supplier who delivers
     * @param unitCost money
     * @param pack units
     * @param leadTimeDays days
     * @param demand units wanted on each day
     */
    record Item(
            String item,
            String supplier,
            double unitCost,
            long pack,
            int leadTimeDays,
            int[] demand) {}

    /**
     * What decisions cost.
     *
     * @param ratio what a lost unit costs beyond its unit cost, in holding costs of a unit and day
     * @param holdingRate holding cost of a day as a share of the unit cost
     * @param orderCost money per order of an item
     */
    public record Costs(double ratio, double holdingRate, double orderCost) {
        public Costs {
            if (!(ratio > 0 && holdingRate > 0 && orderCost >= 0)
                    || Double.isInfinite(ratio * holdingRate + orderCost)) {
                throw new IllegalArgumentException(
                        "The ratio of stock-out to holding cost (%s) and the holding rate (%s) must be above 0, the order cost (%s) 0 or more.\nMaybe --ratios 50,100,200 --holding-rate 0.02 --order-cost 5."
                                .formatted(ratio, holdingRate, orderCost));
            }
        }
    }

    public BacktestInput {
        items = List.copyOf(items);
        if (replayed < WEEK || 2 * replayed + 4 * WEEK > days) {
            throw new IllegalArgumentException(
                    "The days replayed (%d of %d) must be 7 or more, and leave as many before them for tuning and 28 to learn from.\nMaybe --days %d."
                            .formatted(replayed, days, Math.max(WEEK, (days - 4 * WEEK) / 2)));
        }
        if (items.isEmpty()) {
            throw new IllegalArgumentException(
                    "No item sold in the days before the replay.\nMaybe replay fewer days.");
        }
    }

    /**
     * The generated marketplace with its own suppliers, lead times and packs, 420 days long. Items
     * that sold nothing before the replay are left out: of them nobody knows anything, nor what
     * load their supplier should carry.
     */
    public static BacktestInput marketplace(int skus, long seed, int replayed) {
        MarketplaceOptions defaults = MarketplaceOptions.defaults();
        MarketplaceOptions options =
                defaults.withSize(defaults.brands(), skus, GENERATED_DAYS).withSeed(seed);
        List<Item> items = new ArrayList<>();
        for (GeneratedItem item : Marketplace.items(options)) {
            if (mean(item.units(), 0, GENERATED_DAYS - Math.max(0, replayed)) == 0) {
                continue;
            }
            boolean fast = mean(item.units(), 0, GENERATED_DAYS) >= FAST;
            items.add(
                    new Item(
                            item.item(),
                            item.supplier(),
                            item.unitCost(),
                            fast ? 4L * item.packUnits() : item.packUnits(),
                            item.leadTimeDays(),
                            item.units()));
        }
        return new BacktestInput(GENERATED_DAYS, replayed, seed, items);
    }

    /** The best-selling items of the Online Retail file, with assumed terms. */
    public static BacktestInput retail(Path file, int skus, int replayed) throws IOException {
        return RetailDemand.read(file, skus, replayed);
    }

    /** Items and suppliers at these costs. */
    public BacktestHistory history(Costs costs) {
        Map<String, Integer> numbers = new TreeMap<>();
        items.forEach(item -> numbers.put(item.supplier(), 0));
        int next = 0;
        for (Map.Entry<String, Integer> number : numbers.entrySet()) {
            number.setValue(next++);
        }
        List<BacktestItem> priced = new ArrayList<>();
        for (Item item : items) {
            double holding = costs.holdingRate() * item.unitCost();
            priced.add(
                    new BacktestItem(
                            item.item(),
                            numbers.get(item.supplier()),
                            item.unitCost(),
                            costs.orderCost(),
                            holding,
                            item.unitCost() + costs.ratio() * holding,
                            item.pack(),
                            item.leadTimeDays(),
                            item.demand()));
        }
        return new BacktestHistory(priced, suppliers(numbers), days);
    }

    private List<BacktestSupplier> suppliers(Map<String, Integer> numbers) {
        SplittableRandom random = new SplittableRandom(seed);
        List<BacktestSupplier> suppliers = new ArrayList<>();
        numbers.forEach(
                (name, number) -> {
                    int every = number / 2 % 2 == 0 ? WEEK : 1;
                    double share =
                            number % 2 == 0
                                    ? 0.7 + 0.25 * random.nextDouble()
                                    : 1 + 0.4 * random.nextDouble();
                    suppliers.add(
                            new BacktestSupplier(
                                    name, Math.ceil(load(name) * every * share), every));
                });
        return suppliers;
    }

    /** Units a day of a supplier's items in the days before the replay. */
    private double load(String supplier) {
        return items.stream()
                .filter(item -> item.supplier().equals(supplier))
                .mapToDouble(item -> mean(item.demand(), days - 2 * replayed, days - replayed))
                .sum();
    }

    static double mean(int[] units, int from, int to) {
        return Arrays.stream(units, from, to).average().orElse(0);
    }
}
