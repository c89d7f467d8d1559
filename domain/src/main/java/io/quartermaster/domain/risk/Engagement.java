package io.quartermaster.domain.risk;

import java.util.Locale;

/**
 * How far a brand's own doing has fallen off: what it offers, and what it delivers.
 *
 * @param offerFall by how much its last offer has fewer items than its largest, as a share of that;
 *     0 to 1, NaN where no offer is known
 * @param activityFall by how much it delivers fewer units a day at present than by its own longer
 *     record, as a share of that; at most 1, NaN where too little is known. It also falls where the
 *     platform orders less
 */
public record Engagement(double offerFall, double activityFall) {

    /** Nothing is known. */
    public static final Engagement UNKNOWN = new Engagement(Double.NaN, Double.NaN);

    private static final double LEAST_DELIVERIES = 2.5;

    /**
     * Of a brand as of a day.
     *
     * @param lastItems items of the last offer
     * @param mostItems items of the largest offer, 0 where none is known
     * @param history its deliveries as of that day
     * @param halfLifeDays by which the history forgets
     */
    public static Engagement of(
            long lastItems, long mostItems, SupplyHistory history, double halfLifeDays) {
        double offer = mostItems > 0 ? 1 - lastItems / (double) mostItems : Double.NaN;
        double usual = (history.ordered() - history.missing()) * Math.log(2) / halfLifeDays;
        boolean isKnown = history.deliveries() >= LEAST_DELIVERIES && usual > 0;
        return new Engagement(offer, isKnown ? 1 - history.unitsPerDay() / usual : Double.NaN);
    }

    /** 0.5 x the ramp of 0.2 to 0.8. */
    double offerPart() {
        return 0.5 * ramp(offerFall, 0.2, 0.8);
    }

    /** 0.4 x the ramp of 0.5 to 1. */
    double activityPart() {
        return 0.4 * ramp(activityFall, 0.5, 1);
    }

    String offerWords() {
        return String.format(
                Locale.ROOT, "offers %.0f %% fewer items than before", 100 * offerFall);
    }

    String activityWords() {
        return String.format(
                Locale.ROOT,
                "delivers %.0f %% fewer units a day than it used to",
                100 * activityFall);
    }

    private static double ramp(double value, double from, double to) {
        return Double.isNaN(value) ? 0 : Math.min(Math.max((value - from) / (to - from), 0), 1);
    }
}
