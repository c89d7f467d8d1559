package io.quartermaster.pipelines.demand;

import static org.apache.flink.types.PojoTestUtils.assertSerializedAsPojoWithoutKryo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.quartermaster.domain.demand.BaseLevel;
import io.quartermaster.domain.demand.DemandWindow;
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
class DemandEffectsFunctionTest {

    private static final int LAST = 119;

    /** Four items of 10 a day, 20 when shown 12 times, on three days of ten. */
    @Test
    void tellsApartWhatShowingAdded() throws Exception {
        try (var harness = harness()) {
            harness.open();
            days(harness, 0, LAST);
            List<DemandWindow> told = harness.extractOutputValues();
            assertThat(told).hasSize(4 * (LAST + 1));
            assertThat(told.get(0).organicUnits()).isEqualTo(20);
            assertThat(told.subList(4 * 110, 4 * 113))
                    .allSatisfy(
                            window -> {
                                assertThat(window.shown()).isEqualTo(12);
                                assertThat(window.units()).isEqualTo(20);
                                assertThat(window.organicUnits()).isBetween(9.0, 12.5);
                            });
            assertThat(told.get(4 * LAST).organicUnits()).isEqualTo(10);
        }
    }

    @Test
    void theOrderInADayDoesNotMatter() throws Exception {
        try (var one = harness();
                var other = harness()) {
            one.open();
            other.open();
            for (int day = 0; day < 60; day++) {
                for (int item = 0; item < 4; item++) {
                    one.processElement(news(item, day, 0), Marketing.endOf(day));
                    other.processElement(news(3 - item, day, 0), Marketing.endOf(day));
                }
                one.processWatermark(Marketing.endOf(day));
            }
            other.processWatermark(Marketing.endOf(60));
            assertThat(other.extractOutputValues()).isEqualTo(one.extractOutputValues());
        }
    }

    @Test
    void aCorrectionIsHandedOnAndTeachesNothing() throws Exception {
        try (var harness = harness()) {
            harness.open();
            days(harness, 0, 60);
            for (int revision = 1; revision < 50; revision++) {
                harness.processElement(news(0, 60, revision), Marketing.endOf(60));
            }
            days(harness, 61, 61);
            List<DemandWindow> told = harness.extractOutputValues();
            DemandWindow before = told.get(4 * 60);
            assertThat(told.get(4 * 61).revision()).isEqualTo(1);
            assertThat(told.get(4 * 61 + 48).organicUnits())
                    .isEqualTo(told.get(4 * 61).organicUnits());
            assertThat(before.revision()).isZero();
        }
    }

    @Test
    void everyWindowTellsWhatItsCategoryWasWantedTheDayBefore() throws Exception {
        try (var harness = harness()) {
            harness.open();
            days(harness, 0, 60);
            harness.processElement(news(2, 60, 1), Marketing.endOf(61));
            days(harness, 61, 61);
            List<DemandWindow> told = harness.extractOutputValues();
            assertThat(told.get(3).categoryUnits()).isZero();
            for (int window = 4; window < 4 * 61; window++) {
                int before = (window / 4 - 1) * 4;
                double units = 0;
                for (DemandWindow one : told.subList(before, before + 4)) {
                    units += one.organicUnits();
                }
                assertThat(told.get(window).categoryUnits()).isEqualTo(units);
            }
            assertThat(told.subList(4 * 61, told.size()))
                    .filteredOn(window -> window.revision() == 1)
                    .singleElement()
                    .extracting(DemandWindow::categoryUnits)
                    .isEqualTo(told.get(4 * 60).categoryUnits());
        }
    }

    @Test
    void resumesFromASnapshot() throws Exception {
        List<DemandWindow> whole;
        try (var harness = harness()) {
            harness.open();
            days(harness, 0, 80);
            whole = harness.extractOutputValues();
        }
        OperatorSubtaskState snapshot;
        try (var first = harness()) {
            first.open();
            days(first, 0, 59);
            first.processElement(news(0, 60, 0), Marketing.endOf(60));
            snapshot = first.snapshot(1, 1);
        }
        try (var second = harness()) {
            second.initializeState(snapshot);
            second.open();
            for (int item = 1; item < 4; item++) {
                second.processElement(news(item, 60, 0), Marketing.endOf(60));
            }
            days(second, 61, 80);
            assertThat(second.extractOutputValues()).isEqualTo(whole.subList(4 * 60, 4 * 81));
        }
    }

    @ParameterizedTest
    @ValueSource(classes = {EffectNews.class, TaughtEffects.class, BaseLevel.class})
    void serialisesWithoutKryo(Class<?> type) {
        PlainTypes.register();
        assertThatCode(() -> assertSerializedAsPojoWithoutKryo(type)).doesNotThrowAnyException();
    }

    private static void days(
            KeyedOneInputStreamOperatorTestHarness<String, EffectNews, DemandWindow> harness,
            int from,
            int to)
            throws Exception {
        for (int day = from; day <= to; day++) {
            for (int item = 0; item < 4; item++) {
                harness.processElement(news(item, day, 0), Marketing.endOf(day));
            }
            harness.processWatermark(Marketing.endOf(day));
        }
    }

    private static EffectNews news(int item, int day, int revision) {
        boolean isShown = day % 10 < 3;
        return new EffectNews(
                "lamps",
                null,
                Marketing.shownWindow(
                        "item " + item, day, isShown ? 20 : 10, isShown ? 12 : 0, revision));
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, EffectNews, DemandWindow>
            harness() throws Exception {
        return new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(new DemandEffectsFunction()),
                EffectNews::category,
                Types.STRING);
    }
}
