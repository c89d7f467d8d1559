package io.quartermaster.pipelines.risk;

import io.quartermaster.domain.event.BrandOffer;
import io.quartermaster.domain.event.BrandTerms;
import io.quartermaster.domain.event.CatalogueItem;
import io.quartermaster.domain.event.Delivery;
import io.quartermaster.domain.event.LifeCycleStep;
import io.quartermaster.domain.event.StockLevel;
import io.quartermaster.domain.replenishment.PurchaseOrder;
import io.quartermaster.domain.risk.ExitRisk;
import io.quartermaster.domain.risk.LateChance;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * What an event says of a brand's supply, in one shape for all kinds.
 *
 * @param id unique among all signals, in the order of {@link SupplySignalKind}
 * @param kind what it tells
 * @param item the item, empty if none
 * @param place where it lies or arrives, empty if none
 * @param brand its brand; joined where the event does not tell it
 * @param category of the item; joined
 * @param supplier who delivers; joined where the event does not tell it
 * @param unitCost catalogue cost; joined
 * @param units ordered, on hand, capacity a day, or items offered
 * @param delivered units delivered
 * @param delayDays after the promise; 0 where nothing was promised
 * @param stage life-cycle stage, empty if none
 * @param note of that stage
 * @param version of terms
 * @param lastDay last epoch day of terms
 * @param order the order that arrives or is under way, empty if none
 * @param late what is known of an order under way, else null
 */
public record SupplySignal(
        String id,
        SupplySignalKind kind,
        String item,
        String place,
        String brand,
        String category,
        String supplier,
        BigDecimal unitCost,
        long units,
        long delivered,
        double delayDays,
        String stage,
        String note,
        int version,
        long lastDay,
        String order,
        LateChance late) {

    private static final double DAY_MILLIS = 86_400_000;

    static SupplySignal of(CatalogueItem item) {
        return plain(SupplySignalKind.ITEM, item.id(), item.item(), "", item.supplier(), 0)
                .joined(item.brand(), item.category(), item.supplier(), item.unitCost());
    }

    static SupplySignal of(StockLevel level) {
        return plain(
                SupplySignalKind.STOCK,
                level.id(),
                level.item(),
                level.place(),
                "",
                level.onHand());
    }

    static SupplySignal of(Delivery delivery) {
        double delay =
                delivery.promisedAt() == null
                        ? 0
                        : (delivery.deliveredAt().toEpochMilli()
                                        - delivery.promisedAt().toEpochMilli())
                                / DAY_MILLIS;
        return new SupplySignal(
                SupplySignalKind.DELIVERY.id(delivery.id()),
                SupplySignalKind.DELIVERY,
                delivery.item(),
                delivery.place(),
                "",
                "",
                delivery.seller(),
                BigDecimal.ZERO,
                delivery.orderedUnits(),
                delivery.deliveredUnits(),
                delay,
                "",
                "",
                0,
                ExitRisk.OPEN,
                delivery.order(),
                null);
    }

    /** A delivery that was announced and has not arrived. */
    static SupplySignal announced(Delivery delivery) {
        LocalDate day = LocalDate.ofInstant(delivery.time(), ZoneOffset.UTC);
        return order(
                delivery.id(),
                new LateChance(
                        delivery.order(),
                        delivery.item(),
                        delivery.place(),
                        "",
                        delivery.seller(),
                        LateChance.ANNOUNCED,
                        delivery.orderedUnits(),
                        day,
                        LocalDate.ofInstant(delivery.promisedAt(), ZoneOffset.UTC),
                        day,
                        Double.NaN,
                        ""));
    }

    /** Of an order that is awaited no more only that it has ended: no units. */
    static SupplySignal of(PurchaseOrder order) {
        return order(
                "%s|%09d".formatted(order.purchaseOrder(), order.revision()),
                new LateChance(
                        order.purchaseOrder(),
                        order.item(),
                        order.place(),
                        "",
                        order.supplier(),
                        LateChance.PLANNED,
                        order.awaited() ? order.quantity() : 0,
                        order.orderDay(),
                        order.arrivalDay(),
                        knownOn(order),
                        Double.NaN,
                        ""));
    }

    private static LocalDate knownOn(PurchaseOrder order) {
        LocalDate changed = LocalDate.ofInstant(order.changedAt(), ZoneOffset.UTC);
        return changed.isAfter(order.orderDay()) ? changed : order.orderDay();
    }

    private static SupplySignal order(String id, LateChance late) {
        return plain(
                        SupplySignalKind.ORDER,
                        id,
                        late.item(),
                        late.place(),
                        late.supplier(),
                        late.units())
                .with(late);
    }

    static SupplySignal of(BrandTerms terms) {
        return new SupplySignal(
                SupplySignalKind.TERMS.id(terms.id()),
                SupplySignalKind.TERMS,
                "",
                "",
                terms.brand(),
                "",
                terms.supplier(),
                BigDecimal.ZERO,
                terms.capacityPerDay(),
                0,
                0,
                "",
                "",
                terms.version(),
                terms.validTo() == null ? ExitRisk.OPEN : terms.validTo().toEpochDay(),
                "",
                null);
    }

    /** What a brand offers: its number of items. */
    static SupplySignal of(BrandOffer offer) {
        return plain(SupplySignalKind.OFFER, offer.id(), "", "", offer.supplier(), offer.items())
                .joined(offer.brand(), offer.category(), offer.supplier(), BigDecimal.ZERO);
    }

    static SupplySignal of(LifeCycleStep step) {
        return new SupplySignal(
                SupplySignalKind.STAGE.id(step.id()),
                SupplySignalKind.STAGE,
                "",
                "",
                step.brand(),
                "",
                "",
                BigDecimal.ZERO,
                0,
                0,
                0,
                step.stage().name(),
                step.note(),
                0,
                ExitRisk.OPEN,
                "",
                null);
    }

    private static SupplySignal plain(
            SupplySignalKind kind,
            String id,
            String item,
            String place,
            String supplier,
            long units) {
        return new SupplySignal(
                kind.id(id),
                kind,
                item,
                place,
                "",
                "",
                supplier,
                BigDecimal.ZERO,
                units,
                0,
                0,
                "",
                "",
                0,
                ExitRisk.OPEN,
                "",
                null);
    }

    /** With what the catalogue tells; the supplier of the event itself stays. */
    SupplySignal joined(String ofBrand, String ofCategory, String by, BigDecimal cost) {
        return new SupplySignal(
                id,
                kind,
                item,
                place,
                ofBrand,
                ofCategory,
                supplier.isEmpty() ? by : supplier,
                cost,
                units,
                delivered,
                delayDays,
                stage,
                note,
                version,
                lastDay,
                order,
                late);
    }

    /** The same with what is known of the order. */
    SupplySignal with(LateChance chance) {
        return new SupplySignal(
                id,
                kind,
                item,
                place,
                brand,
                category,
                supplier,
                unitCost,
                units,
                delivered,
                delayDays,
                stage,
                note,
                version,
                lastDay,
                chance.order(),
                chance);
    }
}
