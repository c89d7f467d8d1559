package io.quartermaster.domain.recommendation.live;

import io.quartermaster.domain.recommendation.StockOutlook;
import io.quartermaster.domain.recommendation.live.ItemFigures.Demand;
import io.quartermaster.domain.recommendation.live.KnownItems.Listing;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The numbers of {@link RankerFeature} for candidates of one customer, as of what is known. */
public final class CandidateFeatures {

    private static final double MOST_DAYS = 365;
    private static final double STEEPEST = 4;

    private final KnownItems known;
    private final List<OwnItem> own;
    private final Map<String, Double> categories = new HashMap<>();
    private final Map<String, Double> brands = new HashMap<>();

    /**
     * Those of a customer.
     *
     * @param own what the customer has to do with
     */
    public CandidateFeatures(KnownItems known, List<OwnItem> own) {
        this.known = known;
        this.own = own;
        double all = 0;
        for (OwnItem held : own) {
            all += held.strength();
        }
        for (OwnItem held : own) {
            double share = all > 0 ? held.strength() / all : 0;
            Listing listing = known.listing(held.item());
            categories.merge(listing.category(), share, Double::sum);
            brands.merge(listing.brand(), share, Double::sum);
        }
    }

    /**
     * Those of an item that is shown, as a list of this time would have them.
     *
     * @param parts of its score before they are weighted
     * @param runningOutFactor what its score is multiplied by where stock is low
     * @param horizonDays over which demand is forecast
     * @return in the order of {@link RankerFeature}
     */
    public float[] ofShown(
            String item, BlendFeatures parts, double runningOutFactor, int horizonDays) {
        BlendWeights weights = known.weights();
        double score =
                weights.neighbours() * parts.neighbours()
                        + weights.content() * parts.content()
                        + weights.popularity() * parts.popularity();
        StockOutlook outlook = known.outlook(item);
        boolean runsOut = outlook != null && outlook.runsOut();
        return of(item, parts, runsOut ? runningOutFactor * score : score, horizonDays);
    }

    /**
     * Those of one candidate.
     *
     * @param parts of its score before they are weighted
     * @param score what the blend makes of them
     * @param horizonDays over which demand is forecast
     */
    float[] of(String item, BlendFeatures parts, double score, int horizonDays) {
        RankerFeature[] features = RankerFeature.values();
        float[] numbers = new float[features.length];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = (float) number(features[i], item, parts, score, horizonDays);
        }
        return numbers;
    }

    private double number(
            RankerFeature feature,
            String item,
            BlendFeatures parts,
            double score,
            int horizonDays) {
        Listing listing = known.listing(item);
        ItemFigures figures = known.figures();
        return switch (feature) {
            case NEIGHBOURS -> parts.neighbours();
            case CONTENT -> parts.content();
            case POPULARITY -> parts.popularity();
            case SCORE -> score;
            case OWN_ITEMS -> own.size();
            case CATEGORY_SHARE -> share(categories, listing.category());
            case BRAND_SHARE -> share(brands, listing.brand());
            case PRICE -> log2(1 + figures.offer(item).price());
            case AGE_DAYS -> days(figures.day() - figures.offer(item).launchDay());
            case SATISFACTION -> figures.satisfaction(listing.brand());
            case BRAND_SCORE -> known.brandScore(listing.brand());
            case DEMAND, TREND, DAYS_LEFT -> ofStock(feature, figures.demand(item), horizonDays);
        };
    }

    private static double ofStock(RankerFeature feature, Demand demand, int horizonDays) {
        return switch (feature) {
            case DEMAND -> log2(1 + Math.max(0, demand.expected()));
            case TREND -> {
                double later = Math.max(0, demand.later());
                double sooner = Math.max(0, demand.expected() - demand.later());
                double trend = log2((1 + later) / (1 + sooner));
                yield Math.max(-STEEPEST, Math.min(STEEPEST, trend));
            }
            default -> days(demand.onHand() * horizonDays / demand.expected());
        };
    }

    /** Within 0 and 365; 365 of what is no number. */
    private static double days(double days) {
        return Double.isNaN(days) ? MOST_DAYS : Math.max(0, Math.min(MOST_DAYS, days));
    }

    private static double share(Map<String, Double> shares, String name) {
        return name.isEmpty() ? 0 : Math.min(1, shares.getOrDefault(name, 0.0));
    }

    private static double log2(double value) {
        return StrictMath.log(value) / StrictMath.log(2);
    }
}
