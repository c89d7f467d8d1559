package io.quartermaster.domain.demand;

/**
 * What a day inherits from the days before.
 *
 * @param price mean price of the last day with sales, 0 if there was none
 * @param onHand last reading of the stock, {@link #UNKNOWN} if there was none
 */
public record DemandCarry(double price, long onHand) {

    /** No stock has been read. */
    public static final long UNKNOWN = -1;

    /** Nothing came before. */
    public static final DemandCarry NONE = new DemandCarry(0, UNKNOWN);
}
