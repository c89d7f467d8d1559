package io.quartermaster.pipelines.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.quartermaster.domain.demand.DemandWindow;
import io.quartermaster.domain.event.Campaign;
import io.quartermaster.domain.forecast.CampaignOutcome;
import io.quartermaster.pipelines.demand.Marketing;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

@SuppressWarnings("try") // the harness may be interrupted while it closes
class CampaignLiftFunctionTest {

    private static final int START = 70;
    private static final LiftOptions OPTIONS = new LiftOptions(0.8, 728);

    /** Two items of ten units a day, five more of each in the campaign: 2 x 7 x 5 units of lift. */
    @Test
    void measuresACampaignADayAfterItsEnd() throws Exception {
        try (var harness = harness()) {
            harness.open();
            tell(harness, Marketing.campaign("spring", 1, 60, START, START + 6));
            days(harness, 0, START + 7);
            harness.processWatermark(Marketing.endOf(START + 7) - 1);
            assertThat(harness.extractOutputValues()).isEmpty();
            harness.processWatermark(Marketing.endOf(START + 7));
            CampaignOutcome outcome = harness.extractOutputValues().get(0);
            assertThat(outcome.units()).isEqualTo(210);
            assertThat(outcome.lift()).isCloseTo(70, within(1e-9));
            assertThat(outcome.liftLow()).isCloseTo(70, within(1e-9));
            // 70 units at 5 that cost 2 each, and 100 for the campaign.
            assertThat(outcome.net()).isCloseTo(70 * 3 - 100, within(1e-9));
            assertThat(outcome.note()).isEmpty();
        }
    }

    @Test
    void measuresTheItemsOfTheCampaignOnly() throws Exception {
        try (var harness = harness()) {
            harness.open();
            tell(harness, Marketing.campaign("spring", 1, 60, START, START + 6, "A"));
            days(harness, 0, START + 7);
            harness.processWatermark(Long.MAX_VALUE);
            assertThat(harness.extractOutputValues())
                    .singleElement()
                    .satisfies(outcome -> assertThat(outcome.units()).isEqualTo(105));
        }
    }

    @Test
    void measuresAgainWhenAWindowOrTheCampaignIsCorrected() throws Exception {
        try (var harness = harness()) {
            harness.open();
            tell(harness, Marketing.campaign("spring", 1, 60, START, START + 6));
            days(harness, 0, START + 7);
            harness.processWatermark(Marketing.endOf(START + 8));
            window(harness, "A", START + 6, 22, 1, START + 9);
            harness.processWatermark(Marketing.endOf(START + 9) + 1);
            tell(harness, Marketing.campaign("spring", 2, START + 10, START, START + 5));
            harness.processWatermark(Marketing.endOf(START + 10));
            assertThat(lines(harness)).containsExactly("v1 r0 210.0", "v1 r1 217.0", "v2 r0 180.0");
        }
    }

    @Test
    void saysThatACampaignIsNotOverOnTheLastDayKnown() throws Exception {
        try (var harness = harness()) {
            harness.open();
            tell(harness, Marketing.campaign("spring", 1, 60, START, START + 30));
            days(harness, 0, START + 6);
            harness.processWatermark(Long.MAX_VALUE);
            assertThat(harness.extractOutputValues().get(0).note())
                    .isEqualTo("Not all of its days are known.");
            assertThat(harness.extractOutputValues().get(0).lift()).isNaN();
        }
    }

    @Test
    void forgetsDaysBeyondTheHistory() throws Exception {
        try (var harness = harness(new LiftOptions(0.8, 56))) {
            harness.open();
            tell(harness, Marketing.campaign("spring", 1, 60, START, START + 6));
            days(harness, 0, START + 7);
            harness.processWatermark(Long.MAX_VALUE);
            // Days 22 to 77 are left: stretches of a week from day 50 to 63 have four weeks before.
            assertThat(harness.extractOutputValues().get(0).placebos()).isEqualTo(14);
        }
    }

    @Test
    void resumesFromASnapshot() throws Exception {
        OperatorSubtaskState snapshot;
        try (var first = harness()) {
            first.open();
            tell(first, Marketing.campaign("spring", 1, 60, START, START + 6));
            days(first, 0, START + 3);
            first.processWatermark(Marketing.endOf(START + 3));
            snapshot = first.snapshot(1, 1);
        }
        try (var second = harness()) {
            second.initializeState(snapshot);
            second.open();
            days(second, START + 4, START + 7);
            second.processWatermark(Long.MAX_VALUE);
            assertThat(lines(second)).containsExactly("v1 r0 210.0");
        }
    }

    @Test
    void refusesOptionsThatCannotBe() {
        assertThatThrownBy(() -> new LiftOptions(1, 728))
                .hasMessage(
                        "The value (1.0) of the option forecast.lift-level must be above 0 and below 1.\nMaybe 0.8.");
        assertThatThrownBy(() -> new LiftOptions(0.8, 20))
                .hasMessage(
                        "The value (20) of the option forecast.lift-history-days must be 56 or more.\nMaybe 728.");
    }

    private static void tell(
            KeyedOneInputStreamOperatorTestHarness<String, LiftEntry, CampaignOutcome> harness,
            Campaign campaign)
            throws Exception {
        harness.processElement(LiftEntry.of(campaign), campaign.time().toEpochMilli());
    }

    private static void days(
            KeyedOneInputStreamOperatorTestHarness<String, LiftEntry, CampaignOutcome> harness,
            int from,
            int to)
            throws Exception {
        for (int day = from; day <= to; day++) {
            boolean isCampaign = day >= START && day <= START + 6;
            window(harness, "A", day, isCampaign ? 15 : 10, 0, day);
            window(harness, "B", day, isCampaign ? 15 : 10, 0, day);
        }
    }

    private static void window(
            KeyedOneInputStreamOperatorTestHarness<String, LiftEntry, CampaignOutcome> harness,
            String item,
            int day,
            long units,
            int revision,
            int toldOn)
            throws Exception {
        boolean isCampaign = day >= START && day <= START + 6;
        DemandWindow window =
                Marketing.window(item, day, units, revision)
                        .marked(isCampaign ? "spring" : "", 10, 10, revision);
        harness.processElement(
                LiftEntry.of(window).joined(LiftEntry.of(Marketing.row(item, 0))),
                Marketing.endOf(toldOn));
    }

    private static List<String> lines(
            KeyedOneInputStreamOperatorTestHarness<String, LiftEntry, CampaignOutcome> harness) {
        return harness.extractOutputValues().stream()
                .map(
                        outcome ->
                                "v%d r%d %s"
                                        .formatted(
                                                outcome.version(),
                                                outcome.revision(),
                                                outcome.units()))
                .toList();
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, LiftEntry, CampaignOutcome>
            harness() throws Exception {
        return harness(OPTIONS);
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, LiftEntry, CampaignOutcome>
            harness(LiftOptions options) throws Exception {
        return new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(new CampaignLiftFunction(options)),
                LiftEntry::brand,
                Types.STRING);
    }
}
