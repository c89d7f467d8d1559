package io.quartermaster.domain.governance;

import io.quartermaster.domain.event.BrandOffer;
import io.quartermaster.domain.event.Campaign;
import io.quartermaster.domain.event.CatalogueItem;
import io.quartermaster.domain.event.Event;
import io.quartermaster.domain.event.OrderLine;
import io.quartermaster.domain.event.Payment;
import io.quartermaster.domain.event.ReturnLine;
import io.quartermaster.domain.event.StockLot;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * Amounts of money that nobody pays. An order line at a price of 0 is a gift, a write-off or a line
 * not finished: it tells nothing of demand at a price. A refund, a cost or a payment may be 0.
 */
final class ImpossiblePrice implements Rule {

    @Override
    public String name() {
        return "impossible_price";
    }

    @Override
    public Optional<String> objection(Event event) {
        if (event instanceof OrderLine line) {
            return positive("price", line.unitPrice(), "item (" + line.item() + ")")
                    .or(
                            () ->
                                    notNegative(
                                            "discount",
                                            line.discount(),
                                            "item (" + line.item() + ")"))
                    .or(() -> notNegative("freight", line.freight(), "item (" + line.item() + ")"));
        }
        if (event instanceof ReturnLine line) {
            return notNegative("refund", line.unitPrice(), "item (" + line.item() + ")");
        }
        if (event instanceof CatalogueItem item) {
            return positive("list price", item.listPrice(), "item (" + item.item() + ")")
                    .or(
                            () ->
                                    notNegative(
                                            "unit cost",
                                            item.unitCost(),
                                            "item (" + item.item() + ")"));
        }
        if (event instanceof BrandOffer offer) {
            return positive("list price", offer.listPrice(), "brand (" + offer.brand() + ")")
                    .or(
                            () ->
                                    positive(
                                            "unit cost",
                                            offer.unitCost(),
                                            "brand (" + offer.brand() + ")"));
        }
        if (event instanceof StockLot lot) {
            return notNegative("unit cost", lot.unitCost(), "lot (" + lot.lot() + ")");
        }
        if (event instanceof Campaign campaign) {
            return notNegative("cost", campaign.cost(), "campaign (" + campaign.campaign() + ")");
        }
        if (event instanceof Payment payment) {
            return notNegative("amount", payment.amount(), "order (" + payment.order() + ")");
        }
        return Optional.empty();
    }

    private static Optional<String> positive(String what, BigDecimal amount, String whose) {
        return amount.signum() > 0
                ? Optional.empty()
                : Optional.of(reason(what, amount, whose, "must be above 0."));
    }

    private static Optional<String> notNegative(String what, BigDecimal amount, String whose) {
        return amount.signum() >= 0
                ? Optional.empty()
                : Optional.of(reason(what, amount, whose, "must not be negative."));
    }

    private static String reason(String what, BigDecimal amount, String whose, String remedy) {
        return "The " + what + " (" + amount.toPlainString() + ") of " + whose + " " + remedy;
    }
}
