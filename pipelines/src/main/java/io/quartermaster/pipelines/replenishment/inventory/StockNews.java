package io.quartermaster.pipelines.replenishment.inventory;

import io.quartermaster.domain.event.Delivery;
import io.quartermaster.domain.event.PurchaseState;
import io.quartermaster.domain.replenishment.ItemForecast;
import io.quartermaster.domain.replenishment.OpenOrder;
import io.quartermaster.domain.replenishment.PurchaseOrder;
import io.quartermaster.domain.replenishment.justintime.LeadTimeDistribution;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * One thing that a stock signal must know of an item. Exactly one of the parts is there, the others
 * are null; an order that has arrived has no units.
 *
 * @param item whom it concerns
 * @param place where, empty if everywhere
 * @param held what lies there
 * @param forecast a champion forecast
 * @param lead how long orders take
 * @param order an order under way, or one that has arrived or is no longer open
 * @param placed whether that order was placed, and not only proposed
 * @param revision of that order, rising
 */
public record StockNews(
        String item,
        String place,
        HeldLots held,
        ItemForecast forecast,
        LeadTimeDistribution lead,
        OpenOrder order,
        boolean placed,
        int revision) {

    /** Days past its promise after which an order is not expected any more. */
    private static final int OVERDUE_DAYS = 60;

    static StockNews of(HeldLots held) {
        return new StockNews(held.item(), held.place(), held, null, null, null, false, 0);
    }

    static StockNews of(ItemForecast forecast) {
        return new StockNews(
                forecast.item(), forecast.place(), null, forecast, null, null, false, 0);
    }

    static StockNews of(LeadTimeDistribution lead) {
        return new StockNews(lead.item(), "", null, null, lead, null, false, 0);
    }

    /** Of a delivery that has arrived only that it is under way no more. */
    static StockNews of(Delivery delivery) {
        boolean arrived = delivery.deliveredAt() != null;
        return order(
                delivery.item(),
                delivery.place(),
                delivery.order(),
                arrived ? null : LocalDate.ofInstant(delivery.promisedAt(), ZoneOffset.UTC),
                arrived ? 0 : delivery.orderedUnits(),
                true,
                arrived ? 2 : 1);
    }

    static StockNews of(PurchaseOrder order) {
        return order(
                order.item(),
                order.place(),
                order.purchaseOrder(),
                order.arrivalDay(),
                order.awaited() ? order.quantity() : 0,
                order.state() != PurchaseState.PROPOSED,
                order.revision());
    }

    private static StockNews order(
            String item,
            String place,
            String number,
            LocalDate arrivalDay,
            long units,
            boolean placed,
            int revision) {
        OpenOrder order = new OpenOrder(number, arrivalDay, units, BigDecimal.ZERO);
        return new StockNews(item, place, null, null, null, order, placed, revision);
    }

    /** Whether an order is still expected at the end of a day; a proposal is until it was due. */
    boolean isExpected(LocalDate day) {
        return order.arrivalDay().plusDays(placed ? OVERDUE_DAYS : 0).isAfter(day);
    }

    /** Orders what is known at the same time: orders first, forecasts last. */
    String id() {
        if (order != null) {
            return "1|%s|%s|%09d".formatted(place, order.purchaseOrder(), revision);
        }
        if (held != null) {
            return "2|" + place;
        }
        return lead != null
                ? "3|" + lead.supplier()
                : "4|%s|%s|%09d".formatted(place, forecast.madeOn(), forecast.revision());
    }
}
