package io.quartermaster.domain.satisfaction.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quartermaster.domain.event.ActionKind;
import io.quartermaster.domain.satisfaction.Evidence;
import io.quartermaster.domain.satisfaction.SatisfactionIndicator;
import io.quartermaster.domain.satisfaction.SatisfactionRules;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ActionMeasureTest {

    private static final SatisfactionRules RULES = SatisfactionRules.standard();
    private static final LocalDate DAY = LocalDate.of(2024, 9, 1);
    private static final TakenAction ACTION =
            new TakenAction(
                    "a1",
                    "A",
                    ActionKind.CHANGE_CARRIER,
                    "place-1",
                    LocalDate.of(2024, 6, 25),
                    WeekNumber.of(LocalDate.of(2024, 6, 25)));

    /**
     * Peers change by 0, 1 and -1 points, each with error 1, so all of them by 0; t has 2 ((1 +
     * 1/3) / (1/3))^2 = 32 degrees: 2.037.
     */
    @Test
    void takesThePeersChangeOff() {
        Difference difference =
                Difference.of(
                        new Difference.Change(-0.1, 1e-4),
                        List.of(
                                new Difference.Change(0, 1e-4),
                                new Difference.Change(0.01, 1e-4),
                                new Difference.Change(-0.01, 1e-4)));
        double half = 2.0369333 * Math.sqrt(1e-4 * 4 / 3);
        assertThat(difference.effect()).isCloseTo(-0.1, within(1e-12));
        assertThat(difference.low()).isCloseTo(-0.1 - half, within(1e-6));
        assertThat(difference.high()).isCloseTo(-0.1 + half, within(1e-6));
        assertThat(difference.placeboP()).isEqualTo(0.25);
    }

    @Test
    void measuresEachIndicatorAndTheScore() {
        Map<String, EvidenceWindow> before = new TreeMap<>();
        Map<String, EvidenceWindow> after = new TreeMap<>();
        for (String brand : List.of("A", "B", "C", "D", "E")) {
            before.put(brand, late(120, 600));
            after.put(brand, late(brand.equals("A") ? 60 : 150, 600));
        }
        List<ActionEffect> rows = measure(before, after, Set.of("E"), Map.of("punctuality", -0.08));
        assertThat(rows)
                .extracting(ActionEffect::indicator)
                .containsExactly("punctuality", "fill_rate", "speed", "score");
        ActionEffect row = rows.get(0);
        assertThat(row.rateBefore()).isEqualTo(0.2);
        assertThat(row.rateAfter()).isEqualTo(0.1);
        assertThat(row.peersChange()).isCloseTo(0.05, within(1e-12));
        assertThat(row.effect()).isCloseTo(-0.15, within(1e-12));
        assertThat(row.verdict()).isEqualTo("better");
        assertThat(row.note()).isEqualTo("B, C, D");
        assertThat(row.expected()).isEqualTo(-0.08);
        assertThat(row.high()).isNegative();
        ActionEffect score = rows.get(3);
        // 1 - S is late / 0.3 while punctuality is all that is known.
        assertThat(score.effect()).isCloseTo(-0.15 / 0.3, within(1e-12));
        assertThat(score.low()).isCloseTo(row.low() / 0.3, within(1e-12));
    }

    @Test
    void saysThatTooLittleIsKnown() {
        Map<String, EvidenceWindow> before = Map.of("A", late(6, 30), "B", late(6, 30));
        Map<String, EvidenceWindow> after = Map.of("A", late(3, 30), "B", late(6, 30));
        ActionEffect few = measure(before, after, Set.of(), Map.of()).get(0);
        assertThat(few.verdict()).isEqualTo("too little evidence");
        assertThat(few.note()).isEqualTo("Similar brands that did not act: 1 of 3 asked for.");
        assertThat(few.effect()).isNaN();
        assertThat(few.expected()).isNaN();
        ActionEffect none = measure(Map.of("A", late(1, 5)), after, Set.of(), Map.of()).get(0);
        assertThat(none.note()).isEqualTo("The brand has fewer than 20 trials before or after.");
    }

    @Test
    void namesWhatElseTheBrandDidAndLeavesOutPeersThatActed() {
        WeekLedger ledger = new WeekLedger();
        for (long week = ACTION.week() - 8; week <= ACTION.week() + 9; week++) {
            for (String brand : List.of("A", "B", "C", "D", "E")) {
                ledger.add(brand, week, late(6, 30));
            }
        }
        List<TakenAction> all =
                List.of(
                        ACTION,
                        taken("a2", "A", ActionKind.RAISE_SAFETY_STOCK, 3),
                        taken("a3", "A", ActionKind.ANSWER_COMPLAINT, 3),
                        taken("a4", "A", ActionKind.CHANGE_CARRIER, 20),
                        taken("a5", "E", ActionKind.CHANGE_CARRIER, -2));
        double[] weights = RULES.weights();
        List<ActionEffect> rows =
                new ActionMeasure(RULES, weights, ActionTerms.standard())
                        .measure(ACTION, all, ledger, Map.of());
        assertThat(rows.get(0).note()).isEqualTo("B, C, D; the brand also took a2");
        assertThat(rows.get(0).verdict()).isEqualTo("no effect seen");
        assertThat(rows.get(0).eventDay()).isEqualTo(WeekNumber.lastDay(ACTION.week() + 9));
    }

    private static TakenAction taken(String id, String brand, ActionKind kind, int weeks) {
        return new TakenAction(
                id, brand, kind, "", ACTION.day().plusWeeks(weeks), ACTION.week() + weeks);
    }

    @Test
    void choosesTheNearestBrands() {
        Map<String, Outcome> outcomes = new TreeMap<>();
        outcomes.put("A", new Outcome(0.2, 0.1, 100, 100, 1));
        outcomes.put("B", new Outcome(0.5, 0.1, 100, 100, 1));
        outcomes.put("C", new Outcome(0.21, 0.1, 100, 100, 1));
        outcomes.put("D", new Outcome(0.1, 0.1, 100, 100, 1));
        outcomes.put("E", new Outcome(0.2, 0.1, 100, 100, 1));
        assertThat(SimilarBrands.of("A", outcomes, outcomes, Set.of("E"), 2))
                .containsExactly("C", "D");
    }

    @Test
    void weeksBeginOnMonday() {
        long week = WeekNumber.of(LocalDate.of(2024, 6, 24));
        assertThat(WeekNumber.of(LocalDate.of(2024, 6, 23))).isEqualTo(week - 1);
        assertThat(WeekNumber.of(LocalDate.of(2024, 6, 30))).isEqualTo(week);
        assertThat(WeekNumber.lastDay(week)).isEqualTo(LocalDate.of(2024, 6, 30));
        assertThat(WeekNumber.of(LocalDate.EPOCH)).isZero();
    }

    private static EvidenceWindow late(double late, double promises) {
        return Windows.window()
                .with(Evidence.ORDER_LINES, promises)
                .with(Evidence.PROMISES, promises)
                .with(Evidence.LATE, late)
                .get();
    }

    private static List<ActionEffect> measure(
            Map<String, EvidenceWindow> before,
            Map<String, EvidenceWindow> after,
            Set<String> apart,
            Map<String, Double> expected) {
        double[] phis = new double[SatisfactionIndicator.COUNT];
        Arrays.fill(phis, 1);
        double[] onlyPunctuality = new double[SatisfactionIndicator.COUNT];
        onlyPunctuality[SatisfactionIndicator.PUNCTUALITY.index()] = 1;
        return new ActionMeasure(RULES, onlyPunctuality, ActionTerms.standard())
                .measure(ACTION, DAY, before, after, phis, apart, expected);
    }
}
