package io.quartermaster.domain.satisfaction.action;

import io.quartermaster.domain.event.BrandAction;
import io.quartermaster.domain.event.CatalogueItem;
import io.quartermaster.domain.event.Delivery;
import io.quartermaster.domain.event.DeliveryDirection;
import io.quartermaster.domain.event.Event;
import io.quartermaster.domain.event.EventKind;
import io.quartermaster.domain.event.Feedback;
import io.quartermaster.domain.event.OrderLine;
import io.quartermaster.domain.event.ReturnLine;
import io.quartermaster.domain.event.StockLevel;
import io.quartermaster.domain.event.generator.Flaw;
import io.quartermaster.domain.event.generator.Marketplace;
import io.quartermaster.domain.event.generator.MarketplaceOptions;
import io.quartermaster.domain.event.generator.MarketplaceSink;
import io.quartermaster.domain.event.generator.TrueDemand;
import io.quartermaster.domain.satisfaction.Evidence;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Weekly evidence about the brands of a generated marketplace, without Flink. */
final class MarketplaceWeeks implements MarketplaceSink {

    final List<BrandAction> actions = new ArrayList<>();

    private final List<Event> events = new ArrayList<>();
    private final Map<String, String> brands = new HashMap<>();
    private final Map<String, Map<Long, EvidenceWindow>> weeks = new HashMap<>();

    static MarketplaceWeeks of(MarketplaceOptions options) {
        MarketplaceWeeks weeks = new MarketplaceWeeks();
        Marketplace.generate(options, weeks);
        weeks.events.forEach(weeks::count);
        weeks.events.clear();
        return weeks;
    }

    WeekLedger ledger() {
        WeekLedger ledger = new WeekLedger();
        weeks.forEach(
                (brand, byWeek) ->
                        byWeek.forEach((week, evidence) -> ledger.add(brand, week, evidence)));
        return ledger;
    }

    @Override
    public void event(EventKind kind, Event event, Flaw flaw) {
        switch (kind) {
            case ITEMS -> {
                CatalogueItem item = (CatalogueItem) event;
                brands.put(item.item(), item.brand());
            }
            case ACTIONS -> actions.add((BrandAction) event);
            case ORDERS, RETURNS, DELIVERIES, FEEDBACK, STOCK -> events.add(event);
            default -> {}
        }
    }

    @Override
    public void truth(TrueDemand demand) {}

    private void count(Event event) {
        if (event instanceof OrderLine line) {
            double freight = line.freight().doubleValue();
            double discount = line.units() * line.discount().doubleValue();
            double listed = line.units() * line.unitPrice().add(line.discount()).doubleValue();
            add(event, line.item(), Evidence.ORDER_LINES, 1);
            add(event, line.item(), Evidence.ORDERED_UNITS, (double) line.units());
            double burden = Math.max(0, Math.min(1, (freight - discount) / listed));
            add(event, line.item(), Evidence.PRICE_BURDEN, burden);
        } else if (event instanceof ReturnLine line && !line.cancellation()) {
            add(event, line.item(), Evidence.RETURNED_UNITS, (double) line.units());
        } else if (event instanceof StockLevel level) {
            add(event, level.item(), Evidence.STOCK_READINGS, 1);
            add(event, level.item(), Evidence.STOCK_OUTS, level.onHand() == 0 ? 1 : 0);
        } else if (event instanceof Feedback feedback) {
            count(feedback);
        } else if (event instanceof Delivery delivery
                && delivery.direction() == DeliveryDirection.OUTBOUND) {
            count(delivery);
        }
    }

    private void count(Feedback feedback) {
        String complaint = feedback.complaint();
        add(feedback, feedback.item(), Evidence.COMPLAINTS, complaint.isEmpty() ? 0 : 1);
        add(feedback, feedback.item(), Evidence.SERVICE_COMPLAINTS, is(complaint, "service"));
        add(feedback, feedback.item(), Evidence.QUALITY_COMPLAINTS, is(complaint, "quality"));
        add(feedback, feedback.item(), Evidence.RATINGS, 1);
        add(feedback, feedback.item(), Evidence.RATING_POINTS, (feedback.rating() - 1) / 4.0);
    }

    private void count(Delivery delivery) {
        boolean late =
                delivery.deliveredAt() == null
                        || delivery.deliveredAt().isAfter(delivery.promisedAt());
        add(delivery, delivery.item(), Evidence.PROMISES, 1);
        add(delivery, delivery.item(), Evidence.LATE, late ? 1 : 0);
        add(delivery, delivery.item(), Evidence.DUE_UNITS, (double) delivery.orderedUnits());
        add(
                delivery,
                delivery.item(),
                Evidence.DELIVERED_UNITS,
                (double) delivery.deliveredUnits());
    }

    private static double is(String complaint, String kind) {
        return complaint.equals(kind) ? 1 : 0;
    }

    private void add(Event event, String item, Evidence evidence, double amount) {
        long week = WeekNumber.of(LocalDate.ofInstant(event.time(), ZoneOffset.UTC));
        weeks.computeIfAbsent(brands.get(item), brand -> new HashMap<>())
                        .computeIfAbsent(week, w -> EvidenceWindow.empty())
                        .whole()[evidence.index()] +=
                amount;
    }
}
