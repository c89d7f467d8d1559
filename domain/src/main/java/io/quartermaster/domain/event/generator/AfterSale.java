package io.quartermaster.domain.event.generator;

import io.quartermaster.domain.event.Behaviour;
import io.quartermaster.domain.event.BehaviourAction;
import io.quartermaster.domain.event.Delivery;
import io.quartermaster.domain.event.DeliveryDirection;
import io.quartermaster.domain.event.Feedback;
import io.quartermaster.domain.event.Message;
import io.quartermaster.domain.event.OrderLine;
import io.quartermaster.domain.event.ReturnLine;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.Month;
import java.time.ZoneOffset;

/**
 * What follows a sale: cancelled, or delivered (late more often by careless sellers and before
 * Christmas), then rated, complained of and returned the more, the worse the brand's hidden quality
 * and the later the parcel.
 */
final class AfterSale {

    private static final double CANCELLED_SHARE = 0.01;
    private static final double LOST_SHARE = 0.004;
    private static final double RATED_SHARE = 0.25;
    private static final double MESSAGE_SHARE = 0.03;

    private final MarketplaceOptions options;
    private final ActionStory actions;
    private final EventLog log;

    AfterSale(MarketplaceOptions options, ActionStory actions, EventLog log) {
        this.options = options;
        this.actions = actions;
        this.log = log;
    }

    void tell(Sale sale, OrderLine line) {
        Draws draws = Draws.of(options.seed(), "after", sale.id());
        bought(sale, line);
        message(draws, sale, line);
        if (draws.chance(CANCELLED_SHARE)) {
            takeBack(draws, sale, line, line.time().plus(Duration.ofMinutes(45)), true);
            return;
        }
        boolean late = draws.chance(lateness(sale, line.time()));
        Instant promised = line.time().plus(Duration.ofDays(3 + sale.place() % 2));
        double shift = late ? draws.between(0.2, 4) : -draws.between(0.1, 1.8);
        Instant arrived = promised.plusSeconds((long) (shift * EventLog.SECONDS_OF_DAY));
        boolean lost = draws.chance(LOST_SHARE);
        deliver(sale, line, promised, lost ? null : arrived);
        if (!lost) {
            feedback(draws, sale, line, late, arrived);
            sendBack(draws, sale, line, arrived);
        }
    }

    private void bought(Sale sale, OrderLine line) {
        if (sale.customer() >= 0 && Customers.tracked(sale.customer())) {
            log.add(
                    new Behaviour(
                            "buy-" + sale.id(),
                            line.time(),
                            FunnelStory.SOURCE,
                            line.customer(),
                            line.item(),
                            line.place(),
                            BehaviourAction.BUY,
                            "",
                            ""));
        }
    }

    private double lateness(Sale sale, Instant time) {
        double careless = Draws.of(options.seed(), "seller", sale.sku().brand().seller()).unit();
        var date = time.atZone(ZoneOffset.UTC).toLocalDate();
        boolean christmas = date.getMonth() == Month.DECEMBER && date.getDayOfMonth() < 25;
        double usual = 0.03 + 0.12 * careless + (christmas ? 0.06 : 0);
        return usual * actions.lateness(sale.sku().brand(), sale.place(), sale.day());
    }

    private void deliver(Sale sale, OrderLine line, Instant promised, Instant arrived) {
        log.add(
                new Delivery(
                        "out-" + sale.id(),
                        arrived == null ? promised.plus(Duration.ofDays(10)) : arrived,
                        "carrier",
                        DeliveryDirection.OUTBOUND,
                        line.order(),
                        line.item(),
                        line.place(),
                        line.seller(),
                        line.customer(),
                        line.units(),
                        arrived == null ? 0 : line.units(),
                        promised,
                        arrived));
    }

    private void feedback(Draws draws, Sale sale, OrderLine line, boolean late, Instant arrived) {
        if (!draws.chance(RATED_SHARE)) {
            return;
        }
        String complaint = complaint(draws, sale, late);
        double mood =
                1.5 + 3.4 * sale.sku().brand().quality() + 0.8 * draws.normal() - (late ? 1 : 0);
        int worst = complaint.isEmpty() ? 5 : 2;
        int rating = (int) Math.max(1, Math.min(worst, Math.round(mood)));
        log.add(
                new Feedback(
                        "review-" + sale.id(),
                        arrived.plus(Duration.ofHours(8 + draws.below(90))),
                        SalesStory.SOURCE,
                        line.order(),
                        line.item(),
                        line.seller(),
                        line.customer(),
                        rating,
                        complaint,
                        new Wording(draws).review(sale.sku(), rating, complaint)));
    }

    private String complaint(Draws draws, Sale sale, boolean late) {
        BrandProfile brand = sale.sku().brand();
        if (late && draws.chance(0.35 * actions.complaints(brand, "delivery", sale.day()))) {
            return "delivery";
        }
        double left = actions.complaints(brand, "quality", sale.day());
        if (draws.chance(0.3 * (1 - brand.quality()) * left)) {
            return "quality";
        }
        return draws.chance(0.01) ? "service" : draws.chance(0.005) ? "price" : "";
    }

    private void sendBack(Draws draws, Sale sale, OrderLine line, Instant arrived) {
        double usual = 0.015 + 0.12 * (1 - sale.sku().brand().quality());
        if (draws.chance(usual + actions.moreReturns(sale.sku()))) {
            Duration kept = Duration.ofHours(48 + draws.below(240));
            takeBack(draws, sale, line, arrived.plus(kept), false);
        }
    }

    private void takeBack(
            Draws draws, Sale sale, OrderLine line, Instant time, boolean cancellation) {
        String[] reasons = {"does not fit", "defective", "changed my mind", "not as described"};
        BigDecimal refund = line.unitPrice();
        log.add(
                new ReturnLine(
                        (cancellation ? "cancel-" : "return-") + sale.id(),
                        time,
                        SalesStory.SOURCE,
                        line.order(),
                        line.item(),
                        line.place(),
                        line.customer(),
                        line.seller(),
                        cancellation ? line.units() : 1 + draws.below((int) line.units()),
                        refund,
                        Marketplace.CURRENCY,
                        cancellation ? "cancelled" : reasons[draws.below(reasons.length)],
                        cancellation,
                        cancellation ? "" : line.id()));
    }

    private void message(Draws draws, Sale sale, OrderLine line) {
        if (sale.customer() >= 0 && draws.chance(MESSAGE_SHARE)) {
            log.add(
                    new Message(
                            "message-" + sale.id(),
                            line.time().plus(Duration.ofHours(2 + draws.below(100))),
                            "helpdesk",
                            line.customer(),
                            line.order(),
                            new Wording(draws).message(sale.sku(), sale.customer())));
        }
    }
}
