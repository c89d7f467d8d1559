package io.quartermaster.domain.brand;

import static io.quartermaster.domain.brand.BrandEvidence.COMPLAINTS;
import static io.quartermaster.domain.brand.BrandEvidence.ORDER_LINES;
import static io.quartermaster.domain.brand.BrandEvidence.RATINGS;
import static io.quartermaster.domain.brand.BrandEvidence.RATING_POINTS;
import static io.quartermaster.domain.brand.BrandEvidence.RETURNED_UNITS;
import static io.quartermaster.domain.brand.BrandEvidence.SUPPLIED_DUE_UNITS;
import static io.quartermaster.domain.brand.BrandEvidence.SUPPLIED_ON_TIME_UNITS;
import static io.quartermaster.domain.brand.BrandEvidence.SUPPLIES;
import static io.quartermaster.domain.brand.BrandEvidence.UNITS;

import java.util.Arrays;

/**
 * Ratings of 0 to 1 that follow from what happened, each with the count n of what it rests on.
 *
 * <ul>
 *   <li>awareness: a / (1 + a), a = share of views and searches over the mean brand's; n = views
 *       and searches
 *   <li>market potential: g / (1 + g), g = recent over lasting units a day of its category; n = the
 *       category's units
 *   <li>innovation: share of items launched lately, or of the offer's items new to the market; n =
 *       items
 *   <li>supply capability: 0.7 (units on time / due units) + 0.3 / (1 + lead time / 14 days); n =
 *       deliveries. Before the first one, the lead time alone, as 5
 *   <li>quality: mean of 1 - return rate / 0.2, 1 - complaints per order line / 0.1 and the mean of
 *       (rating - 1) / 4; n = ratings + order lines / 10
 *   <li>willingness: mean of margin / 0.6 and 0.5 + 2 (1 - cost factor); n = 10 for the offer, 10
 *       for each version of terms
 *   <li>satisfaction: its score; n = the evidence behind it
 * </ul>
 *
 * @param ratings in the order of {@link BrandCriterion}, NaN where n is 0
 * @param counts n in the same order
 */
record LiveRatings(double[] ratings, double[] counts) {

    private static final double LEAD_TIME_DAYS = 14;
    private static final double PROMISED = 5;
    private static final double AGREED = 10;
    private static final double FULL_MARGIN = 0.6;
    private static final double WORST_RETURNS = 0.2;
    private static final double WORST_COMPLAINTS = 0.1;

    static LiveRatings of(BrandDossier dossier, Market market) {
        LiveRatings live =
                new LiveRatings(
                        new double[BrandCriterion.values().length],
                        new double[BrandCriterion.values().length]);
        Arrays.fill(live.ratings, Double.NaN);
        if (dossier.figures() != null) {
            live.addFigures(dossier, market);
        }
        if (market.unitsOf(dossier.category()) > 0) {
            double growth = market.growthOf(dossier.category());
            live.put(
                    BrandCriterion.MARKET_POTENTIAL,
                    growth / (1 + growth),
                    market.unitsOf(dossier.category()));
        }
        live.addOffered(dossier);
        live.put(
                BrandCriterion.SATISFACTION,
                dossier.satisfaction(),
                dossier.satisfactionEvidence());
        return live;
    }

    private void addFigures(BrandDossier dossier, Market market) {
        BrandFigures figures = dossier.figures();
        double attention = figures.sum(BrandEvidence.ATTENTION);
        if (attention > 0) {
            double relative = market.relativeAttention(figures);
            put(BrandCriterion.AWARENESS, relative / (1 + relative), attention);
        }
        if (figures.items() > 0) {
            put(
                    BrandCriterion.INNOVATION,
                    (double) figures.newItems() / figures.items(),
                    figures.items());
        }
        if (figures.sum(ORDER_LINES) > 0) {
            put(
                    BrandCriterion.QUALITY,
                    quality(figures),
                    figures.sum(RATINGS) + figures.sum(ORDER_LINES) / 10);
        }
    }

    private void addOffered(BrandDossier dossier) {
        if (dossier.offer() != null && counts[BrandCriterion.INNOVATION.index()] == 0) {
            put(
                    BrandCriterion.INNOVATION,
                    dossier.offer().newItemsShare(),
                    dossier.offer().items());
        }
        addSupply(dossier);
        if (dossier.offer() != null || dossier.terms() != null) {
            double versions = dossier.terms() == null ? 0 : dossier.terms().version();
            put(
                    BrandCriterion.WILLINGNESS,
                    willingness(dossier),
                    AGREED * (versions + (dossier.offer() == null ? 0 : 1)));
        }
    }

    private void addSupply(BrandDossier dossier) {
        double lead = leadTimeDays(dossier);
        double quick = 1 / (1 + lead / LEAD_TIME_DAYS);
        double due = dossier.figures() == null ? 0 : dossier.figures().sum(SUPPLIED_DUE_UNITS);
        if (due > 0) {
            double onTime = dossier.figures().sum(SUPPLIED_ON_TIME_UNITS) / due;
            double rating = Double.isNaN(lead) ? onTime : 0.7 * onTime + 0.3 * quick;
            put(BrandCriterion.SUPPLY_CAPABILITY, rating, dossier.figures().sum(SUPPLIES));
        } else if (!Double.isNaN(lead)) {
            put(BrandCriterion.SUPPLY_CAPABILITY, quick, PROMISED);
        }
    }

    private static double leadTimeDays(BrandDossier dossier) {
        if (dossier.terms() != null) {
            return dossier.terms().leadTimeDays();
        }
        return dossier.offer() == null ? Double.NaN : dossier.offer().leadTimeDays();
    }

    private static double quality(BrandFigures figures) {
        double units = Math.max(figures.sum(UNITS), 1e-9);
        double returns = limited(1 - figures.sum(RETURNED_UNITS) / units / WORST_RETURNS);
        double complaints =
                limited(1 - figures.sum(COMPLAINTS) / figures.sum(ORDER_LINES) / WORST_COMPLAINTS);
        if (figures.sum(RATINGS) <= 0) {
            return (returns + complaints) / 2;
        }
        return (returns + complaints + figures.sum(RATING_POINTS) / figures.sum(RATINGS)) / 3;
    }

    private static double willingness(BrandDossier dossier) {
        double sum = 0;
        int parts = 0;
        if (dossier.offer() != null) {
            double list = dossier.offer().listPrice().doubleValue();
            double margin = 1 - dossier.offer().unitCost().doubleValue() / list;
            sum += limited(margin / FULL_MARGIN);
            parts++;
        }
        if (dossier.terms() != null) {
            sum += limited(0.5 + 2 * (1 - dossier.terms().costFactor().doubleValue()));
            parts++;
        }
        return sum / parts;
    }

    private void put(BrandCriterion criterion, double rating, double count) {
        if (count > 0 && !Double.isNaN(rating)) {
            ratings[criterion.index()] = rating;
            counts[criterion.index()] = count;
        }
    }

    private static double limited(double rating) {
        return Math.min(1, Math.max(0, rating));
    }
}
