package io.quartermaster.domain.satisfaction;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The indicators of satisfaction, in the order in which their parts stand in a score. Each is a
 * rate of bad events among trials.
 */
public enum SatisfactionIndicator {
    RETURNS(
            Evidence.RETURNED_UNITS,
            Evidence.ORDERED_UNITS,
            "review description, fit and packing of the most returned items"),
    COMPLAINTS(
            Evidence.COMPLAINTS,
            Evidence.ORDER_LINES,
            "answer the open complaints and mend their most frequent cause"),
    PUNCTUALITY(
            Evidence.LATE,
            Evidence.PROMISES,
            "agree on dispatch within the promise, or promise later"),
    /** Bad is what a rating lacks to 5. */
    RATING(
            Evidence.RATING_POINTS,
            Evidence.RATINGS,
            "read the lowest reviews with the maker and agree on what to mend"),
    /** Bad is what was due and not delivered. */
    FILL_RATE(
            Evidence.DELIVERED_UNITS,
            Evidence.DUE_UNITS,
            "raise stock or delivery capacity of the items that ran short"),
    QUALITY(
            Evidence.QUALITY_COMPLAINTS,
            Evidence.ORDER_LINES,
            "have the items that customers call defective inspected"),
    PRICE(Evidence.PRICE_BURDEN, Evidence.ORDER_LINES, "lower freight, or include it in the price"),
    SPEED(Evidence.SLOWNESS, Evidence.DELIVERIES, "ship from nearer, or with a faster carrier"),
    SERVICE(
            Evidence.SERVICE_COMPLAINTS,
            Evidence.ORDER_LINES,
            "train or staff the service that customers complain of"),
    STOCK_OUTS(
            Evidence.STOCK_OUTS,
            Evidence.STOCK_READINGS,
            "raise the safety stock of the items that stood at zero");

    /** How many there are. */
    public static final int COUNT = values().length;

    private final Evidence events;
    private final Evidence trials;
    private final String action;

    SatisfactionIndicator(Evidence events, Evidence trials, String action) {
        this.events = events;
        this.trials = trials;
        this.action = action;
    }

    /** Bad events, 0 to trials. */
    public double events(double[] sums) {
        double counted = Math.max(0, Math.min(trials(sums), sums[events.index()]));
        boolean good = this == RATING || this == FILL_RATE;
        return good ? trials(sums) - counted : counted;
    }

    /** What could have gone wrong. */
    public double trials(double[] sums) {
        return sums[trials.index()];
    }

    /** What to do where it is worst. */
    public String action() {
        return action;
    }

    /** Lower-case name, as in the column {@code part_<indicator>}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Labels in order. */
    public static List<String> labels() {
        return Arrays.stream(values()).map(SatisfactionIndicator::label).toList();
    }

    /** Its place in arrays of one value each. */
    @SuppressWarnings("EnumOrdinal") // the order of the constants is the order of the columns
    public int index() {
        return ordinal();
    }
}
