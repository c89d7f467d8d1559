package io.quartermaster.pipelines.demand;

import static org.apache.flink.types.PojoTestUtils.assertSerializedAsPojoWithoutKryo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.quartermaster.domain.demand.DayDemand;
import io.quartermaster.domain.demand.DemandSignal;
import io.quartermaster.domain.demand.DemandWindow;
import io.quartermaster.domain.demand.SignalKind;
import io.quartermaster.pipelines.event.PlainTypes;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings("try") // the harness may be interrupted while it closes
class DemandFunctionTest {

    private static final ZoneId UTC = ZoneId.of("UTC");
    private static final DemandOptions BOUNDED =
            new DemandOptions(UTC, LocalDate.parse("2011-05-05"), 2);
    private static final DemandOptions CONTINUOUS = new DemandOptions(UTC, null, 2);

    private int ids;

    @Test
    void fillsDaysWithoutDemandUpToTheLastDay() throws Exception {
        try (var harness = open(BOUNDED)) {
            add(harness, order("01", 6, "2.50"), order("01", 2, "1.50"), order("03", 1, "3"));
            end(harness);
            assertThat(lines(harness))
                    .containsExactly(
                            "01 8 at 2.25 r0",
                            "02 0 at 2.25 r0",
                            "03 1 at 3.0 r0",
                            "04 0 at 3.0 r0",
                            "05 0 at 3.0 r0");
        }
    }

    @Test
    void saysTheSameWithOneWatermarkAtTheEndAndWithOneADay() throws Exception {
        List<DemandSignal> signals =
                List.of(
                        order("01", 6, "2.50"),
                        stock("01", 0),
                        order("03", 1, "3"),
                        stock("04", 7),
                        signal(SignalKind.VIEW, "04", 1));
        List<DemandSignal> reversed = new ArrayList<>(signals);
        Collections.reverse(reversed);
        List<DemandWindow> atTheEnd;
        try (var harness = open(BOUNDED)) {
            add(harness, reversed.toArray(DemandSignal[]::new));
            end(harness);
            atTheEnd = harness.extractOutputValues();
        }
        try (var harness = open(BOUNDED)) {
            for (DemandSignal signal : signals) {
                harness.processWatermark(signal.time().toEpochMilli() - 1);
                add(harness, signal);
            }
            end(harness);
            assertThat(harness.extractOutputValues()).isEqualTo(atTheEnd);
        }
    }

    @Test
    void beginsWithTheLaunchWhereTheCatalogueTellsIt() throws Exception {
        try (var harness = open(BOUNDED)) {
            add(harness, launch("01", "02"), order("04", 1, "3"));
            end(harness);
            assertThat(lines(harness))
                    .containsExactly(
                            "02 0 at 0.0 r0", "03 0 at 0.0 r0", "04 1 at 3.0 r0", "05 0 at 3.0 r0");
        }
    }

    @Test
    void doesNotBeginBeforeTheLaunchUnlessSomethingIsSold() throws Exception {
        try (var harness = open(BOUNDED)) {
            add(harness, launch("01", "04"), stock("01", 0), order("03", 1, "3"));
            end(harness);
            assertThat(lines(harness))
                    .containsExactly(
                            "03 1 at 3.0 r0 out", "04 0 at 3.0 r0 out", "05 0 at 3.0 r0 out");
        }
    }

    @Test
    void doesNotCallDaysBeforeTheCatalogueDaysWithoutDemand() throws Exception {
        try (var harness = open(BOUNDED)) {
            add(harness, launch("03", "01"), order("04", 1, "3"));
            end(harness);
            assertThat(lines(harness).get(0)).isEqualTo("03 0 at 0.0 r0");
        }
    }

    @Test
    void carriesAnEmptyStockForwardUntilItIsReadAgain() throws Exception {
        try (var harness = open(BOUNDED)) {
            add(harness, stock("01", 5), stock("02", 0), stock("04", 9));
            end(harness);
            assertThat(harness.extractOutputValues())
                    .extracting(DemandWindow::stockedOut)
                    .containsExactly(false, true, true, false, false);
        }
    }

    @Test
    void correctsAWindowAndWhatLaterDaysInherited() throws Exception {
        try (var harness = open(BOUNDED)) {
            add(harness, order("01", 6, "2.50"));
            harness.processWatermark(end("02"));
            harness.getOutput().clear();
            add(harness, order("01", 6, "1.50"));
            assertThat(lines(harness)).containsExactly("01 12 at 2.0 r1", "02 0 at 2.0 r1");
            assertThat(harness.extractOutputValues().get(0).asOf().toEpochMilli())
                    .isEqualTo(end("02"));
            harness.getOutput().clear();
            end(harness);
            assertThat(lines(harness).get(0)).isEqualTo("03 0 at 2.0 r0");
        }
    }

    @Test
    void beginsEarlierWhereTheFirstOrderComesLate() throws Exception {
        try (var harness = open(BOUNDED)) {
            add(harness, order("02", 6, "2.50"));
            harness.processWatermark(end("02"));
            harness.getOutput().clear();
            add(harness, order("01", 1, "1"));
            assertThat(lines(harness)).containsExactly("01 1 at 1.0 r0");
        }
    }

    @Test
    void keepsWhatComesTooLateApart() throws Exception {
        try (var harness = open(BOUNDED)) {
            add(harness, order("01", 6, "2.50"));
            harness.processWatermark(end("03"));
            harness.getOutput().clear();
            DemandSignal late = order("01", 1, "1");
            add(harness, late, order("09", 1, "1"));
            assertThat(harness.getOutput()).isEmpty();
            assertThat(harness.getSideOutput(DemandFunction.LATE)).hasSize(2);
            assertThat(harness.getSideOutput(DemandFunction.LATE).peek().getValue().reason())
                    .isEqualTo(
                            "The event ("
                                    + late.id()
                                    + ") of 2011-05-01T12:00:00Z came when its window could no longer change.");
        }
    }

    @Test
    void cutsDaysInTheZoneOfTheRun() throws Exception {
        DemandOptions auckland =
                new DemandOptions(ZoneId.of("Pacific/Auckland"), LocalDate.parse("2011-05-02"), 2);
        try (var harness = open(auckland)) {
            add(harness, order("01", 6, "2.50"));
            end(harness);
            assertThat(lines(harness)).containsExactly("02 6 at 2.5 r0");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"03", "04"})
    void goesOnWithoutDemandAsFarAsTheWatermark(String day) throws Exception {
        try (var harness = open(CONTINUOUS)) {
            add(harness, order("01", 6, "2.50"));
            harness.processWatermark(end(day));
            assertThat(harness.extractOutputValues()).hasSize(Integer.parseInt(day));
            end(harness);
            assertThat(harness.numEventTimeTimers()).isZero();
        }
    }

    @Test
    void keepsNoMoreDaysThanMayChange() throws Exception {
        try (var harness = open(CONTINUOUS)) {
            for (String day : List.of("01", "02", "03", "04", "05", "06", "07")) {
                add(harness, order(day, 1, "1"));
                harness.processWatermark(end(day));
            }
            int days = 2;
            assertThat(harness.numKeyedStateEntries()).isLessThanOrEqualTo(1 + days);
        }
    }

    @Test
    void resumesFromASnapshot() throws Exception {
        OperatorSubtaskState snapshot;
        List<String> undisturbed;
        try (var harness = open(BOUNDED)) {
            add(harness, launch("01", "01"), order("01", 6, "2.50"), stock("02", 0));
            harness.processWatermark(end("02"));
            snapshot = harness.snapshot(1, 1);
            harness.getOutput().clear();
            goOn(harness);
            undisturbed = lines(harness);
        }
        try (var harness = harness(BOUNDED)) {
            harness.initializeState(snapshot);
            harness.open();
            goOn(harness);
            assertThat(lines(harness)).isEqualTo(undisturbed).contains("01 7 at 2.0 r1");
        }
    }

    @Test
    void serialisesWithoutKryo() {
        PlainTypes.register();
        for (Class<?> type :
                List.of(
                        DemandSignal.class,
                        DayDemand.class,
                        PlaceProgress.class,
                        Launch.class,
                        DemandWindow.class)) {
            assertThatCode(() -> assertSerializedAsPojoWithoutKryo(type))
                    .doesNotThrowAnyException();
        }
    }

    private static void goOn(
            KeyedOneInputStreamOperatorTestHarness<String, DemandSignal, DemandWindow> harness)
            throws Exception {
        DemandFunctionTest test = new DemandFunctionTest();
        test.ids = 100;
        add(harness, test.order("01", 1, "-1"), test.order("04", 1, "4"));
        end(harness);
    }

    private DemandSignal order(String day, long units, String price) {
        return signal(SignalKind.ORDER, day, units, price, null);
    }

    private DemandSignal stock(String day, long onHand) {
        return signal(SignalKind.STOCK, day, onHand);
    }

    private DemandSignal signal(SignalKind kind, String day, long units) {
        return signal(kind, day, units, "0", null);
    }

    private DemandSignal launch(String day, String launchDay) {
        return signal(SignalKind.LAUNCH, day, 0, "0", LocalDate.parse("2011-05-" + launchDay));
    }

    private DemandSignal signal(
            SignalKind kind, String day, long units, String price, LocalDate launchedOn) {
        return new DemandSignal(
                kind,
                "e" + ids++,
                "test",
                Instant.parse("2011-05-" + day + "T12:00:00Z"),
                "A",
                launchedOn == null ? "main" : "",
                units,
                new BigDecimal(price),
                false,
                launchedOn);
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, DemandSignal, DemandWindow>
            harness(DemandOptions options) throws Exception {
        var harness =
                new KeyedOneInputStreamOperatorTestHarness<>(
                        new KeyedProcessOperator<>(new DemandFunction(options)),
                        DemandSignal::item,
                        Types.STRING);
        harness.getExecutionConfig().getSerializerConfig().setGenericTypes(false);
        return harness;
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, DemandSignal, DemandWindow> open(
            DemandOptions options) throws Exception {
        var harness = harness(options);
        harness.open();
        return harness;
    }

    private static void add(
            KeyedOneInputStreamOperatorTestHarness<String, DemandSignal, DemandWindow> harness,
            DemandSignal... signals)
            throws Exception {
        for (DemandSignal signal : signals) {
            harness.processElement(signal, signal.time().toEpochMilli());
        }
    }

    private static void end(
            KeyedOneInputStreamOperatorTestHarness<String, DemandSignal, DemandWindow> harness)
            throws Exception {
        harness.processWatermark(Long.MAX_VALUE);
    }

    private static long end(String day) {
        return Instant.parse("2011-05-" + day + "T23:59:59.999Z").toEpochMilli();
    }

    private static List<String> lines(
            KeyedOneInputStreamOperatorTestHarness<String, DemandSignal, DemandWindow> harness) {
        return harness.extractOutputValues().stream()
                .map(
                        window ->
                                "%02d %d at %s r%d%s"
                                        .formatted(
                                                window.day().getDayOfMonth(),
                                                window.units(),
                                                window.price(),
                                                window.revision(),
                                                window.stockedOut() ? " out" : ""))
                .toList();
    }
}
