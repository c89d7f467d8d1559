package io.quartermaster.domain.event.generator;

import java.time.LocalDate;

/**
 * Hidden demand of one item: mean = base · place share · trend · season · ramp after launch ·
 * reputation · promotion · (price / list)^-elasticity; units are negative binomial around it.
 */
final class DemandModel {

    private static final int PROMOTION_CYCLE_DAYS = 42;
    private static final double PROMOTED_ITEMS = 0.6;
    private static final double ATTENTION_LIFT = 1.2;
    private static final int RAMP_DAYS = 21;

    private final MarketplaceOptions options;
    private final SkuProfile sku;
    private final double[] discounts;
    private final double[] listPrices;
    private final double[] shares;

    DemandModel(MarketplaceOptions options, SkuProfile sku) {
        this.options = options;
        this.sku = sku;
        this.discounts = discounts();
        this.listPrices = listPrices();
        this.shares = shares();
    }

    /** Share of the list price taken off on a day, 0 without a promotion. */
    double discount(int day) {
        return discounts[day];
    }

    /** List price of a unit on a day. */
    double listPrice(int day) {
        return listPrices[day];
    }

    /** What is asked for a unit on a day, campaigns aside. */
    PlannedDay planned(int day) {
        double price = Math.round(listPrices[day] * (1 - discounts[day]) * 100) / 100.0;
        LocalDate date = options.firstDay().plusDays(day);
        return new PlannedDay(sku.item(), date, price, discounts[day] > 0);
    }

    /** Hidden mean units of a day at a place. */
    double mean(int place, int day) {
        if (!sku.brand().sells(day)) {
            return 0;
        }
        LocalDate date = options.firstDay().plusDays(day);
        double years = day / 365.25;
        double promotion = discounts[day] > 0 ? ATTENTION_LIFT : 1;
        double price = listPrices[day] * (1 - discounts[day]) / sku.listPrice();
        return sku.base()
                * shares[place]
                * (1 + sku.trend() * years)
                * sku.brand().category().season(date)
                * ramp(day)
                * (1 + 0.3 * (sku.brand().quality() - 0.65) * years)
                * promotion
                * StrictMath.pow(price, -sku.elasticity());
    }

    /** The units that customers truly want on each day at a place. */
    int[] units(int place) {
        Draws draws = Draws.of(options.seed(), "demand", sku.item(), place);
        int[] units = new int[options.days()];
        for (int day = 0; day < units.length; day++) {
            units[day] = draws.negativeBinomial(mean(place, day), sku.size());
        }
        return units;
    }

    /**
     * A new brand has to become known: 0.35 of full demand on its first day, all after three weeks.
     */
    private double ramp(int day) {
        int age = day - sku.brand().launched();
        boolean full = sku.brand().established() || age >= RAMP_DAYS;
        return full ? 1 : 0.35 + 0.65 * age / RAMP_DAYS;
    }

    private double[] discounts() {
        double[] result = new double[options.days()];
        for (int start = 0; start < result.length; start += PROMOTION_CYCLE_DAYS) {
            Draws ofBrand = Draws.of(options.seed(), "promotion", sku.brand().index(), start);
            int from = start + ofBrand.below(PROMOTION_CYCLE_DAYS - 8);
            int length = 5 + ofBrand.below(4);
            double discount = 0.1 + 0.05 * ofBrand.below(5);
            boolean promoted =
                    Draws.of(options.seed(), "promoted", sku.item(), start).chance(PROMOTED_ITEMS);
            for (int day = from; promoted && day < Math.min(from + length, result.length); day++) {
                result[day] = discount;
            }
        }
        return result;
    }

    /** Two changes of price, each within 5 % down and 8 % up. */
    private double[] listPrices() {
        Draws draws = Draws.of(options.seed(), "prices", sku.item());
        double[] result = new double[options.days()];
        int first = 100 + draws.below(60);
        int second = 240 + draws.below(60);
        double firstPrice = sku.listPrice() * draws.between(0.95, 1.08);
        double secondPrice = firstPrice * draws.between(0.95, 1.08);
        for (int day = 0; day < result.length; day++) {
            double price = day < first ? sku.listPrice() : day < second ? firstPrice : secondPrice;
            result[day] = Math.round(price * 100) / 100.0;
        }
        return result;
    }

    private double[] shares() {
        Draws draws = Draws.of(options.seed(), "shares", sku.item());
        double[] result = new double[options.places()];
        double sum = 0;
        for (int place = 0; place < result.length; place++) {
            result[place] = (place == 0 ? 1.5 : 1.0) * draws.between(0.8, 1.2);
            sum += result[place];
        }
        for (int place = 0; place < result.length; place++) {
            result[place] /= sum;
        }
        return result;
    }
}
