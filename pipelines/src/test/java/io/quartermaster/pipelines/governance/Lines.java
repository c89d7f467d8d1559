package io.quartermaster.pipelines.governance;

import io.quartermaster.domain.event.ActionDecision;
import io.quartermaster.domain.event.ActionKind;
import io.quartermaster.domain.event.Behaviour;
import io.quartermaster.domain.event.BehaviourAction;
import io.quartermaster.domain.event.BrandAction;
import io.quartermaster.domain.event.BrandOffer;
import io.quartermaster.domain.event.BrandStage;
import io.quartermaster.domain.event.BrandTerms;
import io.quartermaster.domain.event.Campaign;
import io.quartermaster.domain.event.CampaignKind;
import io.quartermaster.domain.event.Event;
import io.quartermaster.domain.event.EventKind;
import io.quartermaster.domain.event.Feedback;
import io.quartermaster.domain.event.LifeCycleStep;
import io.quartermaster.domain.event.OrderLine;
import io.quartermaster.domain.event.RawRecord;
import io.quartermaster.domain.event.ReturnLine;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.apache.flink.configuration.Configuration;

/** Candidates and raw records in the words of tests; times are seconds from a fixed start. */
final class Lines {

    static final Instant START = Instant.parse("2011-05-01T00:00:00Z");

    private Lines() {}

    static CleaningOptions options(String... keysAndValues) {
        Configuration configuration = new Configuration();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            configuration.setString(keysAndValues[i], keysAndValues[i + 1]);
        }
        return CleaningOptions.of(configuration);
    }

    static Instant at(long second) {
        return START.plusSeconds(second);
    }

    static Candidate candidate(EventKind kind, long line, Event event) {
        return Candidate.of(kind, line, "line " + line, event);
    }

    static Candidate order(long line, String id, long second, String item, long units) {
        return candidate(EventKind.ORDERS, line, orderLine(id, second, item, units));
    }

    static OrderLine orderLine(String id, long second, String item, long units) {
        return new OrderLine(
                id,
                at(second),
                "file",
                "order-" + id,
                item,
                "main",
                "customer",
                "",
                "",
                units,
                BigDecimal.ONE,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                "GBP",
                false,
                "");
    }

    static Candidate cancellation(long line, String id, long second, String item, long units) {
        return candidate(
                EventKind.RETURNS,
                line,
                new ReturnLine(
                        id,
                        at(second),
                        "file",
                        "",
                        item,
                        "main",
                        "customer",
                        "",
                        units,
                        BigDecimal.ONE,
                        "GBP",
                        "",
                        true,
                        ""));
    }

    static Candidate view(long line, String id, long second) {
        return candidate(
                EventKind.BEHAVIOUR,
                line,
                new Behaviour(
                        id,
                        at(second),
                        "file",
                        "customer",
                        "A",
                        "main",
                        BehaviourAction.VIEW,
                        "",
                        ""));
    }

    static Candidate review(long line, String id, long second) {
        return candidate(
                EventKind.FEEDBACK,
                line,
                new Feedback(id, at(second), "file", "o1", "A", "", "customer", 5, "", "fine"));
    }

    static Candidate offer(long line, String id, long second, String brand) {
        return candidate(
                EventKind.OFFERS,
                line,
                new BrandOffer(
                        id,
                        at(second),
                        "file",
                        brand,
                        "lamps",
                        "supplier",
                        3,
                        BigDecimal.ONE,
                        BigDecimal.TEN,
                        "EUR",
                        0.5,
                        100,
                        7));
    }

    static Candidate terms(long line, String id, long second, String brand) {
        return candidate(
                EventKind.TERMS,
                line,
                BrandTerms.plain(
                        id,
                        at(second),
                        "file",
                        brand,
                        "supplier",
                        1,
                        7,
                        0,
                        12,
                        BigDecimal.ONE,
                        100,
                        1,
                        LocalDate.parse("2011-05-02"),
                        null));
    }

    static Candidate campaign(long line, String id, long second, String name, int version) {
        return candidate(
                EventKind.CAMPAIGNS,
                line,
                new Campaign(
                        id,
                        at(second),
                        "file",
                        name,
                        "Nordlicht",
                        version,
                        "",
                        "",
                        LocalDate.parse("2011-05-02"),
                        LocalDate.parse("2011-05-09"),
                        CampaignKind.ADVERTISING,
                        BigDecimal.TEN,
                        "EUR",
                        0));
    }

    static Candidate step(long line, long second, String brand, BrandStage stage) {
        return candidate(
                EventKind.LIFECYCLE,
                line,
                new LifeCycleStep("s" + line, at(second), "file", brand, stage, ""));
    }

    static Candidate action(long line, long second, String brand) {
        return candidate(
                EventKind.ACTIONS,
                line,
                new BrandAction(
                        "a" + line,
                        at(second),
                        "file",
                        brand,
                        ActionKind.CHANGE_CARRIER,
                        "",
                        ActionDecision.TAKEN));
    }

    /** An order line as a source gives it. */
    static RawRecord rawOrder(
            long line, String id, String time, String item, String units, String price) {
        String[] names = {
            "id", "time", "order", "item", "place", "customer", "units", "unit_price", "currency"
        };
        String[] values = {id, time, "o-" + id, item, "main", "17850", units, price, "GBP"};
        return new RawRecord("orders", "file", line, names, values, String.join(",", values), "");
    }

    /** A cancellation as a source gives it. */
    static RawRecord rawCancellation(long line, String id, String time, String item, String units) {
        String[] names = {
            "id",
            "time",
            "item",
            "place",
            "customer",
            "units",
            "unit_price",
            "currency",
            "cancellation"
        };
        String[] values = {id, time, item, "main", "17850", units, "1", "GBP", "true"};
        return new RawRecord("returns", "file", line, names, values, String.join(",", values), "");
    }
}
