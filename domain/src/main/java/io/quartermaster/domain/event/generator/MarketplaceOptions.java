package io.quartermaster.domain.event.generator;

import java.time.LocalDate;

/**
 * Size and seed of a generated marketplace.
 *
 * @param brands number of brands, {@value #MIN_BRANDS} or more; the first is {@value #NEW_BRAND}
 * @param skus number of items, as many as brands or more
 * @param places number of warehouses, 1 or more
 * @param customers number of customers, {@value #MIN_CUSTOMERS} or more
 * @param days number of days, {@value #MIN_DAYS} or more
 * @param seed of everything that is drawn
 * @param firstDay first day of the marketplace
 * @param dirt share of records that get a flawed companion, 0 to 0.2
 * @param campaigns whether the marketplace runs campaigns with its brands; they change nothing but
 *     the days from the first of them on, of the items they are for
 * @param actionEffect share by which actions of brands cut a bad rate, 0 to 1; 0 if none acts
 * @param shownEffect power g of an item's demand in the times it is shown: (1 + shown)^g, 0 to 1; 0
 *     if the platform shows nothing
 */
public record MarketplaceOptions(
        int brands,
        int skus,
        int places,
        int customers,
        int days,
        long seed,
        LocalDate firstDay,
        double dirt,
        boolean campaigns,
        double actionEffect,
        double shownEffect) {

    /** The brand whose whole way, from offer to contract, lies at the end of the days. */
    public static final String NEW_BRAND = "Nordlicht";

    static final int MIN_BRANDS = 2;
    static final int MIN_DAYS = 30;
    static final int MIN_CUSTOMERS = 32;

    private static final int FULL_TAIL_DAYS = 84;

    public MarketplaceOptions {
        atLeast("brands", brands, MIN_BRANDS);
        atLeast("skus", skus, brands);
        atLeast("places", places, 1);
        atLeast("customers", customers, MIN_CUSTOMERS);
        atLeast("days", days, MIN_DAYS);
        if (!(dirt >= 0 && dirt <= 0.2)) {
            throw new IllegalArgumentException(
                    "The dirt (%s) must be 0 to 0.2.\nMaybe 0.01.".formatted(dirt));
        }
        if (!(actionEffect >= 0 && actionEffect <= 1)) {
            throw new IllegalArgumentException(
                    "The effect of actions (%s) must be 0 to 1.\nMaybe 0.6: what is bad becomes rarer by so much."
                            .formatted(actionEffect));
        }
        if (!(shownEffect >= 0 && shownEffect <= 1)) {
            throw new IllegalArgumentException(
                    "The effect of showing (%s) must be 0 to 1.\nMaybe 0.15: shown 20 times, an item is wanted 1.6 times as much."
                            .formatted(shownEffect));
        }
    }

    /** A marketplace without campaigns, in which no brand acts. */
    public MarketplaceOptions(
            int brands,
            int skus,
            int places,
            int customers,
            int days,
            long seed,
            LocalDate firstDay,
            double dirt) {
        this(brands, skus, places, customers, days, seed, firstDay, dirt, false, 0, 0);
    }

    /** 12 brands, 96 items, 2 places, 600 customers, 420 days, with campaigns. */
    public static MarketplaceOptions defaults() {
        return new MarketplaceOptions(
                12, 96, 2, 600, 420, 1, LocalDate.of(2024, 1, 1), 0.012, true, 0, 0);
    }

    /** The same with other sizes. */
    public MarketplaceOptions withSize(int newBrands, int newSkus, int newDays) {
        return new MarketplaceOptions(
                newBrands,
                newSkus,
                places,
                customers,
                newDays,
                seed,
                firstDay,
                dirt,
                campaigns,
                actionEffect,
                shownEffect);
    }

    /** The same with another seed. */
    public MarketplaceOptions withSeed(long newSeed) {
        return new MarketplaceOptions(
                brands,
                skus,
                places,
                customers,
                days,
                newSeed,
                firstDay,
                dirt,
                campaigns,
                actionEffect,
                shownEffect);
    }

    /** The same with another share of flawed records. */
    public MarketplaceOptions withDirt(double newDirt) {
        return new MarketplaceOptions(
                brands,
                skus,
                places,
                customers,
                days,
                seed,
                firstDay,
                newDirt,
                campaigns,
                actionEffect,
                shownEffect);
    }

    /** The same with or without campaigns. */
    public MarketplaceOptions withCampaigns(boolean newCampaigns) {
        return new MarketplaceOptions(
                brands,
                skus,
                places,
                customers,
                days,
                seed,
                firstDay,
                dirt,
                newCampaigns,
                actionEffect,
                shownEffect);
    }

    /** The same where brands act, and what they do cuts a bad rate by this share. */
    public MarketplaceOptions withActionEffect(double newEffect) {
        return with(newEffect, shownEffect);
    }

    /** The same where the platform shows items, with such an effect. */
    public MarketplaceOptions withShownEffect(double newEffect) {
        return with(actionEffect, newEffect);
    }

    private MarketplaceOptions with(double newActionEffect, double newShownEffect) {
        return new MarketplaceOptions(
                brands,
                skus,
                places,
                customers,
                days,
                seed,
                firstDay,
                dirt,
                campaigns,
                newActionEffect,
                newShownEffect);
    }

    /** Days at the end on which forecasts are scored. */
    public int tailDays() {
        return tailDays(days);
    }

    /** The tail of so many days: a fifth of them, rounded up, 84 at most. */
    public static int tailDays(int days) {
        return Math.min(FULL_TAIL_DAYS, (days + 4) / 5);
    }

    /** First day of the tail. */
    public LocalDate tailStart() {
        return firstDay.plusDays(tailIndex());
    }

    /** Last day of the marketplace. */
    public LocalDate lastDay() {
        return firstDay.plusDays(days - 1L);
    }

    int tailIndex() {
        return days - tailDays();
    }

    /** A span that is {@code fullDays} long in a tail of 84 days, in proportion, 1 or more. */
    int scaled(int fullDays) {
        return Math.max(1, Math.round(fullDays * (float) tailDays() / FULL_TAIL_DAYS));
    }

    private static void atLeast(String name, int value, int least) {
        if (value < least) {
            throw new IllegalArgumentException(
                    "The number of %s (%d) must be %d or more.".formatted(name, value, least));
        }
    }
}
