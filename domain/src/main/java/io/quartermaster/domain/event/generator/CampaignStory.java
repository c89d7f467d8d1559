package io.quartermaster.domain.event.generator;

import io.quartermaster.domain.event.Campaign;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The campaigns that the marketplace runs with its brands. What a campaign adds is drawn from a
 * stream of its own and comes on top: whatever else is wanted is the same with and without it.
 */
final class CampaignStory {

    private static final String SOURCE = "marketing";
    private static final int CORRECTED_DAYS_BEFORE = 2;
    private static final int LONGER_DAYS = 3;

    private final MarketplaceOptions options;
    private final Map<SkuProfile, DemandModel> models;
    private final List<CampaignPlan> plans = new ArrayList<>();
    private final Map<CampaignPlan, long[]> truth = new LinkedHashMap<>();

    CampaignStory(
            MarketplaceOptions options,
            List<BrandProfile> brands,
            Map<SkuProfile, DemandModel> models) {
        this.options = options;
        this.models = models;
        for (BrandProfile brand : brands) {
            List<SkuProfile> skus =
                    models.keySet().stream().filter(sku -> sku.brand().equals(brand)).toList();
            plans.addAll(CampaignPlan.of(options, brand, skus));
        }
    }

    /** Reports every campaign, and its correction where it has one. */
    void tell(EventLog log) {
        for (CampaignPlan plan : plans) {
            int last = plan.to() - 1;
            if (plan.shortened()) {
                log.add(event(log, plan, 1, plan.announced(), last + LONGER_DAYS));
                log.add(event(log, plan, 2, plan.from() - CORRECTED_DAYS_BEFORE, last));
            } else {
                log.add(event(log, plan, 1, plan.announced(), last));
            }
        }
    }

    /** Units wanted for a campaign's sake on each day. */
    int[] units(SkuProfile sku, int place, int[] base) {
        int[] units = new int[options.days()];
        for (CampaignPlan plan : plans) {
            if (plan.isFor(sku, place)) {
                Draws draws = Draws.of(options.seed(), plan.name(), sku.item(), place);
                long[] sums = truth.computeIfAbsent(plan, any -> new long[2]);
                for (int day = plan.from(); day < plan.to(); day++) {
                    double mean = models.get(sku).mean(place, day) * plan.lift();
                    int drawn = draws.negativeBinomial(mean, sku.size());
                    units[day] += drawn;
                    sums[0] += base[day];
                    sums[1] += drawn;
                }
            }
        }
        return units;
    }

    /** Units that are expected of a campaign that starts on a day, 0 if none does. */
    double expected(SkuProfile sku, int place, int startDay) {
        double units = 0;
        for (CampaignPlan plan : plans) {
            if (plan.from() == startDay && plan.isFor(sku, place)) {
                for (int day = plan.from(); day < plan.to(); day++) {
                    units += models.get(sku).mean(place, day) * plan.lift();
                }
            }
        }
        return units;
    }

    /** Share that campaigns take off the price of an item at a place on a day. */
    double discount(SkuProfile sku, int place, int day) {
        double paid = 1;
        for (CampaignPlan plan : plans) {
            paid *= plan.touches(sku, place, day) ? 1 - plan.discount() : 1;
        }
        return 1 - paid;
    }

    /** What the campaigns truly did, once all units are drawn. */
    List<TrueCampaign> truth(EventLog log) {
        List<TrueCampaign> result = new ArrayList<>();
        truth.forEach(
                (plan, sums) ->
                        result.add(
                                new TrueCampaign(
                                        plan.name(),
                                        plan.brand().name(),
                                        log.date(plan.from()),
                                        log.date(plan.to() - 1),
                                        sums[0],
                                        sums[1])));
        return result;
    }

    private Campaign event(EventLog log, CampaignPlan plan, int version, int told, int lastDay) {
        return new Campaign(
                plan.name() + "-v" + version,
                log.hour(told, 10),
                SOURCE,
                plan.name(),
                plan.brand().name(),
                version,
                plan.allItems() ? "" : items(plan),
                plan.onePlace() ? Marketplace.place(0) : "",
                log.date(plan.from()),
                log.date(lastDay),
                plan.kind(),
                cost(plan),
                Marketplace.CURRENCY,
                plan.discount());
    }

    private static String items(CampaignPlan plan) {
        return String.join(" ", plan.skus().stream().map(SkuProfile::item).toList());
    }

    /** A share of the turnover that is expected without the campaign, in whole units of money. */
    private BigDecimal cost(CampaignPlan plan) {
        double turnover = 0;
        for (SkuProfile sku : plan.skus()) {
            for (int place = 0; place < options.places(); place++) {
                for (int day = plan.from(); day < plan.to(); day++) {
                    boolean touched = plan.touches(sku, place, day);
                    turnover += touched ? models.get(sku).mean(place, day) * sku.listPrice() : 0;
                }
            }
        }
        return BigDecimal.valueOf(turnover * plan.costShare()).setScale(0, RoundingMode.HALF_UP);
    }
}
