package io.quartermaster.domain.brand;

import java.util.List;

/**
 * Puts the measures of one criterion on the scale of ratings, so that its weight says how much it
 * can move a score. Measures of one market may lie close together, for example a mean of ten rates;
 * as they are, such a criterion would hardly count whatever its weight (range sensitivity, von
 * Nitzsch and Weber 1993). So a measure x becomes
 *
 * <pre>rating = m + u (x - m) / s, 0 to 1,</pre>
 *
 * with the mean m of the market's brands, each counted by the share of evidence e in its rating,
 * their spread s^2 = (sum e (x - m)^2 + k u^2) / (sum e + k), and the spread u = 1 / sqrt(12) of
 * ratings that use all of 0 to 1 evenly. That the scale is used evenly counts as k = 10 brands: a
 * few brands keep their measures, many are spread over the scale, and small differences between
 * many brands are not blown up to the whole of it.
 *
 * @param mean m, NaN where nothing was measured
 * @param spread s
 */
record RatingScale(double mean, double spread) {

    private static final double EVEN_SPREAD = 1 / Math.sqrt(12);
    private static final double EVEN_BRANDS = 10;

    /**
     * The scale of a criterion on a day.
     *
     * @param market what was measured of each brand
     * @param priorEvidence n0 in e = n / (n + n0)
     */
    static RatingScale of(
            BrandCriterion criterion, List<LiveRatings> market, double priorEvidence) {
        double brands = 0;
        double sum = 0;
        for (LiveRatings live : market) {
            double share = live.evidence(criterion, priorEvidence);
            brands += share;
            sum += share == 0 ? 0 : share * live.rating(criterion);
        }
        double mean = sum / brands;
        double squares = EVEN_BRANDS * EVEN_SPREAD * EVEN_SPREAD;
        for (LiveRatings live : market) {
            double share = live.evidence(criterion, priorEvidence);
            double from = share == 0 ? 0 : live.rating(criterion) - mean;
            squares += share * from * from;
        }
        return new RatingScale(mean, Math.sqrt(squares / (brands + EVEN_BRANDS)));
    }

    /** The rating of a measure, 0 to 1. */
    double rating(double measure) {
        return Measured.limited(mean + EVEN_SPREAD * (measure - mean) / spread);
    }
}
