package io.quartermaster.domain.brand;

import java.util.Arrays;

/**
 * Ratings of 0 to 1 that follow from what happened, each with the count n of what it rests on: see
 * the measure of each criterion. Satisfaction is its score; n = the harmonic mean of the counts
 * behind its indicators.
 *
 * @param ratings in the order of {@link BrandCriterion}, NaN where n is 0
 * @param counts n in the same order
 */
record LiveRatings(double[] ratings, double[] counts) {

    static LiveRatings of(BrandDossier dossier, Market market) {
        LiveRatings live =
                new LiveRatings(
                        new double[BrandCriterion.values().length],
                        new double[BrandCriterion.values().length]);
        Arrays.fill(live.ratings, Double.NaN);
        for (BrandCriterion criterion : BrandCriterion.values()) {
            live.put(criterion, measured(criterion, dossier, market));
        }
        return live;
    }

    private static Measured measured(
            BrandCriterion criterion, BrandDossier dossier, Market market) {
        boolean watched = dossier.figures() != null;
        return switch (criterion) {
            case AWARENESS ->
                    watched ? AwarenessMeasure.of(dossier.figures(), market) : Measured.NOTHING;
            case MARKET_POTENTIAL -> MarketMeasure.of(dossier.category(), market);
            case INNOVATION -> InnovationMeasure.of(dossier);
            case SUPPLY_CAPABILITY -> SupplyMeasure.of(dossier, market);
            case QUALITY -> watched ? QualityMeasure.of(dossier, market) : Measured.NOTHING;
            case WILLINGNESS -> WillingnessMeasure.of(dossier, market);
            case SATISFACTION ->
                    new Measured(dossier.satisfaction(), dossier.satisfactionEvidence());
        };
    }

    /** What was measured, NaN where nothing was. */
    double rating(BrandCriterion criterion) {
        return ratings[criterion.index()];
    }

    /** Share of the rating that the measure carries, n / (n + n0). */
    double evidence(BrandCriterion criterion, double priorEvidence) {
        double count = counts[criterion.index()];
        return count / (count + priorEvidence);
    }

    private void put(BrandCriterion criterion, Measured measured) {
        if (measured.count() > 0 && !Double.isNaN(measured.rating())) {
            ratings[criterion.index()] = measured.rating();
            counts[criterion.index()] = measured.count();
        }
    }
}
