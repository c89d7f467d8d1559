package io.quartermaster.pipelines.replenishment.inventory;

import io.quartermaster.domain.event.BrandTerms;
import io.quartermaster.domain.event.CatalogueItem;
import io.quartermaster.domain.event.Delivery;
import io.quartermaster.domain.replenishment.PurchaseOrder;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * What tells of lead times: an item of a supplier, terms, an order, or a delivery.
 *
 * @param kind what it tells
 * @param id of the event
 * @param item the item, empty of terms
 * @param brand its brand; joined where the event does not tell it
 * @param supplier who delivers; joined where the event does not tell it
 * @param order number of the order, else empty
 * @param orderedOn epoch day of the order; {@link #UNKNOWN} if nobody told it
 * @param promisedOn epoch day of the promise; UNKNOWN without one
 * @param receivedOn epoch day of receipt; UNKNOWN before it
 * @param leadTimeDays agreed; 0 unless terms
 * @param version of terms
 */
public record LeadNews(
        Kind kind,
        String id,
        String item,
        String brand,
        String supplier,
        String order,
        long orderedOn,
        long promisedOn,
        long receivedOn,
        int leadTimeDays,
        int version) {

    static final long UNKNOWN = Long.MIN_VALUE;

    /** What it tells; of one time in this order. */
    public enum Kind {
        ITEM(1),
        TERMS(2),
        ORDER(3),
        DELIVERY(4);

        private final int rank;

        Kind(int rank) {
            this.rank = rank;
        }
    }

    static LeadNews of(CatalogueItem item) {
        return new LeadNews(
                Kind.ITEM,
                item.id(),
                item.item(),
                item.brand(),
                item.supplier(),
                "",
                UNKNOWN,
                UNKNOWN,
                UNKNOWN,
                0,
                0);
    }

    static LeadNews of(BrandTerms terms) {
        return new LeadNews(
                Kind.TERMS,
                terms.id(),
                "",
                terms.brand(),
                terms.supplier(),
                "",
                UNKNOWN,
                UNKNOWN,
                UNKNOWN,
                terms.leadTimeDays(),
                terms.version());
    }

    static LeadNews of(PurchaseOrder order) {
        return new LeadNews(
                Kind.ORDER,
                "%s|%09d".formatted(order.purchaseOrder(), order.revision()),
                order.item(),
                order.brand(),
                order.supplier(),
                order.purchaseOrder(),
                order.orderDay().toEpochDay(),
                UNKNOWN,
                UNKNOWN,
                0,
                0);
    }

    /** An announcement tells the day of the order, an arrival that of receipt. */
    static LeadNews of(Delivery delivery) {
        boolean arrived = delivery.deliveredAt() != null;
        return new LeadNews(
                arrived ? Kind.DELIVERY : Kind.ORDER,
                delivery.id(),
                delivery.item(),
                "",
                delivery.seller(),
                delivery.order(),
                arrived ? UNKNOWN : day(delivery.time()),
                delivery.promisedAt() == null ? UNKNOWN : day(delivery.promisedAt()),
                arrived ? day(delivery.deliveredAt()) : UNKNOWN,
                0,
                0);
    }

    /** With what the catalogue says and the day on which it was ordered; the event's own stays. */
    LeadNews joined(String ofBrand, String by, long day) {
        return new LeadNews(
                kind,
                id,
                item,
                brand.isEmpty() ? ofBrand : brand,
                supplier.isEmpty() ? by : supplier,
                order,
                orderedOn == UNKNOWN ? day : orderedOn,
                promisedOn,
                receivedOn,
                leadTimeDays,
                version);
    }

    /** Orders what happened at the same time. */
    String orderOfOneTime() {
        return kind.rank + "|" + id;
    }

    private static long day(Instant time) {
        return LocalDate.ofInstant(time, ZoneOffset.UTC).toEpochDay();
    }
}
