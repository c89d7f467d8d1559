package io.quartermaster.pipelines.demand;

import static org.apache.flink.types.PojoTestUtils.assertSerializedAsPojoWithoutKryo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.within;

import io.quartermaster.domain.demand.DemandWindow;
import io.quartermaster.domain.event.Campaign;
import io.quartermaster.pipelines.event.PlainTypes;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings("try") // the harness may be interrupted while it closes
class CampaignMarkFunctionTest {

    private static final int START = 35;

    @Test
    void marksTheDaysOfACampaignAndTellsTheirBase() throws Exception {
        try (var harness = harness()) {
            harness.open();
            tell(harness, Marketing.campaign("spring", 1, 30, START, START + 1));
            days(harness, 0, START + 2);
            assertThat(lines(harness).subList(START - 1, START + 3))
                    .containsExactly(
                            "34 10 [] 10.0 r0",
                            "35 20 [spring] 10.0 r0",
                            "36 20 [spring] 10.0 r0",
                            "37 10 [] 10.0 r0");
        }
    }

    @Test
    void tellsAgainWhatACampaignThatIsToldLateTouched() throws Exception {
        try (var harness = harness()) {
            harness.open();
            days(harness, 0, START + 2);
            tell(harness, Marketing.campaign("spring", 1, START + 3, START, START + 1));
            harness.processWatermark(Marketing.endOf(START + 3));
            assertThat(lines(harness).subList(START + 3, START + 5))
                    .containsExactly("35 20 [spring] 10.0 r1", "36 20 [spring] 10.0 r1");
            assertThat(lines(harness)).hasSize(START + 5);
        }
    }

    @Test
    void takesAMarkBackWhenACorrectionEndsTheCampaignEarlier() throws Exception {
        try (var harness = harness()) {
            harness.open();
            tell(harness, Marketing.campaign("spring", 1, 30, START, START + 1));
            days(harness, 0, START + 2);
            tell(harness, Marketing.campaign("spring", 2, START + 3, START, START));
            harness.processWatermark(Marketing.endOf(START + 3));
            assertThat(lines(harness)).hasSize(START + 4).endsWith("36 20 [] 20.0 r1");
        }
    }

    @Test
    void correctsTheBaseWithTheDaysBeforeIt() throws Exception {
        try (var harness = harness()) {
            harness.open();
            tell(harness, Marketing.campaign("spring", 1, 30, START, START + 1));
            days(harness, 0, START + 1);
            // A day of 10 becomes 38: the level 11, and the factor of other weekdays 10 / 10.8.
            harness.processElement(
                    CampaignNews.of(Marketing.window("A", START - 1, 38, 1)),
                    Marketing.endOf(START - 1));
            assertThat(lines(harness).get(START + 2)).isEqualTo("34 38 [] 38.0 r1");
            assertThat(harness.extractOutputValues().subList(START + 3, START + 5))
                    .allSatisfy(
                            window ->
                                    assertThat(window.baseUnits())
                                            .isCloseTo(11 / 1.08, within(1e-9)));
            assertThat(lines(harness)).hasSize(START + 5);
        }
    }

    /**
     * Ten units a day and ten views; a correction of an earlier day to 38 raises what was wanted.
     */
    @Test
    void estimatesWhatWasWantedWhereStockRanOutAndCorrectsItWithTheDaysBeforeIt() throws Exception {
        try (var harness = harness()) {
            harness.open();
            days(harness, 0, 20);
            DemandWindow empty = Marketing.emptyWindow("A", 21, 0);
            harness.processElement(CampaignNews.of(empty), Marketing.endOf(21));
            harness.processWatermark(Marketing.endOf(21));
            DemandWindow told = harness.extractOutputValues().get(21);
            assertThat(told.units()).isZero();
            assertThat(told.wantedUnits()).isCloseTo(10, within(1e-6));
            assertThat(told.baseUnits()).isZero();
            harness.processElement(
                    CampaignNews.of(Marketing.window("A", 20, 38, 1)), Marketing.endOf(20));
            harness.processWatermark(Marketing.endOf(22));
            DemandWindow corrected = harness.extractOutputValues().get(23);
            assertThat(corrected.day()).isEqualTo(told.day());
            assertThat(corrected.revision()).isEqualTo(1);
            assertThat(corrected.wantedUnits()).isBetween(10.5, 15.0);
        }
    }

    @Test
    void leavesOtherItemsAlone() throws Exception {
        try (var harness = harness()) {
            harness.open();
            tell(harness, Marketing.campaign("spring", 1, 30, START, START + 1, "B C"));
            days(harness, 0, START + 1);
            assertThat(lines(harness)).noneMatch(line -> line.contains("spring"));
        }
    }

    @Test
    void resumesFromASnapshot() throws Exception {
        OperatorSubtaskState snapshot;
        try (var first = harness()) {
            first.open();
            tell(first, Marketing.campaign("spring", 1, 30, START, START + 1));
            days(first, 0, START - 1);
            snapshot = first.snapshot(1, 1);
        }
        try (var second = harness()) {
            second.initializeState(snapshot);
            second.open();
            days(second, START, START + 1);
            assertThat(lines(second))
                    .containsExactly("35 20 [spring] 10.0 r0", "36 20 [spring] 10.0 r0");
        }
    }

    @ParameterizedTest
    @ValueSource(
            classes = {CampaignNews.class, MarkedWindow.class, Campaign.class, DemandWindow.class})
    void serialisesWithoutKryo(Class<?> type) {
        PlainTypes.register();
        assertThatCode(() -> assertSerializedAsPojoWithoutKryo(type)).doesNotThrowAnyException();
    }

    private static void tell(
            KeyedOneInputStreamOperatorTestHarness<String, CampaignNews, DemandWindow> harness,
            Campaign campaign)
            throws Exception {
        harness.processElement(CampaignNews.of(campaign).to("A"), campaign.time().toEpochMilli());
    }

    /** Ten units a day, twenty on the two days of the campaign. */
    private static void days(
            KeyedOneInputStreamOperatorTestHarness<String, CampaignNews, DemandWindow> harness,
            int from,
            int to)
            throws Exception {
        for (int day = from; day <= to; day++) {
            boolean isCampaign = day == START || day == START + 1;
            harness.processElement(
                    CampaignNews.of(Marketing.window("A", day, isCampaign ? 20 : 10, 0)),
                    Marketing.endOf(day));
            harness.processWatermark(Marketing.endOf(day));
        }
    }

    private static List<String> lines(
            KeyedOneInputStreamOperatorTestHarness<String, CampaignNews, DemandWindow> harness) {
        return harness.extractOutputValues().stream()
                .map(
                        window ->
                                "%d %d [%s] %s r%d"
                                        .formatted(
                                                window.day().toEpochDay()
                                                        - Marketing.FIRST.toEpochDay(),
                                                window.units(),
                                                window.campaign(),
                                                window.baseUnits(),
                                                window.revision()))
                .toList();
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, CampaignNews, DemandWindow>
            harness() throws Exception {
        return new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(new CampaignMarkFunction()),
                CampaignNews::item,
                Types.STRING);
    }
}
