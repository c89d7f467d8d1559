package io.quartermaster.domain.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class EventParserTest {

    @Test
    void readsAnAction() {
        RawRecord record =
                new RawRecord(
                        "actions",
                        "actions.csv",
                        2,
                        new String[] {"id", "time", "brand", "action", "subject", "decision"},
                        new String[] {
                            "a1", "2024-05-01", "Corvino", "Change_Carrier", "place-1", "taken"
                        },
                        "",
                        "");
        assertThat(EventParser.parse(record, ZoneOffset.UTC))
                .isEqualTo(
                        new Parsed.Whole(
                                new BrandAction(
                                        "a1",
                                        Instant.parse("2024-05-01T00:00:00Z"),
                                        "actions.csv",
                                        "Corvino",
                                        ActionKind.CHANGE_CARRIER,
                                        "place-1",
                                        ActionDecision.TAKEN)));
    }

    @Test
    void refusesAnActionOfAKindThatIsNotKnown() {
        RawRecord record =
                new RawRecord(
                        "actions",
                        "actions.csv",
                        2,
                        new String[] {"id", "time", "brand", "action", "decision"},
                        new String[] {"a1", "2024-05-01", "Corvino", "praise", "taken"},
                        "",
                        "");
        assertThat(EventParser.parse(record, ZoneOffset.UTC))
                .isEqualTo(
                        new Parsed.Faulty(
                                "malformed_field",
                                "The column (action) holds (praise), not one of delist_item, change_carrier, renegotiate_term, raise_safety_stock, answer_complaint."));
    }

    @Test
    void readsAPurchaseStep() {
        RawRecord record =
                new RawRecord(
                        "purchase_steps",
                        "steps.csv",
                        2,
                        new String[] {
                            "id",
                            "time",
                            "purchase_order",
                            "supplier",
                            "state",
                            "quantity",
                            "arrival_day"
                        },
                        new String[] {
                            "s1", "2024-05-01", "PO-1", "East", "changed", "40", "2024-05-09"
                        },
                        "",
                        "");
        assertThat(EventParser.parse(record, ZoneOffset.UTC))
                .isEqualTo(
                        new Parsed.Whole(
                                new PurchaseStep(
                                        "s1",
                                        Instant.parse("2024-05-01T00:00:00Z"),
                                        "steps.csv",
                                        "PO-1",
                                        "East",
                                        PurchaseState.CHANGED,
                                        40,
                                        LocalDate.parse("2024-05-09"),
                                        "")));
    }

    @Test
    void readsAnErasureAndRefusesOneOfNobody() {
        assertThat(EventParser.parse(erasure(" c7 "), ZoneOffset.UTC))
                .isEqualTo(
                        new Parsed.Whole(
                                new Erasure(
                                        "e1",
                                        Instant.parse("2024-05-01T00:00:00Z"),
                                        "erasures.csv",
                                        "c7")));
        for (String nobody : new String[] {"", " "}) {
            assertThat(EventParser.parse(erasure(nobody), ZoneOffset.UTC))
                    .isEqualTo(
                            new Parsed.Faulty("missing_field", "The column (customer) is empty."));
        }
    }

    private static RawRecord erasure(String customer) {
        return new RawRecord(
                "erasures",
                "erasures.csv",
                2,
                new String[] {"id", "time", "customer"},
                new String[] {"e1", "2024-05-01", customer},
                "",
                "");
    }

    @Test
    void readsAnOrderLine() {
        assertThat(whole(order()))
                .isEqualTo(
                        new OrderLine(
                                "o1|1",
                                Instant.parse("2024-03-01T07:30:00Z"),
                                "orders.csv",
                                "o1",
                                "A17",
                                "main",
                                "c1",
                                "",
                                "",
                                6,
                                new BigDecimal("2.55"),
                                BigDecimal.ZERO,
                                BigDecimal.ZERO,
                                "EUR",
                                true,
                                ""));
    }

    @Test
    void takesWholeNumbersWithADecimalPoint() {
        assertThat(((OrderLine) whole(order("units", "6.0"))).units()).isEqualTo(6);
    }

    @Test
    void leavesImpossibleValuesToGovernance() {
        assertThat(((OrderLine) whole(order("units", "-3"))).units()).isEqualTo(-3);
    }

    @Test
    void namesEveryMissingAndMalformedColumn() {
        assertThat(parse(order("item", " ", "units", "six", "unit_price", "NaN")))
                .isEqualTo(
                        new Parsed.Faulty(
                                "missing_field",
                                "The column (item) is empty. The column (units) holds (six), not a"
                                        + " whole number. The column (unit_price) holds (NaN), not a"
                                        + " decimal number."));
    }

    @ParameterizedTest
    @CsvSource({
        "units,1.5,a whole number",
        "units,99999999999999999999,a whole number",
        "unit_price,1e999999999,a decimal number",
        "unit_price,0x1p3,a decimal number",
        "promotion,perhaps,true or false",
        "time,yesterday,an ISO-8601 time or epoch milliseconds",
        "time,+1000000000-12-31T23:59:59Z,an ISO-8601 time or epoch milliseconds",
        "time,2024-02-30 10:00:00,an ISO-8601 time or epoch milliseconds",
    })
    void refusesWhatHasNotTheFormOfItsColumn(String column, String value, String wanted) {
        assertThat(parse(order(column, value)))
                .isEqualTo(
                        new Parsed.Faulty(
                                "malformed_field",
                                "The column (%s) holds (%s), not %s."
                                        .formatted(column, value, wanted)));
    }

    @ParameterizedTest
    @CsvSource({
        "2024-03-01T07:30:00Z,2024-03-01T07:30:00Z",
        "2024-03-01T08:30:00+01:00,2024-03-01T07:30:00Z",
        "1709278200000,2024-03-01T07:30:00Z",
        "2024-03-01 08:30:00,2024-03-01T07:30:00Z",
        "2024-03-01T08:30,2024-03-01T07:30:00Z",
        "2024-03-01 08:30:00.250,2024-03-01T07:30:00.250Z",
        "2024-03-01,2024-02-29T23:00:00Z",
        "-5,1969-12-31T23:59:59.995Z",
    })
    void readsTimesInEveryFormAndLocalOnesInTheZone(String text, Instant expected) {
        assertThat(EventTimes.parse(text, ZoneId.of("Europe/Berlin"))).isEqualTo(expected);
    }

    @Test
    void readsAFractionAsAJudgement() {
        RawRecord judgement =
                raw("judgements", "id=j1,time=2024-03-01,expert=e,criterion=a,against=b,value=1/4");
        assertThat(((ExpertJudgement) whole(judgement)).value()).isEqualTo(0.25);
    }

    @Test
    void asksForAnItemUnlessTheVisitorSearched() {
        String start = "id=b1,time=2024-03-01,";
        assertThat(parse(raw("behaviour", start + "action=search,query=lamp")))
                .isInstanceOf(Parsed.Whole.class);
        assertThat(parse(raw("behaviour", start + "action=view,place=main")))
                .isEqualTo(new Parsed.Faulty("missing_field", "The column (item) is empty."));
        assertThat(parse(raw("behaviour", start + "action=stare,item=A17")))
                .isEqualTo(
                        new Parsed.Faulty(
                                "malformed_field",
                                "The column (action) holds (stare), not one of view, favourite,"
                                        + " cart, buy, search, shown."));
    }

    @Test
    void leavesAnOpenEndOfTermsOpen() {
        RawRecord terms =
                raw(
                        "terms",
                        "id=t1,time=2024-03-01,brand=Nordlicht,supplier=S1,version=1,"
                                + "lead_time_days=7,cost_factor=0.9,capacity_per_day=50,"
                                + "valid_from=2024-03-02");
        BrandTerms parsed = (BrandTerms) whole(terms);
        assertThat(parsed.validFrom()).isEqualTo(LocalDate.of(2024, 3, 2));
        assertThat(parsed.validTo()).isNull();
        assertThat(parsed.packUnits()).isEqualTo(1);
    }

    @Test
    void readsACampaignOfAllItemsAndPlaces() {
        RawRecord raw =
                raw(
                        "campaigns",
                        "id=c1,time=2024-03-01,campaign=spring,brand=Nordlicht,starts_on=2024-03-08,"
                                + "ends_on=2024-03-14,kind=Discount,cost=120.50,currency=EUR,"
                                + "discount=0.15");
        Campaign campaign = (Campaign) whole(raw);
        assertThat(campaign.version()).isEqualTo(1);
        assertThat(campaign.kind()).isEqualTo(CampaignKind.DISCOUNT);
        assertThat(campaign.cost()).isEqualByComparingTo("120.5");
        assertThat(campaign.isForItem("A17")).isTrue();
        assertThat(campaign.holdsOn(LocalDate.of(2024, 3, 14))).isTrue();
        assertThat(campaign.holdsOn(LocalDate.of(2024, 3, 15))).isFalse();
        assertThat(parse(raw("campaigns", "id=c1,time=2024-03-01,campaign=a,brand=B,kind=gift")))
                .isEqualTo(
                        new Parsed.Faulty(
                                "missing_field",
                                "The column (starts_on) is empty. The column (ends_on) is empty."
                                        + " The column (kind) holds (gift), not one of discount,"
                                        + " advertising, placement, bundle."));
    }

    @Test
    void readsTheItemsAndPlacesOfACampaign() {
        RawRecord raw =
                raw(
                        "campaigns",
                        "id=c1,time=2024-03-01,campaign=spring,brand=Nordlicht,starts_on=2024-03-08,"
                                + "ends_on=2024-03-14,kind=bundle,items=A17  B2,places=main");
        Campaign campaign = (Campaign) whole(raw);
        assertThat(campaign.isForItem("B2")).isTrue();
        assertThat(campaign.isForItem("B")).isFalse();
        assertThat(campaign.isForPlace("main")).isTrue();
        assertThat(campaign.isForPlace("north")).isFalse();
    }

    @Test
    void refusesAnUnknownKindAndALineThatCouldNotBeSplit() {
        assertThat(parse(raw("weather", "id=1")))
                .isEqualTo(
                        new Parsed.Faulty(
                                "unknown_kind", "The kind (weather) is not one of the events."));
        RawRecord broken =
                new RawRecord("orders", "f", 3, new String[0], new String[0], "\"x", "No end.");
        assertThat(parse(broken)).isEqualTo(new Parsed.Faulty("malformed_line", "No end."));
    }

    @ParameterizedTest
    @EnumSource(EventKind.class)
    void asksForEveryRequiredColumnOfAKind(EventKind kind) {
        assertThat(kind.columns()).containsAll(kind.requiredColumns());
        Parsed.Faulty empty = (Parsed.Faulty) parse(raw(kind.label(), "unknown=1"));
        assertThat(empty.rule()).isEqualTo("missing_field");
        for (String column : kind.requiredColumns()) {
            assertThat(empty.reason()).contains("The column (" + column + ") is empty.");
        }
    }

    private static RawRecord order(String... changes) {
        Map<String, String> columns = new LinkedHashMap<>();
        List.of(
                        "id=o1|1",
                        "time=2024-03-01T07:30:00Z",
                        "order=o1",
                        "item=A17",
                        "place=main",
                        "customer=c1",
                        "units=6",
                        "unit_price=2.55",
                        "currency=EUR",
                        "promotion=true")
                .forEach(pair -> columns.put(pair.split("=", 2)[0], pair.split("=", 2)[1]));
        for (int i = 0; i < changes.length; i += 2) {
            columns.put(changes[i], changes[i + 1]);
        }
        return record("orders", columns);
    }

    private static RawRecord raw(String kind, String pairs) {
        Map<String, String> columns = new LinkedHashMap<>();
        Arrays.stream(pairs.split(",", -1))
                .forEach(pair -> columns.put(pair.split("=", 2)[0], pair.split("=", 2)[1]));
        return record(kind, columns);
    }

    private static RawRecord record(String kind, Map<String, String> columns) {
        return new RawRecord(
                kind,
                kind + ".csv",
                2,
                columns.keySet().toArray(String[]::new),
                columns.values().toArray(String[]::new),
                String.join(",", columns.values()),
                "");
    }

    private static Parsed parse(RawRecord record) {
        return EventParser.parse(record, ZoneOffset.UTC);
    }

    private static Event whole(RawRecord record) {
        return ((Parsed.Whole) parse(record)).event();
    }
}
