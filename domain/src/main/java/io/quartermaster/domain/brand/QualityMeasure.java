package io.quartermaster.domain.brand;

import static io.quartermaster.domain.brand.BrandEvidence.COMPLAINTS;
import static io.quartermaster.domain.brand.BrandEvidence.ORDER_LINES;
import static io.quartermaster.domain.brand.BrandEvidence.RATINGS;
import static io.quartermaster.domain.brand.BrandEvidence.RATING_POINTS;
import static io.quartermaster.domain.brand.BrandEvidence.RETURNED_UNITS;
import static io.quartermaster.domain.brand.BrandEvidence.UNITS;

/**
 * How good a brand's goods are: mean of 1 - return rate / 0.2, 1 - complaints per order line / 0.1
 * and the mean of (rating - 1) / 4. Each rate is shrunk towards its category's by the count it
 * rests on, (x + k p) / (n + k), k = 50 units, 50 lines and 10 ratings: the posterior mean under a
 * beta prior worth k observations. n = ratings + order lines / 10.
 */
final class QualityMeasure {

    private static final double WORST_RETURNS = 0.2;
    private static final double WORST_COMPLAINTS = 0.1;
    private static final double UNITS_OF_PRIOR = 50;
    private static final double LINES_OF_PRIOR = 50;
    private static final double RATINGS_OF_PRIOR = 10;
    private static final double[] WEIGHTS = {1, 1, 1};

    private QualityMeasure() {}

    static Measured of(BrandDossier dossier, Market market) {
        BrandFigures figures = dossier.figures();
        double lines = figures.sum(ORDER_LINES);
        if (lines <= 0) {
            return Measured.NOTHING;
        }
        double returns = shrunk(dossier, market, RETURNED_UNITS, UNITS, UNITS_OF_PRIOR);
        double complaints = shrunk(dossier, market, COMPLAINTS, ORDER_LINES, LINES_OF_PRIOR);
        double[] parts = {
            Measured.limited(1 - returns / WORST_RETURNS),
            Measured.limited(1 - complaints / WORST_COMPLAINTS),
            shrunk(dossier, market, RATING_POINTS, RATINGS, RATINGS_OF_PRIOR)
        };
        return new Measured(Measured.mean(parts, WEIGHTS), figures.sum(RATINGS) + lines / 10);
    }

    /** NaN where nobody of the category has any. */
    private static double shrunk(
            BrandDossier dossier,
            Market market,
            BrandEvidence part,
            BrandEvidence whole,
            double prior) {
        double common =
                market.sumOf(dossier.category(), part) / market.sumOf(dossier.category(), whole);
        BrandFigures figures = dossier.figures();
        return (figures.sum(part) + prior * common) / (figures.sum(whole) + prior);
    }
}
