package io.quartermaster.domain.governance;

import static org.assertj.core.api.Assertions.assertThat;

import io.quartermaster.domain.event.ActionDecision;
import io.quartermaster.domain.event.ActionKind;
import io.quartermaster.domain.event.BrandAction;
import io.quartermaster.domain.event.BrandTerms;
import io.quartermaster.domain.event.Delivery;
import io.quartermaster.domain.event.DeliveryDirection;
import io.quartermaster.domain.event.Event;
import io.quartermaster.domain.event.ExpertJudgement;
import io.quartermaster.domain.event.ItemVector;
import io.quartermaster.domain.event.OrderLine;
import io.quartermaster.domain.event.Payment;
import io.quartermaster.domain.event.PurchaseState;
import io.quartermaster.domain.event.PurchaseStep;
import io.quartermaster.domain.event.ReturnLine;
import io.quartermaster.domain.event.StockLevel;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RuleBookTest {

    private static final RuleBook RULES =
            RuleBook.of(
                    Set.copyOf(RuleBook.DEFAULT_NOT_PRODUCTS),
                    Instant.parse("1990-01-01T00:00:00Z"),
                    Instant.parse("2012-01-01T00:00:00Z"));

    @Test
    void readsAsAListOfRules() {
        assertThat(RULES.names())
                .containsExactly(
                        "not_a_product",
                        "future_time",
                        "impossible_time",
                        "impossible_units",
                        "impossible_price",
                        "impossible_rating",
                        "impossible_value");
    }

    @Test
    void acceptsASoundEvent() {
        OrderLine order = Sample.order("85123A", 6, "2.55");
        assertThat(RULES.judge(order)).isEqualTo(new Verdict.Accepted(order));
    }

    @Test
    void acceptsAnOrderWithoutCustomer() {
        assertThat(RULES.judge(Sample.view(Sample.TIME))).isInstanceOf(Verdict.Accepted.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST",
                "DOT",
                "C2",
                "M",
                "m",
                "D",
                "S",
                "B",
                "BANK CHARGES",
                "AMAZONFEE",
                "CRUK",
                "PADS",
                "ADJUST2",
                "TEST001",
                "gift_0001_20"
            })
    void notAProduct(String code) {
        assertRejected(
                Sample.order(code, 1, "18.00"),
                "not_a_product",
                "The item (" + code + ") books a charge or voucher, not goods.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"85123A", "DCGS0003", "DCGSSGIRL", "TESTER", "GIFTBOX", "A"})
    void keepsGoodsWhoseCodesLookOdd(String code) {
        assertThat(RULES.judge(Sample.order(code, 1, "1.00"))).isInstanceOf(Verdict.Accepted.class);
    }

    @Test
    void futureTime() {
        Instant time = Instant.parse("2012-01-01T00:00:00.001Z");
        assertRejected(
                Sample.order("o1", time, "A", 1, "1"),
                "future_time",
                "The time (2012-01-01T00:00:00.001Z) lies in the future.");
    }

    @Test
    void impossibleTime() {
        Instant time = Instant.parse("0211-01-01T00:00:00Z");
        assertRejected(
                Sample.order("o1", time, "A", 1, "1"),
                "impossible_time",
                "The time (0211-01-01T00:00:00Z) must not be before 1990-01-01T00:00:00Z.");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -3})
    void impossibleUnits(long units) {
        assertRejected(
                Sample.order("A17", units, "1"),
                "impossible_units",
                "The units (" + units + ") of item (A17) must be above 0.");
    }

    @Test
    void impossibleUnitsOfStock() {
        assertRejected(
                new StockLevel("s1", Sample.TIME, "file", "A17", "main", -1),
                "impossible_units",
                "The units on hand (-1) of item (A17) must not be negative.");
    }

    @Test
    void impossibleUnitsOfADelivery() {
        Delivery delivery =
                new Delivery(
                        "d1",
                        Sample.TIME,
                        "file",
                        DeliveryDirection.OUTBOUND,
                        "o1",
                        "A17",
                        "main",
                        "",
                        "",
                        2,
                        -1,
                        null,
                        null);
        assertRejected(
                delivery,
                "impossible_units",
                "The delivered units (-1) of item (A17) must not be negative.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0.00", "-11062.06"})
    void impossiblePrice(String price) {
        assertRejected(
                Sample.order("A17", 1, price),
                "impossible_price",
                "The price (" + price + ") of item (A17) must be above 0.");
    }

    @Test
    void impossiblePriceOfAPayment() {
        Payment payment =
                new Payment(
                        "p1", Sample.TIME, "file", "o1", "card", 1, new BigDecimal("-2.5"), "GBP");
        assertRejected(
                payment,
                "impossible_price",
                "The amount (-2.5) of order (o1) must not be negative.");
    }

    @Test
    void acceptsACancellationAsAReturn() {
        ReturnLine line = Sample.cancellation(Sample.TIME, "", "A17", 6);
        assertThat(RULES.judge(line)).isEqualTo(new Verdict.Accepted(line));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 6})
    void impossibleRating(int rating) {
        assertRejected(
                Sample.rating(rating),
                "impossible_rating",
                "The rating ("
                        + rating
                        + ") of order (o1) must be 1 to 5, or 0 if none was given.");
    }

    @Test
    void acceptsFeedbackWithoutRating() {
        assertThat(RULES.judge(Sample.rating(0))).isInstanceOf(Verdict.Accepted.class);
    }

    @ParameterizedTest
    @CsvSource({
        "'', 9.5, comparison, 1/9 to 9",
        "Nordlicht, 1.2, judgement, 0 to 1",
        "Nordlicht, NaN, judgement, 0 to 1"
    })
    void impossibleValueOfAJudgement(String brand, double value, String what, String range) {
        ExpertJudgement judgement =
                new ExpertJudgement(
                        "j1", Sample.TIME, "file", "expert", brand, "quality", "price", value);
        assertRejected(
                judgement,
                "impossible_value",
                "The " + what + " (" + value + ") must be " + range + ".");
    }

    @Test
    void impossibleValueOfTerms() {
        BrandTerms terms =
                BrandTerms.plain(
                        "t1",
                        Sample.TIME,
                        "file",
                        "Nordlicht",
                        "supplier",
                        1,
                        7,
                        0,
                        12,
                        BigDecimal.ONE,
                        100,
                        1,
                        LocalDate.parse("2011-05-02"),
                        LocalDate.parse("2011-05-01"));
        assertRejected(
                terms,
                "impossible_value",
                "The last day (2011-05-01) must not be before the first (2011-05-02). Maybe they are swapped.");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 2011-05-02, 2011-05-09, 10, EUR, 0, The version (0) must be at least 1.",
        "1, 2011-05-02, 2011-05-09, 10, EUR, 15, The discount (15.0) must be 0 to 1.",
        "1, 2011-05-02, 2011-05-01, 10, EUR, 0, The last day (2011-05-01) must not be before the first (2011-05-02). Maybe they are swapped.",
        "1, 2011-05-02, 2011-05-09, 10, '', 0, The cost (10) of campaign (spring) must have a currency. Maybe EUR."
    })
    void impossibleValueOfACampaign(
            int version,
            LocalDate first,
            LocalDate last,
            BigDecimal cost,
            String currency,
            double discount,
            String reason) {
        assertRejected(
                Sample.campaign(version, first, last, cost, currency, discount),
                "impossible_value",
                reason);
    }

    @Test
    void impossiblePriceOfACampaign() {
        LocalDate day = LocalDate.parse("2011-05-02");
        assertRejected(
                Sample.campaign(1, day, day, new BigDecimal("-5"), "EUR", 0),
                "impossible_price",
                "The cost (-5) of campaign (spring) must not be negative.");
        assertThat(RULES.judge(Sample.campaign(1, day, day, BigDecimal.ZERO, "", 0.1)))
                .isInstanceOf(Verdict.Accepted.class);
    }

    @Test
    void impossibleValueOfAnActionWithoutItsItem() {
        BrandAction action =
                new BrandAction(
                        "a1",
                        Instant.parse("2011-05-01T00:00:00Z"),
                        "file",
                        "Corvino",
                        ActionKind.DELIST_ITEM,
                        "",
                        ActionDecision.TAKEN);
        assertRejected(
                action,
                "impossible_value",
                "The subject of (delist_item) of brand (Corvino) must be an item. Maybe name it in the column subject.");
    }

    @Test
    void impossibleValueOfAVectorOfZerosOrWithoutNumbers() {
        assertRejected(
                vector(1, "0 0"),
                "impossible_value",
                "The vector (image) of item (85123A) has length (0.0), which must be above 0 and finite.");
        assertRejected(
                vector(1, "0.5 NaN"),
                "impossible_value",
                "The vector (image) of item (85123A) holds (NaN), which is not a finite number.");
        assertRejected(vector(0, "0.5"), "impossible_value", "The version (0) must be at least 1.");
    }

    private static ItemVector vector(int version, String numbers) {
        return new ItemVector(
                "v1",
                Instant.parse("2011-05-01T00:00:00Z"),
                "file",
                "85123A",
                "image",
                version,
                numbers);
    }

    @Test
    void impossibleUnitsOfAPurchaseStep() {
        PurchaseStep step =
                new PurchaseStep(
                        "s1",
                        Instant.parse("2011-05-01T00:00:00Z"),
                        "file",
                        "PO-1",
                        "East",
                        PurchaseState.CHANGED,
                        -4,
                        null,
                        "");
        assertRejected(
                step,
                "impossible_units",
                "The quantity (-4) of purchase order (PO-1) must not be negative.");
    }

    @Test
    void repairsAStockCodeInLowerCaseAndSaysSo() {
        Verdict verdict = RULES.judge(Sample.order("85123a", 6, "2.55"));
        assertThat(verdict).isInstanceOf(Verdict.Repaired.class);
        Verdict.Repaired repaired = (Verdict.Repaired) verdict;
        assertThat(repaired.note()).isEqualTo("item 85123a is 85123A");
        assertThat(((OrderLine) repaired.event()).item()).isEqualTo("85123A");
        assertThat(((OrderLine) repaired.event()).repaired()).isEqualTo(repaired.note());
    }

    @Test
    void repairsTheStockCodeOfAReturnToo() {
        Verdict verdict = RULES.judge(Sample.cancellation(Sample.TIME, "", "15056bl", 1));
        ReturnLine repaired = (ReturnLine) ((Verdict.Repaired) verdict).event();
        assertThat(repaired.item()).isEqualTo("15056BL");
        assertThat(repaired.repaired()).isEqualTo("item 15056bl is 15056BL");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nordlicht-1", "85123", "85123abc", "8512a", "e481f51c"})
    void leavesCodesOfOtherShapesAlone(String code) {
        assertThat(RULES.judge(Sample.order(code, 1, "1"))).isInstanceOf(Verdict.Accepted.class);
    }

    @Test
    void rejectsWhatStaysWrongAfterARepair() {
        assertThat(RULES.judge(Sample.order("85123a", 1, "0")))
                .isEqualTo(
                        new Verdict.Rejected(
                                "impossible_price",
                                "The price (0) of item (85123A) must be above 0."));
    }

    private static void assertRejected(Event event, String rule, String reason) {
        assertThat(RULES.judge(event)).isEqualTo(new Verdict.Rejected(rule, reason));
    }
}
