package io.quartermaster.domain.event.generator;

import io.quartermaster.domain.event.Delivery;
import io.quartermaster.domain.event.DeliveryDirection;
import io.quartermaster.domain.event.StockLevel;
import io.quartermaster.domain.event.StockLot;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;

/**
 * Stock of one item at one place under the marketplace's own simple rule: on every order day, order
 * up to recent daily sales · (lead time + review period + {@value #SAFETY_DAYS} days). It knows
 * neither season nor promotion, suppliers are late or short now and then, so it runs out now and
 * then; what is not there is not sold. For a campaign it orders what it expects, in time. Within a
 * day goods arrive first, then customers buy. Cancelled and returned goods are not put back.
 */
final class StockSimulation {

    private static final String SOURCE = "warehouse";
    private static final double SAFETY_DAYS = 2.5;
    private static final int MEMORY_DAYS = 21;
    private static final int RECEIVING_HOUR = 6;

    private final MarketplaceOptions options;
    private final SkuProfile sku;
    private final int place;
    private final DemandModel model;
    private final CampaignStory campaigns;
    private final ActionStory actions;
    private final EventLog log;
    private final Draws draws;
    private final int[] arriving;
    private final int[] extra;
    private final int[] sold;
    private long stock;
    private long onOrder;

    StockSimulation(
            MarketplaceOptions options,
            DemandModel model,
            CampaignStory campaigns,
            SkuProfile sku,
            int place,
            ActionStory actions,
            EventLog log) {
        this.options = options;
        this.sku = sku;
        this.place = place;
        this.model = model;
        this.campaigns = campaigns;
        this.actions = actions;
        this.log = log;
        this.draws = Draws.of(options.seed(), "stock", sku.item(), place);
        this.arriving = new int[options.days()];
        this.extra = new int[options.days()];
        this.sold = new int[options.days()];
    }

    /** Walks through the days; what is sold each day goes to {@code sales}. */
    void run(int[] demand, SalesStory sales) {
        BrandProfile brand = sku.brand();
        int last = Math.min(options.days(), lastDay());
        order(brand.trial(), brand.launched() - 1, firstOrder());
        orderForCampaigns();
        for (int day = brand.launched() - 1; day < last; day++) {
            receive(day);
            sell(day, demand[day], sales);
            level(day, EventLog.SECONDS_OF_DAY - 60, "end");
            reorder(day);
        }
    }

    /** First day without sales: the brand has ended, or the item is delisted. */
    private int lastDay() {
        return Math.min(sku.brand().ended(), actions.delisted(sku));
    }

    private long firstOrder() {
        BrandProfile brand = sku.brand();
        int month = Math.min(options.days(), brand.launched() + 28) - brand.launched();
        double mean = 0;
        for (int day = brand.launched(); day < brand.launched() + month; day++) {
            mean += model.mean(place, day) / month;
        }
        double days = brand.leadTimeDays() + brand.orderEveryDays() + 2 * SAFETY_DAYS;
        return packs(Math.max(2, mean * days));
    }

    /** Arrives on the eve of the campaign, whole and in time. */
    private void orderForCampaigns() {
        for (int start = 1; start < options.days(); start++) {
            double units = campaigns.expected(sku, place, start);
            int day = start - 1 - sku.brand().leadTimeDays();
            if (units > 0 && day > 0) {
                long ordered = packs(units);
                extra[start - 1] += (int) ordered;
                report(id("campaign-po", day), start - 1, start - 1, ordered, ordered, day);
            }
        }
    }

    private void receive(int day) {
        if (arriving[day] + extra[day] == 0) {
            return;
        }
        stock += arriving[day] + extra[day];
        onOrder -= arriving[day];
        level(day, RECEIVING_HOUR * 3600 + 300, "in");
    }

    private void sell(int day, int wanted, SalesStory sales) {
        sold[day] = (int) Math.min(wanted, stock);
        if (sold[day] == 0) {
            return;
        }
        stock -= sold[day];
        Instant lastSale = sales.sell(sku, place, day, sold[day]);
        if (stock == 0) {
            log.add(
                    new StockLevel(
                            id("stock", day) + "-out", lastSale, SOURCE, sku.item(), name(), 0));
        }
    }

    private void reorder(int day) {
        BrandProfile brand = sku.brand();
        boolean lastOrders = day + brand.leadTimeDays() >= lastDay() - 1;
        if (day % brand.orderEveryDays() != 0 || lastOrders) {
            return;
        }
        double safety = SAFETY_DAYS + actions.moreSafetyDays(brand, day);
        double span = brand.leadTimeDays() + brand.orderEveryDays() + safety;
        double target = recentSales(day) * span;
        if (stock + onOrder < target) {
            order(day, day + brand.leadTimeDays(), packs(target - stock - onOrder));
        }
    }

    /** Places an order and, since the future is known here, reports its arrival. */
    private void order(int day, int promised, long units) {
        BrandProfile brand = sku.brand();
        double unreliable = 1 - brand.supply();
        boolean firstOrder = promised == brand.launched() - 1;
        boolean late = draws.chance(0.03 + 0.35 * unreliable) && !firstOrder;
        boolean isShort = draws.chance(0.02 + 0.25 * unreliable) && !firstOrder;
        int arrival = promised + (late ? 1 + draws.below(6) : 0);
        long delivered = isShort ? (long) Math.floor(units * draws.between(0.5, 0.95)) : units;
        onOrder += delivered;
        if (arrival < options.days()) {
            arriving[arrival] += (int) delivered;
        }
        report(id("po", day), promised, arrival, units, delivered, day);
    }

    private void report(
            String order, int promised, int arrival, long units, long delivered, int day) {
        Instant arrived = log.hour(arrival, RECEIVING_HOUR);
        log.add(
                new Delivery(
                        "in-" + order,
                        arrived,
                        SOURCE,
                        DeliveryDirection.INBOUND,
                        order,
                        sku.item(),
                        name(),
                        sku.brand().supplier(),
                        "",
                        units,
                        delivered,
                        log.hour(promised, 18),
                        arrived));
        if (delivered > 0) {
            lot(order.replace("po-", "lot-"), day, arrival, delivered, arrived);
        }
    }

    private void lot(String lot, int day, int arrival, long units, Instant arrived) {
        int shelfLife = sku.brand().category().shelfLifeDays();
        BigDecimal factor = BrandStory.costFactor(day >= sku.brand().contracted() ? 2 : 1);
        BigDecimal cost =
                CatalogueStory.unitCost(sku).multiply(factor).setScale(2, RoundingMode.HALF_UP);
        log.add(
                new StockLot(
                        lot,
                        arrived,
                        SOURCE,
                        sku.item(),
                        name(),
                        lot,
                        units,
                        cost,
                        Marketplace.CURRENCY,
                        shelfLife == 0 ? null : log.date(arrival + shelfLife),
                        1));
    }

    private void level(int day, int second, String when) {
        String id = id("stock", day) + "-" + when;
        log.add(new StockLevel(id, log.at(day, second), SOURCE, sku.item(), name(), stock));
    }

    private double recentSales(int day) {
        int from = Math.max(sku.brand().launched(), day - MEMORY_DAYS + 1);
        int days = day - from + 1;
        if (days < 7) {
            return model.mean(place, Math.max(day, sku.brand().launched()));
        }
        double sum = 0;
        for (int i = from; i <= day; i++) {
            sum += sold[i];
        }
        return Math.max(sum / days, 0.05);
    }

    private long packs(double units) {
        int pack = sku.brand().packUnits();
        return Math.max(2, (long) Math.ceil(units / pack)) * pack;
    }

    private String id(String what, int day) {
        return sku.id(what, place, day);
    }

    private String name() {
        return Marketplace.place(place);
    }
}
