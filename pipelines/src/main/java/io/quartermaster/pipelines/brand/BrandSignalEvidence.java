package io.quartermaster.pipelines.brand;

import io.quartermaster.domain.brand.BrandEvidence;
import io.quartermaster.pipelines.satisfaction.Signal;

/** What one signal adds to each sum of {@link BrandEvidence}. */
final class BrandSignalEvidence {

    private static final double DAY_MILLIS = 86_400_000;

    private BrandSignalEvidence() {}

    static double[] of(Signal signal, long time) {
        double[] amounts = new double[BrandEvidence.values().length];
        switch (signal.kind()) {
            case ORDER -> {
                amounts[BrandEvidence.ORDER_LINES.index()] = 1;
                amounts[BrandEvidence.UNITS.index()] = signal.units();
            }
            case RETURN -> amounts[BrandEvidence.RETURNED_UNITS.index()] = signal.units();
            case FEEDBACK -> {
                amounts[BrandEvidence.COMPLAINTS.index()] = signal.complaint() ? 1 : 0;
                amounts[BrandEvidence.RATINGS.index()] = signal.rating() > 0 ? 1 : 0;
                amounts[BrandEvidence.RATING_POINTS.index()] =
                        signal.rating() > 0 ? (signal.rating() - 1) / 4.0 : 0;
            }
            case SUPPLY -> addSupply(amounts, signal, time);
            case ATTENTION ->
                    amounts[
                                    (signal.search() ? BrandEvidence.SEARCHES : BrandEvidence.VIEWS)
                                            .index()] =
                            1;
            case ITEM, NOVELTY, DELIVERY, STOCK -> {}
        }
        return amounts;
    }

    /** A delivery counts once it has come, or its promise has passed. */
    private static void addSupply(double[] amounts, Signal signal, long time) {
        boolean arrived = signal.deliveredMillis() <= time;
        boolean broken = !arrived && signal.promisedMillis() < time;
        if (arrived || broken) {
            boolean onTime = arrived && signal.deliveredMillis() <= signal.promisedMillis();
            amounts[BrandEvidence.SUPPLIES.index()] = 1;
            amounts[BrandEvidence.SUPPLIED_DUE_UNITS.index()] = signal.units();
            amounts[BrandEvidence.SUPPLIED_ON_TIME_UNITS.index()] =
                    onTime ? Math.min(signal.delivered(), signal.units()) : 0;
            amounts[BrandEvidence.SUPPLIED_UNITS.index()] = arrived ? signal.delivered() : 0;
        }
        if (arrived) {
            double delay = (signal.deliveredMillis() - signal.promisedMillis()) / DAY_MILLIS;
            amounts[BrandEvidence.ARRIVALS.index()] = 1;
            amounts[BrandEvidence.DELAY_DAYS.index()] = delay;
            amounts[BrandEvidence.DELAY_SQUARES.index()] = delay * delay;
        }
    }
}
