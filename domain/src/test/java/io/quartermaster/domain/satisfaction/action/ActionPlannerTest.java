package io.quartermaster.domain.satisfaction.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quartermaster.domain.event.ActionKind;
import io.quartermaster.domain.satisfaction.Evidence;
import io.quartermaster.domain.satisfaction.SatisfactionIndicator;
import io.quartermaster.domain.satisfaction.SatisfactionRules;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ActionPlannerTest {

    private static final SatisfactionRules RULES = SatisfactionRules.standard();
    private static final LocalDate DAY = LocalDate.of(2024, 9, 1);

    /**
     * Late 10 of 200 before and 40 of 100 now, 36 of 60 from place-1. Alone, the prior has mean (40
     * + 1/2) / 101 and strength 1. place-1 was late 5 of 100 before, which it could be again.
     */
    @Test
    void changesTheCarrierOfThePlaceThatIsLate() {
        EvidenceWindow before =
                Windows.window()
                        .with(SubjectKind.PLACE, "place-1", Evidence.PROMISES, 100)
                        .with(SubjectKind.PLACE, "place-1", Evidence.LATE, 5)
                        .with(SubjectKind.PLACE, "place-2", Evidence.PROMISES, 100)
                        .with(SubjectKind.PLACE, "place-2", Evidence.LATE, 5)
                        .get();
        EvidenceWindow now =
                Windows.window()
                        .with(SubjectKind.PLACE, "place-1", Evidence.PROMISES, 60)
                        .with(SubjectKind.PLACE, "place-1", Evidence.LATE, 36)
                        .with(SubjectKind.PLACE, "place-2", Evidence.PROMISES, 40)
                        .with(SubjectKind.PLACE, "place-2", Evidence.LATE, 4)
                        .get();
        SatisfactionAction action = only(propose(Map.of("A", before), Map.of("A", now)));
        assertThat(action.indicator()).isEqualTo("punctuality");
        assertThat(action.action()).isEqualTo("change_carrier");
        assertThat(action.subject()).isEqualTo("place-1");
        // No peers: what is usual is the brand's own 40 of 100, its strength one trial.
        double reference = (5 + 0.4) / 101;
        double rate = (36 + 0.4) / 61;
        double expected = (40 - 60 * (rate - reference)) / 100;
        assertThat(action.referenceRate()).isCloseTo(reference, within(1e-12));
        assertThat(action.expectedRate()).isCloseTo(expected, within(1e-12));
        // S_i is 0 now (0.4 late, worst 0.3); punctuality is all that is known.
        assertThat(action.expectedIndicator()).isCloseTo(1 - expected / 0.3, within(1e-12));
        assertThat(action.expectedScore()).isEqualTo(action.expectedIndicator());
        assertThat(action.reason())
                .startsWith("punctuality: 40.0 of 100 bad (40.0 %), before 5.0 % of 200;")
                .endsWith("place place-1: 36.0 of 60, could be 5.3 %");
    }

    /** Without S1 the others were returned 6 of 90; S1 itself 20 of 30, drawn by one trial. */
    @Test
    void delistsTheItemThatComesBack() {
        EvidenceWindow before =
                Windows.window()
                        .with(SubjectKind.ITEM, "S1", Evidence.ORDERED_UNITS, 60)
                        .with(SubjectKind.ITEM, "S1", Evidence.RETURNED_UNITS, 3)
                        .with(SubjectKind.ITEM, "S2", Evidence.ORDERED_UNITS, 180)
                        .with(SubjectKind.ITEM, "S2", Evidence.RETURNED_UNITS, 9)
                        .get();
        EvidenceWindow now =
                Windows.window()
                        .with(SubjectKind.ITEM, "S1", Evidence.ORDERED_UNITS, 30)
                        .with(SubjectKind.ITEM, "S1", Evidence.RETURNED_UNITS, 20)
                        .with(SubjectKind.ITEM, "S2", Evidence.ORDERED_UNITS, 90)
                        .with(SubjectKind.ITEM, "S2", Evidence.RETURNED_UNITS, 6)
                        .get();
        SatisfactionAction action = only(propose(Map.of("A", before), Map.of("A", now)));
        assertThat(action.action()).isEqualTo("delist_item");
        assertThat(action.subject()).isEqualTo("S1");
        double usual = 26.0 / 120;
        double rate = (20 + usual) / 31;
        assertThat(action.expectedRate()).isCloseTo((26 - 30 * rate) / 90, within(1e-12));
        assertThat(action.subjectEvents()).isEqualTo(20);
        assertThat(action.subjectEvidence()).isEqualTo(30);
    }

    @Test
    void answersTheComplaintThatGrewAgainstPeers() {
        Windows before = lines(400);
        Windows now = lines(200);
        complain(before, "delivery", 4);
        complain(before, "price", 4);
        complain(now, "delivery", 30);
        complain(now, "price", 2);
        Windows peer = lines(4000);
        complain(peer, "delivery", 40);
        complain(peer, "price", 40);
        Windows calm = lines(2000);
        complain(calm, "delivery", 20);
        complain(calm, "price", 20);
        SatisfactionAction action =
                only(
                        propose(
                                Map.of("A", before.get(), "B", peer.get()),
                                Map.of("A", now.get(), "B", calm.get())));
        assertThat(action.action()).isEqualTo("answer_complaint");
        assertThat(action.subject()).isEqualTo("delivery");
        assertThat(action.referenceRate()).isCloseTo(0.01, within(1e-12));
        assertThat(action.subjectEvidence()).isEqualTo(200);
    }

    /** Ten items ran out alike: no one of them accounts for a quarter. */
    @Test
    void renegotiatesLeadTimeWhereAllItemsRunOut() {
        assertThat(stockOuts(10).subject()).isEqualTo(ActionOption.LEAD_TIME);
        assertThat(stockOuts(10).action()).isEqualTo("renegotiate_term");
        assertThat(stockOuts(2).action()).isEqualTo("raise_safety_stock");
        assertThat(stockOuts(2).subject()).isEqualTo("S0");
    }

    @Test
    void proposesNothingAboutWhatHistoryDoesNotTell() {
        Windows before = lines(400);
        Windows now = lines(200);
        complain(before, "delivery", 4);
        complain(now, "delivery", 60);
        SatisfactionRules untold = RULES.withUntold(EnumSet.of(SatisfactionIndicator.COMPLAINTS));
        assertThat(
                        new ActionPlanner(untold, untold.weights(), ActionTerms.standard())
                                .propose(
                                        "brand",
                                        DAY,
                                        Map.of("A", before.get()),
                                        Map.of("A", now.get()),
                                        ones()))
                .isEmpty();
    }

    @Test
    void knowsWhatEachActionMayHelp() {
        assertThat(ActionOption.helpedBy(ActionKind.CHANGE_CARRIER))
                .containsExactly(
                        SatisfactionIndicator.PUNCTUALITY,
                        SatisfactionIndicator.FILL_RATE,
                        SatisfactionIndicator.SPEED);
        for (ActionKind kind : ActionKind.values()) {
            assertThat(ActionOption.helpedBy(kind)).isNotEmpty();
        }
        for (SatisfactionIndicator indicator : SatisfactionIndicator.values()) {
            assertThat(ActionOption.of(indicator)).isNotEmpty();
        }
    }

    private static SatisfactionAction stockOuts(int items) {
        Windows before = Windows.window();
        Windows now = Windows.window();
        for (int item = 0; item < items; item++) {
            before.with(SubjectKind.ITEM, "S" + item, Evidence.STOCK_READINGS, 60);
            before.with(SubjectKind.ITEM, "S" + item, Evidence.STOCK_OUTS, 1);
            now.with(SubjectKind.ITEM, "S" + item, Evidence.STOCK_READINGS, 30);
            now.with(SubjectKind.ITEM, "S" + item, Evidence.STOCK_OUTS, 9);
        }
        return only(propose(Map.of("A", before.get()), Map.of("A", now.get())));
    }

    private static Windows lines(double lines) {
        return Windows.window().with(Evidence.ORDER_LINES, lines);
    }

    private static void complain(Windows window, String about, double times) {
        window.with(SubjectKind.COMPLAINT, about, Evidence.COMPLAINTS, times);
    }

    private static List<SatisfactionAction> propose(
            Map<String, EvidenceWindow> before, Map<String, EvidenceWindow> now) {
        return new ActionPlanner(RULES, RULES.weights(), ActionTerms.standard())
                .propose("brand", DAY, before, now, ones());
    }

    private static double[] ones() {
        double[] ones = new double[SatisfactionIndicator.COUNT];
        Arrays.fill(ones, 1);
        return ones;
    }

    private static SatisfactionAction only(List<SatisfactionAction> actions) {
        assertThat(actions).hasSize(1);
        assertThat(actions.get(0).entity()).isEqualTo("A");
        assertThat(actions.get(0).eventDay()).isEqualTo(DAY);
        return actions.get(0);
    }
}
