package io.quartermaster.pipelines.recommendation;

import io.quartermaster.domain.recommendation.Interaction;

/**
 * What one customer has to do with one item, so far.
 *
 * @param customer token of the customer
 * @param item the item
 * @param units bought less those returned or cancelled, 0 or more
 * @param bought whether it was ever bought; a cancelled order was not
 * @param interest strength of the strongest interest shown, 0 to 1
 */
public record Holding(String customer, String item, long units, boolean bought, double interest) {

    static Holding none(String customer, String item) {
        return new Holding(customer, item, 0, false, 0);
    }

    Holding after(RecommendationSignal signal) {
        long change = Math.round(signal.amount());
        return switch (signal.kind()) {
            case ORDERED -> new Holding(customer, item, units + change, true, interest);
            case RETURNED -> new Holding(customer, item, less(change), bought, interest);
            case CANCELLED ->
                    new Holding(customer, item, less(change), bought && less(change) > 0, interest);
            case INTERESTED ->
                    new Holding(customer, item, units, bought, Math.max(interest, signal.amount()));
            case STOCKED, EXPECTED -> this;
        };
    }

    /** Strength 1 for what the customer has, 0 for what came back, else that of the interest. */
    Interaction interaction() {
        double strength = bought ? Math.min(1, units) : interest;
        return new Interaction(customer, item, (float) strength, bought);
    }

    private long less(long change) {
        return Math.max(0, units - change);
    }
}
