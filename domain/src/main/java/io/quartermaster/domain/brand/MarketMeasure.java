package io.quartermaster.domain.brand;

/**
 * What a brand's category promises: 0.7 g / (1 + g) + 0.3 v / (1 + v), g = its forecast over its
 * recent units a day ({@link CategoryOutlook}), v = its views over the mean category's; growth
 * alone where nothing is viewed. n = units of the category.
 */
final class MarketMeasure {

    private static final double[] WEIGHTS = {0.7, 0.3};

    private MarketMeasure() {}

    static Measured of(String category, Market market) {
        double units = market.unitsOf(category);
        if (units <= 0) {
            return Measured.NOTHING;
        }
        double[] parts = {
            Measured.half(market.growthOf(category)),
            Measured.half(market.relativeViewsOf(category))
        };
        return new Measured(Measured.mean(parts, WEIGHTS), units);
    }
}
