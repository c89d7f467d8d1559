package io.quartermaster.pipelines.recommendation;

import io.quartermaster.domain.recommendation.Interaction;
import java.time.Duration;

/**
 * What one customer has to do with one item, so far.
 *
 * @param customer token of the customer
 * @param item the item
 * @param units bought less those returned or cancelled, 0 or more
 * @param bought whether it was ever bought; a cancelled order was not
 * @param interest strength of the strongest interest shown, 0 to 1
 * @param lastTime when the customer last bought it or took an interest, milliseconds since the
 *     epoch
 */
public record Holding(
        String customer, String item, long units, boolean bought, double interest, long lastTime) {

    static Holding none(String customer, String item) {
        return new Holding(customer, item, 0, false, 0, Long.MIN_VALUE);
    }

    Holding after(RecommendationSignal signal) {
        long change = Math.round(signal.amount());
        return switch (signal.kind()) {
            case ORDERED ->
                    new Holding(customer, item, units + change, true, interest, latest(signal));
            case RETURNED -> new Holding(customer, item, less(change), bought, interest, lastTime);
            case CANCELLED ->
                    new Holding(
                            customer,
                            item,
                            less(change),
                            bought && less(change) > 0,
                            interest,
                            lastTime);
            case INTERESTED ->
                    new Holding(
                            customer,
                            item,
                            units,
                            bought,
                            Math.max(interest, signal.amount()),
                            latest(signal));
            case STOCKED, EXPECTED -> this;
        };
    }

    /**
     * Strength 1 for what the customer has, 0 for what came back, else that of the interest; times
     * 2^(-age / half-life), so that what is new is not outvoted for ever by what is old.
     *
     * @param now milliseconds since the epoch
     * @param halfLife zero: nothing ages
     */
    Interaction interaction(long now, Duration halfLife) {
        double strength = bought ? Math.min(1, units) : interest;
        if (strength > 0 && !halfLife.isZero()) {
            strength *= Math.pow(2, -(double) Math.max(0, now - lastTime) / halfLife.toMillis());
        }
        return new Interaction(customer, item, (float) strength, bought);
    }

    private long latest(RecommendationSignal signal) {
        return Math.max(lastTime, signal.time().toEpochMilli());
    }

    private long less(long change) {
        return Math.max(0, units - change);
    }
}
