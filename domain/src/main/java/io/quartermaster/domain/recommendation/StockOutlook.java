package io.quartermaster.domain.recommendation;

/**
 * An item's stock against what is expected of it.
 *
 * @param onHand units on hand over all places
 * @param expected units that the forecast expects over the horizon
 */
public record StockOutlook(double onHand, double expected) {

    /** Whether the stock does not last over the horizon. */
    public boolean runsOut() {
        return onHand < expected;
    }

    /** Whether nothing is left. */
    public boolean isSoldOut() {
        return onHand <= 0;
    }
}
