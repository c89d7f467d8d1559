package io.quartermaster.domain.governance;

import io.quartermaster.domain.event.Behaviour;
import io.quartermaster.domain.event.BehaviourAction;
import io.quartermaster.domain.event.Campaign;
import io.quartermaster.domain.event.CampaignKind;
import io.quartermaster.domain.event.Feedback;
import io.quartermaster.domain.event.OrderLine;
import io.quartermaster.domain.event.ReturnLine;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/** Events that are sound but for what a test says. */
final class Sample {

    static final Instant TIME = Instant.parse("2011-05-01T10:00:00Z");

    private Sample() {}

    static OrderLine order(String item, long units, String price) {
        return order("o1", TIME, item, units, price);
    }

    static OrderLine order(String id, Instant time, String item, long units, String price) {
        return new OrderLine(
                id,
                time,
                "file",
                "order-" + id,
                item,
                "main",
                "customer",
                "",
                "",
                units,
                new BigDecimal(price),
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                "GBP",
                false,
                "");
    }

    static ReturnLine cancellation(Instant time, String order, String item, long units) {
        return new ReturnLine(
                "r1",
                time,
                "file",
                order,
                item,
                "main",
                "customer",
                "",
                units,
                BigDecimal.ONE,
                "GBP",
                "",
                true,
                "");
    }

    static Feedback rating(int rating) {
        return new Feedback("f1", TIME, "file", "o1", "A", "", "customer", rating, "", "fine");
    }

    static Behaviour view(Instant time) {
        return new Behaviour(
                "v" + time, time, "file", "customer", "A", "main", BehaviourAction.VIEW, "", "");
    }

    static Campaign campaign(
            int version,
            LocalDate first,
            LocalDate last,
            BigDecimal cost,
            String currency,
            double discount) {
        return new Campaign(
                "c" + version,
                TIME,
                "file",
                "spring",
                "Nordlicht",
                version,
                "",
                "",
                first,
                last,
                CampaignKind.DISCOUNT,
                cost,
                currency,
                discount);
    }
}
