package io.quartermaster.pipelines.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import io.quartermaster.domain.demand.DemandWindow;
import io.quartermaster.domain.forecast.EarlyDemand;
import io.quartermaster.domain.forecast.Forecast;
import java.time.Instant;
import java.time.LocalDate;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

@SuppressWarnings("try") // the harness may be interrupted while it closes
class EarlyDaysTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 3, 1);

    @Test
    void areHandedOnOneByOneAndThenAsAWhole() throws Exception {
        try (var harness = harness()) {
            harness.open();
            for (int day = 0; day < 80; day++) {
                harness.processElement(window(day, day), day);
            }
            assertThat(harness.getSideOutput(EarlyDays.DAYS)).hasSize(28);
            assertThat(harness.getSideOutput(EarlyDays.PLACES)).hasSize(1);
            assertThat(harness.getSideOutput(EarlyDays.BEGINNINGS)).hasSize(1);
            EarlyDemand whole = harness.getSideOutput(EarlyDays.BEGINNINGS).remove().getValue();
            assertThat(whole.knownOn()).isEqualTo(FIRST.plusDays(27));
            assertThat(whole.units()).hasSize(28).startsWith(0, 1, 2).endsWith(26, 27);
        }
    }

    @Test
    void aCorrectionOfOneCorrectsTheWhole() throws Exception {
        try (var harness = harness()) {
            harness.open();
            for (int day = 0; day < 30; day++) {
                harness.processElement(window(day, 1), day);
            }
            harness.processElement(window(3, 9), 31);
            assertThat(harness.getSideOutput(EarlyDays.BEGINNINGS))
                    .last()
                    .satisfies(
                            last -> assertThat(last.getValue().units()).startsWith(1, 1, 1, 9, 1));
        }
    }

    @Test
    void resumeFromASnapshot() throws Exception {
        OperatorSubtaskState snapshot;
        try (var first = harness()) {
            first.open();
            for (int day = 0; day < 20; day++) {
                first.processElement(window(day, day), day);
            }
            snapshot = first.snapshot(1, 1);
        }
        try (var second = harness()) {
            second.initializeState(snapshot);
            second.open();
            for (int day = 20; day < 40; day++) {
                second.processElement(window(day, day), day);
            }
            assertThat(second.getSideOutput(EarlyDays.DAYS)).hasSize(8);
            assertThat(second.getSideOutput(EarlyDays.PLACES)).isNull();
            assertThat(second.getSideOutput(EarlyDays.BEGINNINGS).remove().getValue().units())
                    .startsWith(0, 1, 2)
                    .endsWith(27);
        }
    }

    private static DescribedWindow window(int day, long units) {
        return DescribedWindow.undescribed(
                new DemandWindow(
                        "A",
                        "main",
                        FIRST.plusDays(day),
                        units,
                        1,
                        0,
                        false,
                        0,
                        0,
                        0,
                        0,
                        Instant.EPOCH));
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, DescribedWindow, Forecast>
            harness() throws Exception {
        return new KeyedOneInputStreamOperatorTestHarness<>(
                new ForecastOperator(SmallModel.withoutModel()),
                DescribedWindow::series,
                Types.STRING);
    }
}
