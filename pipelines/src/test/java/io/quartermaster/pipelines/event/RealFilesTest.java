package io.quartermaster.pipelines.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.quartermaster.domain.event.CatalogueItem;
import io.quartermaster.domain.event.Delivery;
import io.quartermaster.domain.event.Event;
import io.quartermaster.domain.event.EventParser;
import io.quartermaster.domain.event.Feedback;
import io.quartermaster.domain.event.OrderLine;
import io.quartermaster.domain.event.Parsed;
import io.quartermaster.domain.event.Payment;
import io.quartermaster.domain.event.RawRecord;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Facts of the real files, counted independently of this code. */
class RealFilesTest {

    @Test
    void readsEveryLineOfOnlineRetailAndItsDirt() throws IOException {
        RawInput input = RawInput.retail(RealData.path("retail/online_retail.csv.gz"));
        assertThat(input.inTimeOrder()).isTrue();
        Map<String, Integer> counts = new TreeMap<>();
        Set<String> ids = new HashSet<>();
        input.forEach(
                record -> {
                    count(counts, record.kind());
                    count(counts, ids.add(record.value("id")) ? "first" : "repeat");
                    if (record.value("customer").isEmpty()) {
                        count(counts, "without customer");
                    }
                    count(counts, priceOf(record));
                    if (EventParser.parse(record, ZoneOffset.UTC) instanceof Parsed.Faulty) {
                        count(counts, "faulty");
                    }
                });
        assertThat(counts)
                .containsEntry("orders", 541_909 - 9_288)
                .containsEntry("returns", 9_288)
                .containsEntry("repeat", 5_268)
                .containsEntry("without customer", 135_080)
                .containsEntry("price of 0", 2_515)
                .containsEntry("price below 0", 2)
                .doesNotContainKey("faulty");
    }

    @Test
    void joinsTheFilesOfOlistLineForLine() throws IOException {
        RawInput input = RawInput.olist(RealData.path("olist"));
        assertThat(input.ignored())
                .containsExactly(
                        "olist_closed_deals_dataset.csv.gz",
                        "olist_marketing_qualified_leads_dataset.csv.gz",
                        "sellers.csv.gz");
        Map<String, Integer> counts = new TreeMap<>();
        Map<String, Event> events = new HashMap<>();
        input.forEach(record -> count(counts, outcome(record, events)));
        assertThat(counts)
                .containsEntry("deliveries", 12_751 - 775)
                .containsEntry(
                        "deliveries missing_field: The column (ordered_units) is empty.", 775)
                .containsEntry("feedback", 12_813)
                .containsEntry("items", 8_009)
                .containsEntry("orders", 13_575)
                .containsEntry("payments", 13_720)
                .hasSize(6);
        assertThat(events.get("orders 0009792311464db532ff765bf7b182ae|1"))
                .isInstanceOfSatisfying(
                        OrderLine.class,
                        order -> {
                            assertThat(order.unitPrice()).isEqualTo(new BigDecimal("99.9"));
                            assertThat(order.freight()).isEqualTo(new BigDecimal("27.65"));
                            assertThat(order.seller())
                                    .isEqualTo("530ec6109d11eaaf87999465c6afee01");
                            assertThat(order.customer()).hasSize(32);
                            assertThat(order.region()).hasSize(2);
                        });
        assertThat(events.get("deliveries a4591c265e18cb1dcee52889e2d8acc3"))
                .isInstanceOfSatisfying(
                        Delivery.class,
                        delivery -> {
                            assertThat(delivery.promisedAt())
                                    .isEqualTo(Instant.parse("2017-08-01T00:00:00Z"));
                            assertThat(delivery.deliveredAt())
                                    .isEqualTo(Instant.parse("2017-07-26T10:57:55Z"));
                        });
        assertThat(events.get("items 03b63c5fc16691530586ae020c345514"))
                .isInstanceOfSatisfying(
                        CatalogueItem.class,
                        item -> {
                            assertThat(item.brand()).isEqualTo("unknown");
                            assertThat(item.category()).isEqualTo("baby");
                            assertThat(item.unitVolume()).isEqualTo(42.75);
                        });
        assertThat(events.get("payments 42fdf880ba16b47b59251dd489d4441a|1"))
                .isInstanceOf(Payment.class);
        assertThat(
                        events.get(
                                "feedback 373cbeecea8286a2b66c97b1b157ec46|"
                                        + "583174fbe37d3d5f0d6661be3aad1786"))
                .isInstanceOfSatisfying(
                        Feedback.class,
                        feedback -> {
                            assertThat(feedback.rating()).isEqualTo(1);
                            assertThat(feedback.text())
                                    .isEqualTo("Não chegou meu produto\nPéssimo");
                        });
    }

    private static String priceOf(RawRecord record) {
        int sign = new BigDecimal(record.value("unit_price")).signum();
        return sign > 0 ? "price" : sign == 0 ? "price of 0" : "price below 0";
    }

    private static String outcome(RawRecord record, Map<String, Event> events) {
        Parsed parsed = EventParser.parse(record, ZoneOffset.UTC);
        if (parsed instanceof Parsed.Whole whole) {
            events.put(record.kind() + " " + whole.event().id(), whole.event());
            return record.kind();
        }
        Parsed.Faulty faulty = (Parsed.Faulty) parsed;
        return record.kind() + " " + faulty.rule() + ": " + faulty.reason();
    }

    private static void count(Map<String, Integer> counts, String what) {
        counts.merge(what, 1, Integer::sum);
    }
}
