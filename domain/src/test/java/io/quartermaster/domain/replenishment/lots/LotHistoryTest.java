package io.quartermaster.domain.replenishment.lots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quartermaster.domain.replenishment.LotOrder;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LotHistoryTest {

    private static final LotRules RULES = new LotRules(7, 14);

    /** 10 at 1.00, 20 at 1.50 (first to expire), 5 at 1.80; 25 are sold. */
    @Test
    void takesLotsInTheOrderOfTheMethod() {
        Movements story =
                new Movements()
                        .receipt(0, "L1", 10, "1.00")
                        .receipt(1, "L2", 20, "1.50", 20)
                        .receipt(2, "L3", 5, "1.80", 30)
                        .sale(3, "s", 27);

        assertThat(told(story, LotOrder.FIFO))
                .endsWith("sale s: 10 of L1 at 10.00, 17 of L2 at 25.50");
        assertThat(told(story, LotOrder.LIFO))
                .endsWith("sale s: 5 of L3 at 9.00, 20 of L2 at 30.00, 2 of L1 at 2.00");
        assertThat(told(story, LotOrder.FEFO))
                .endsWith("sale s: 20 of L2 at 30.00, 5 of L3 at 9.00, 2 of L1 at 2.00");
    }

    /** Three units of 1.00 in all: 0.33, 0.34 and 0.33, never a cent more or less. */
    @Test
    void handsAValueOnToTheLastMinorUnit() {
        Movements story =
                new Movements()
                        .receipt(0, "L", 3, "0.3334")
                        .sale(1, "s1", 1)
                        .sale(2, "s2", 1)
                        .sale(3, "s3", 1);
        assertThat(told(story, LotOrder.FIFO))
                .containsExactly(
                        "receipt r-L: 3 of L at 1.00",
                        "sale s1: 1 of L at 0.33",
                        "sale s2: 1 of L at 0.34",
                        "sale s3: 1 of L at 0.33");
    }

    @Test
    void settlesWhatWasSoldBeforeItCameAtTheCostOfTheNextLot() {
        Movements story =
                new Movements().sale(0, "s1", 4).sale(1, "s2", 3).receipt(2, "L", 6, "2.00");
        assertThat(told(story, LotOrder.FIFO))
                .containsExactly(
                        "sale s1: 4 open (4 units are short)",
                        "sale s2: 3 open (3 units are short)",
                        "receipt r-L: 6 of L at 12.00",
                        "settlement r-L s1: 4 of L at 8.00",
                        "settlement r-L s2: 2 of L at 4.00");
        StockValue last = last(story);
        assertThat(last.units()).isZero();
        assertThat(last.shortUnits()).isEqualTo(1);
        assertThat(last.costOfSales()).isEqualByComparingTo("12.00");
    }

    @Test
    void putsGoodsThatComeBackIntoTheirLotAtTheirCost() {
        Movements story =
                new Movements()
                        .receipt(0, "L1", 2, "1.00")
                        .receipt(1, "L2", 9, "5.00")
                        .sale(2, "s", 4)
                        .returned(5, "b1", 3, "s")
                        .returned(6, "b2", 3, "s");
        assertThat(told(story, LotOrder.FIFO))
                .endsWith(
                        "sale s: 2 of L1 at 2.00, 2 of L2 at 10.00",
                        "return b1 s: 2 of L1 at 2.00, 1 of L2 at 5.00",
                        "return b2 s: 1 of L2 at 5.00",
                        "found b2 s: 2 of returned-b2 at 10.00 (came back without a sale that is known; at the last receipt's cost)");
    }

    @Test
    void undoesASaleThatIsCancelledAndAllThatDependedOnIt() {
        Movements story =
                new Movements()
                        .receipt(0, "L1", 2, "1.00")
                        .receipt(1, "L2", 9, "5.00")
                        .sale(2, "s1", 2)
                        .sale(3, "s2", 1)
                        .cancelled(4, "x", 3, "s1");
        assertThat(told(story, LotOrder.FIFO))
                .endsWith(
                        "sale s2: 1 of L1 at 1.00", "refused x s1: 1 open (more than was ordered)");
    }

    @Test
    void booksACancellationThatComesTooLateLikeAReturn() {
        Movements story =
                new Movements()
                        .receipt(0, "L1", 2, "1.00")
                        .sale(2, "s1", 2)
                        .cancelled(10, "x1", 1, "s1")
                        .cancelled(17, "x2", 1, "s1")
                        .cancelled(18, "x3", 1, "nobody's");
        assertThat(told(story, LotOrder.FIFO))
                .endsWith(
                        "sale s1: 2 of L1 at 2.00",
                        "return x1 s1: 1 of L1 at 1.00",
                        "refused x2 s1: 1 open (the order line (s1) is not known)",
                        "refused x3 nobody's: 1 open (the order line (nobody's) is not known)");
    }

    @Test
    void correctsALotInItsPlaceAndTakesItBack() {
        Movements story =
                new Movements()
                        .receipt(0, "L1", 10, "1.00")
                        .sale(1, "s1", 6)
                        .lot(3, 6, "r2", "L1", 4, "3.00", "EUR", -1, 2);
        assertThat(told(story, LotOrder.FIFO))
                .containsExactly(
                        "receipt r2: 4 of L1 at 12.00",
                        "sale s1: 4 of L1 at 12.00, 2 open (2 units are short)");
        story.lot(5, 6, "r3", "L1", 0, "3.00", "EUR", -1, 3);
        assertThat(told(story, LotOrder.FIFO))
                .containsExactly("sale s1: 6 open (6 units are short)");
    }

    @Test
    void writesOffWhatExpiresAndSellsNoneOfIt() {
        Movements story =
                new Movements()
                        .receipt(0, "L1", 5, "1.00", 3)
                        .sale(3, "s1", 2)
                        .sale(4, "s2", 1)
                        .receipt(6, "L2", 1, "7.00", 5)
                        .sale(6, "s3", 1);
        assertThat(told(story, LotOrder.FIFO))
                .containsExactly(
                        "receipt r-L1: 5 of L1 at 5.00",
                        "sale s1: 2 of L1 at 2.00",
                        "expired L1@2026-01-01T06:00:00Z: 3 of L1 at 3.00",
                        "sale s2: 1 open (1 units are short)",
                        "receipt r-L2: 1 of L2 at 7.00",
                        "sale s3: 1 open (1 units are short)",
                        "expired L2@2026-01-07T06:00:00Z: 1 of L2 at 7.00");
    }

    @Test
    void letsACountSettleWhatStockIs() {
        Movements story =
                new Movements()
                        .cost(0, "4.00")
                        .counted(1, 5)
                        .receipt(2, "L", 5, "1.00")
                        .counted(3, 7)
                        .counted(4, 9);
        assertThat(told(story, LotOrder.LIFO))
                .containsExactly(
                        "found n-1: 5 of counted-n-1 at 20.00 (at the catalogue's cost)",
                        "receipt r-L: 5 of L at 5.00",
                        "missing n-3: 3 of L at 3.00",
                        "found n-4: 2 of counted-n-4 at 2.00 (at the last receipt's cost)");
    }

    @Test
    void saysOfEachBadReportWhyItDoesNotCount() {
        Movements story =
                new Movements()
                        .receipt(0, "L", 5, "1.00")
                        .receipt(1, "L", 5, "1.00")
                        .sale(1, "s1", -2)
                        .sale(1, "s2", 0)
                        .sale(1, "s3", LotRules.MOST_UNITS + 1)
                        .lot(2, 6, "r2", "unknown", 5, "1.00", "EUR", -1, 2)
                        .lot(2, 7, "r3", "L9", 5, "1.00", "USD", -1, 1);
        assertThat(told(story, LotOrder.FIFO))
                .containsExactly(
                        "receipt r-L: 5 of L at 5.00",
                        "refused r-L: 5 open (told on 2026-01-01, and again at 2026-01-02T06:00:00Z)",
                        "refused s1: -2 open (the units are below 0)",
                        "refused s2: 0 open (the units are 0)",
                        "refused s3: 1000000000001 open (the units are above 1000000000000)",
                        "refused r2: 5 open (no receipt of the lot (unknown) within 7 days before)",
                        "refused r3: 5 open (its currency (USD) is not that of the place's stock (EUR))");
    }

    @Test
    void keepsATrillionUnitsToTheCent() {
        Movements story =
                new Movements()
                        .receipt(0, "L", LotRules.MOST_UNITS, "12345.67")
                        .sale(1, "s", LotRules.MOST_UNITS - 1);
        assertThat(told(story, LotOrder.FIFO))
                .endsWith("sale s: 999999999999 of L at 12345669999987654.33");
        assertThat(last(story).value()).isEqualByComparingTo("12345.67");
    }

    /** Over 300 histories with every kind of bad report; figures add up on each day. */
    @ParameterizedTest
    @EnumSource(LotOrder.class)
    void valuesAlwaysAddUp(LotOrder method) {
        for (long seed = 0; seed < 300; seed++) {
            LotHistory history = LotHistory.of("A", method, RULES, reports(seed));
            Map<String, BigDecimal> closing = new HashMap<>();
            for (StockValue day : history.values()) {
                assertThat(day.opening().add(day.received()))
                        .as("seed %d, %s", seed, day)
                        .isEqualByComparingTo(
                                day.value().add(day.costOfSales()).add(day.writtenOff()));
                BigDecimal before = closing.getOrDefault(day.place(), BigDecimal.ZERO);
                assertThat(day.opening()).as("seed %d, %s", seed, day).isEqualByComparingTo(before);
                assertThat(day.value().scale()).isLessThanOrEqualTo(2);
                closing.put(day.place(), day.value());
            }
            unitsAddUp(seed, history);
            valuesAddUp(seed, history);
        }
    }

    @ParameterizedTest
    @EnumSource(LotOrder.class)
    void doesNotDependOnTheOrderOfReports(LotOrder method) {
        for (long seed = 0; seed < 60; seed++) {
            List<StockMovement> reports = new ArrayList<>(reports(seed));
            List<String> expected = text(LotHistory.of("A", method, RULES, reports));
            Collections.shuffle(reports, new Random(seed));
            assertThat(text(LotHistory.of("A", method, RULES, reports))).isEqualTo(expected);
        }
    }

    @Test
    void refusesRulesThatDoNotFit() {
        assertThatThrownBy(() -> new LotRules(8, 7))
                .hasMessage(
                        "The correctionDays (8) must be 0 or more and at most the returnDays (7).");
    }

    private static List<StockMovement> reports(long seed) {
        return Movements.random(seed, 40).all();
    }

    /** What came in is what went out and what is left, at every place. */
    private static void unitsAddUp(long seed, LotHistory history) {
        for (String place : List.of("main", "other")) {
            long came = 0;
            long left = 0;
            for (LotAllocation one : history.allocations()) {
                long units = units(one);
                if (one.place().equals(place)) {
                    came += isIn(one) ? units : 0;
                    left += isIn(one) ? 0 : units;
                }
            }
            long stock =
                    history.values().stream()
                            .filter(day -> day.place().equals(place))
                            .reduce((first, second) -> second)
                            .map(StockValue::units)
                            .orElse(0L);
            assertThat(came).as("seed %d at %s", seed, place).isEqualTo(left + stock);
        }
    }

    /** Allocations say of every flow of a day from which lots it came. */
    private static void valuesAddUp(long seed, LotHistory history) {
        BigDecimal received = BigDecimal.ZERO;
        BigDecimal costOfSales = BigDecimal.ZERO;
        BigDecimal writtenOff = BigDecimal.ZERO;
        for (LotAllocation one : history.allocations()) {
            switch (one.kind()) {
                case LotAllocation.RECEIPT, LotAllocation.FOUND ->
                        received = received.add(one.value());
                case LotAllocation.SALE, LotAllocation.SETTLEMENT ->
                        costOfSales = costOfSales.add(one.value());
                case LotAllocation.RETURN -> costOfSales = costOfSales.subtract(one.value());
                default -> writtenOff = writtenOff.add(one.value());
            }
        }
        for (StockValue day : history.values()) {
            received = received.subtract(day.received());
            costOfSales = costOfSales.subtract(day.costOfSales());
            writtenOff = writtenOff.subtract(day.writtenOff());
        }
        assertThat(List.of(received.signum(), costOfSales.signum(), writtenOff.signum()))
                .as("seed %d", seed)
                .containsOnly(0);
    }

    private static boolean isIn(LotAllocation one) {
        return List.of(LotAllocation.RECEIPT, LotAllocation.FOUND, LotAllocation.RETURN)
                .contains(one.kind());
    }

    private static long units(LotAllocation one) {
        return one.units() - one.openUnits();
    }

    private static StockValue last(Movements story) {
        List<StockValue> values = LotHistory.of("A", LotOrder.FIFO, RULES, story.all()).values();
        return values.get(values.size() - 1);
    }

    private static List<String> told(Movements story, LotOrder method) {
        return LotHistory.of("A", method, RULES, story.all()).allocations().stream()
                .map(LotHistoryTest::text)
                .toList();
    }

    private static List<String> text(LotHistory history) {
        List<String> all = new ArrayList<>();
        history.allocations().forEach(one -> all.add(one.eventDay() + text(one)));
        history.values().forEach(day -> all.add(day.toString()));
        return all;
    }

    private static String text(LotAllocation one) {
        List<String> words = new ArrayList<>();
        for (LotPart part : one.parts()) {
            words.add("%d of %s at %s".formatted(part.units(), part.lot(), part.value()));
        }
        if (one.openUnits() != 0 || words.isEmpty()) {
            words.add(one.openUnits() + " open");
        }
        String about =
                one.about().isEmpty() || one.about().equals(one.id()) ? "" : " " + one.about();
        return "%s %s%s: %s%s"
                .formatted(
                        one.kind(),
                        one.id(),
                        about,
                        String.join(", ", words),
                        one.note().isEmpty() ? "" : " (" + one.note() + ")");
    }
}
