package io.quartermaster.domain.replenishment.justintime;

import io.quartermaster.domain.replenishment.OpenOrder;
import io.quartermaster.domain.replenishment.lots.LotPart;
import java.util.List;

/**
 * What there is of an item at a place, and what is to come.
 *
 * @param units in stock less those sold and not yet received; below 0 where more were sold
 * @param lots what is left of each, in the order received
 * @param currency of their values
 * @param orders under way
 */
public record StockAtHand(long units, List<LotPart> lots, String currency, List<OpenOrder> orders) {

    public StockAtHand {
        lots = List.copyOf(lots);
        orders = List.copyOf(orders);
    }
}
