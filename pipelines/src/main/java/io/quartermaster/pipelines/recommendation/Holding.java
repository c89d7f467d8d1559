package io.quartermaster.pipelines.recommendation;

import io.quartermaster.domain.recommendation.incremental.Baskets.Held;
import io.quartermaster.domain.recommendation.incremental.Epochs;
import io.quartermaster.domain.recommendation.live.OwnItem;
import java.time.Duration;

/**
 * What one customer has to do with one item, so far.
 *
 * @param item the item
 * @param units bought less those returned or cancelled, 0 or more
 * @param bought whether it was ever bought; a cancelled order was not
 * @param interest strength of the strongest interest shown, 0 to 1
 * @param lastTime when the customer last bought it or took an interest, milliseconds since the
 *     epoch
 * @param purchases how often it was bought
 * @param repeats how many of these repeat one of an earlier time; lines of one order repeat nothing
 */
public record Holding(
        String item,
        long units,
        boolean bought,
        double interest,
        long lastTime,
        long purchases,
        long repeats) {

    static Holding none(String item) {
        return new Holding(item, 0, false, 0, Long.MIN_VALUE, 0, 0);
    }

    Holding after(RecommendationSignal signal) {
        long change = Math.round(signal.amount());
        return switch (signal.kind()) {
            case ORDERED ->
                    new Holding(
                            item,
                            units + change,
                            true,
                            interest,
                            latest(signal),
                            purchases + 1,
                            repeats + (isRepeatedBy(signal) ? 1 : 0));
            case RETURNED -> with(less(change), bought, interest, lastTime);
            case CANCELLED -> with(less(change), bought && less(change) > 0, interest, lastTime);
            case INTERESTED ->
                    with(units, bought, Math.max(interest, signal.amount()), latest(signal));
            case ERASED -> none(item);
            case SHOWN, STOCKED, EXPECTED, EXPECTED_LATER -> this;
        };
    }

    private Holding with(long newUnits, boolean nowBought, double newInterest, long newTime) {
        return new Holding(item, newUnits, nowBought, newInterest, newTime, purchases, repeats);
    }

    private boolean isRepeatedBy(RecommendationSignal order) {
        return bought && lastTime < order.time().toEpochMilli();
    }

    /** Whether it was bought and all of it brought back. */
    boolean cameBack() {
        return bought && units == 0;
    }

    /** Whether there is nothing that lists or the table would ask for. */
    boolean isNothing() {
        return !bought && interest == 0;
    }

    /** 1 for what the customer has, 0 for what came back, else the strength of the interest. */
    double strength() {
        return bought ? Math.min(1, units) : interest;
    }

    /** As the item-to-item table counts it: aged by whole half-lives. */
    Held held(Epochs epochs) {
        return new Held(strength(), Math.max(0, epochs.of(lastTime)), bought);
    }

    /**
     * As a list for the customer counts it: times 2^(-age / half-life), so that what is new is not
     * outvoted for ever by what is old.
     *
     * @param now milliseconds since the epoch
     * @param halfLife zero: nothing ages
     */
    OwnItem own(long now, Duration halfLife) {
        double strength = strength();
        if (strength > 0 && !halfLife.isZero()) {
            strength *= Math.pow(2, -(double) Math.max(0, now - lastTime) / halfLife.toMillis());
        }
        return new OwnItem(item, strength, bought);
    }

    private long latest(RecommendationSignal signal) {
        return Math.max(lastTime, signal.time().toEpochMilli());
    }

    private long less(long change) {
        return Math.max(0, units - change);
    }
}
