package io.quartermaster.pipelines.satisfaction;

import io.quartermaster.domain.satisfaction.DeliveryOutcome;
import io.quartermaster.domain.satisfaction.Evidence;

/** What one signal adds to each sum of {@link Evidence}. */
final class SignalEvidence {

    private SignalEvidence() {}

    static double[] of(Signal signal) {
        double[] amounts = new double[Evidence.COUNT];
        switch (signal.kind()) {
            case ORDER -> {
                amounts[Evidence.ORDER_LINES.index()] = 1;
                amounts[Evidence.ORDERED_UNITS.index()] = signal.units();
                amounts[Evidence.PRICE_BURDEN.index()] = signal.more().priceBurden();
            }
            case RETURN -> amounts[Evidence.RETURNED_UNITS.index()] = signal.units();
            case FEEDBACK -> {
                complain(signal.more().complains(), amounts);
                amounts[Evidence.RATINGS.index()] = signal.rating() > 0 ? 1 : 0;
                amounts[Evidence.RATING_POINTS.index()] =
                        signal.rating() > 0 ? (signal.rating() - 1) / 4.0 : 0;
            }
            case STOCK -> {
                amounts[Evidence.STOCK_READINGS.index()] = 1;
                amounts[Evidence.STOCK_OUTS.index()] = signal.units() == 0 ? 1 : 0;
            }
            case ITEM, DELIVERY, SUPPLY, ATTENTION, NOVELTY -> {}
        }
        return amounts;
    }

    private static void complain(String about, double[] amounts) {
        amounts[Evidence.COMPLAINTS.index()] = about.isEmpty() ? 0 : 1;
        amounts[Evidence.QUALITY_COMPLAINTS.index()] = about.equals("quality") ? 1 : 0;
        amounts[Evidence.SERVICE_COMPLAINTS.index()] = about.equals("service") ? 1 : 0;
    }

    static double[] of(DeliveryOutcome outcome) {
        double[] amounts = new double[Evidence.COUNT];
        amounts[Evidence.PROMISES.index()] = outcome.promises();
        amounts[Evidence.LATE.index()] = outcome.late();
        amounts[Evidence.DUE_UNITS.index()] = outcome.dueUnits();
        amounts[Evidence.DELIVERED_UNITS.index()] = outcome.deliveredUnits();
        amounts[Evidence.DELIVERIES.index()] = outcome.deliveries();
        amounts[Evidence.SLOWNESS.index()] = outcome.slowness();
        return amounts;
    }
}
