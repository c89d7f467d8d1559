package io.quartermaster.pipelines.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.quartermaster.domain.event.EventParser;
import io.quartermaster.domain.event.OrderLine;
import io.quartermaster.domain.event.Parsed;
import io.quartermaster.domain.event.RawRecord;
import io.quartermaster.domain.event.ReturnLine;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class RetailTranslatorTest {

    private static final String[] HEADER = {
        "InvoiceNo",
        "StockCode",
        "Description",
        "Quantity",
        "InvoiceDate",
        "UnitPrice",
        "CustomerID",
        "Country"
    };

    private final RetailTranslator translator = new RetailTranslator();

    @Test
    void makesAnOrderLineOfALine() {
        OrderLine order =
                (OrderLine) whole(line("536365", "85123A", "HOLDER", "6", "2010-12-01 08:26:00"));
        assertThat(order.order()).isEqualTo("536365");
        assertThat(order.item()).isEqualTo("85123A");
        assertThat(order.units()).isEqualTo(6);
        assertThat(order.unitPrice()).isEqualTo(new BigDecimal("2.55"));
        assertThat(order.currency()).isEqualTo("GBP");
        assertThat(order.customer()).isEqualTo("17850");
        assertThat(order.region()).isEqualTo("France");
        assertThat(order.place()).isEqualTo("main");
        assertThat(order.time()).isEqualTo(Instant.parse("2010-12-01T08:26:00Z"));
    }

    @Test
    void makesAReturnOfACancelledLine() {
        ReturnLine cancelled =
                (ReturnLine)
                        whole(line("C536379", "85123A", "HOLDER", "-2", "2010-12-01 09:41:00"));
        assertThat(cancelled.units()).isEqualTo(2);
        assertThat(cancelled.cancellation()).isTrue();
        assertThat(cancelled.order()).isEqualTo("C536379");
    }

    @Test
    void keepsDirtForTheRulesOfCleaning() {
        OrderLine negative =
                (OrderLine) whole(line("536589", "21777", "", "-10", "2010-12-01 16:50:00"));
        assertThat(negative.units()).isEqualTo(-10);
    }

    @Test
    void givesExactRepeatsOneIdAndNothingElse() {
        String one = id(line("536365", "85123A", "HOLDER", "6", "2010-12-01 08:26:00"));
        assertThat(id(line("536365", "85123A", "HOLDER", "6", "2010-12-01 08:26:00")))
                .isEqualTo(one)
                .startsWith("536365|85123A|");
        assertThat(id(line("536365", "85123A", "HOLDER", "7", "2010-12-01 08:26:00")))
                .isNotEqualTo(one);
        assertThat(id(line("536365", "85123A", "HOLDE", "R6", "2010-12-01 08:26:00")))
                .isNotEqualTo(one);
    }

    @Test
    void readsTheOtherEditionOfTheFile() {
        RawRecord line =
                new RawRecord(
                        "orders",
                        "f",
                        2,
                        new String[] {
                            "Invoice",
                            "StockCode",
                            "Description",
                            "Quantity",
                            "InvoiceDate",
                            "Price",
                            "Customer ID",
                            "Country"
                        },
                        new String[] {
                            "489434",
                            "85048",
                            "LIGHTS",
                            "12",
                            "12/1/2009 7:45",
                            "6.95",
                            "13085",
                            "France"
                        },
                        "",
                        "");
        OrderLine order = (OrderLine) whole(line);
        assertThat(order.time()).isEqualTo(Instant.parse("2009-12-01T07:45:00Z"));
        assertThat(order.customer()).isEqualTo("13085");
        assertThat(order.unitPrice()).isEqualTo(new BigDecimal("6.95"));
    }

    private String id(RawRecord line) {
        return translator.translate(line).value("id");
    }

    private Object whole(RawRecord line) {
        Parsed parsed = EventParser.parse(translator.translate(line), ZoneOffset.UTC);
        return ((Parsed.Whole) parsed).event();
    }

    private static RawRecord line(
            String invoice, String stockCode, String description, String quantity, String date) {
        return new RawRecord(
                "orders",
                "f",
                2,
                HEADER,
                new String[] {
                    invoice, stockCode, description, quantity, date, "2.55", "17850.0", "France"
                },
                "",
                "");
    }
}
