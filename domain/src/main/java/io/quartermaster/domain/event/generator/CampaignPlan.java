package io.quartermaster.domain.event.generator;

import io.quartermaster.domain.event.CampaignKind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A campaign as it truly is. Days count from the marketplace's first.
 *
 * @param name its name
 * @param brand its brand
 * @param kind how it draws customers
 * @param announced day on which it is told of
 * @param from first day
 * @param to day after its last
 * @param lift hidden: units wanted over those wanted without it, less 1
 * @param discount share taken off the price
 * @param costShare what it costs as a share of the turnover expected without it
 * @param skus items it is for
 * @param allItems whether these are all of the brand's
 * @param onePlace whether it is for the first place only
 * @param shortened whether it was first told to last three days longer
 */
record CampaignPlan(
        String name,
        BrandProfile brand,
        CampaignKind kind,
        int announced,
        int from,
        int to,
        double lift,
        double discount,
        double costShare,
        List<SkuProfile> skus,
        boolean allItems,
        boolean onePlace,
        boolean shortened) {

    private static final int FIRST_DAY = 90;
    private static final int PERIOD_DAYS = 90;
    private static final int START_DAYS = 60;
    private static final double CHANCE = 0.4;
    private static final int NOTICE_DAYS = 7;
    private static final int BRAND_IN_TAIL = 1;

    /** The campaigns of a brand: none for those that are new, and none at all unless asked for. */
    static List<CampaignPlan> of(
            MarketplaceOptions options, BrandProfile brand, List<SkuProfile> skus) {
        List<CampaignPlan> plans = new ArrayList<>();
        if (!options.campaigns() || !brand.established() || options.tailIndex() < FIRST_DAY) {
            return plans;
        }
        int last = Math.min(options.tailIndex(), brand.ended());
        for (int period = FIRST_DAY; period < last; period += PERIOD_DAYS) {
            Draws draws = Draws.of(options.seed(), "campaign", brand.index(), period);
            boolean isRun = draws.chance(CHANCE);
            CampaignPlan plan = drawn(skus, draws, period + draws.below(START_DAYS));
            if (isRun && plan.to() <= last) {
                plans.add(plan);
            }
        }
        if (brand.index() == BRAND_IN_TAIL) {
            Draws draws = Draws.of(options.seed(), "campaign", "tail");
            CampaignPlan plan = drawn(skus, draws, options.tailIndex() + options.scaled(21));
            if (plan.to() <= options.days()) {
                plans.add(plan);
            }
        }
        return plans;
    }

    private static CampaignPlan drawn(List<SkuProfile> skus, Draws draws, int from) {
        BrandProfile brand = skus.get(0).brand();
        CampaignKind kind = CampaignKind.values()[from % CampaignKind.values().length];
        boolean isCheaper = kind == CampaignKind.DISCOUNT;
        boolean allItems = draws.chance(0.75) || skus.size() == 1;
        return new CampaignPlan(
                "campaign-%d-%03d".formatted(brand.index() + 1, from),
                brand,
                kind,
                from - NOTICE_DAYS,
                from,
                from + 7 + draws.below(8),
                draws.between(0.5, 1.3),
                isCheaper ? (10 + 5 * draws.below(3)) / 100.0 : 0,
                draws.between(0.03, 0.2),
                allItems ? List.copyOf(skus) : everySecond(skus),
                allItems,
                draws.chance(0.25),
                draws.chance(0.25));
    }

    private static List<SkuProfile> everySecond(List<SkuProfile> skus) {
        return IntStream.range(0, skus.size()).filter(i -> i % 2 == 0).mapToObj(skus::get).toList();
    }

    /** Whether it touches an item at a place on a day. */
    boolean touches(SkuProfile sku, int place, int day) {
        return day >= from && day < to && isFor(sku, place);
    }

    /** Whether it is for an item at a place. */
    boolean isFor(SkuProfile sku, int place) {
        return skus.contains(sku) && (!onePlace || place == 0);
    }
}
