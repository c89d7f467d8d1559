package io.quartermaster.pipelines.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import io.quartermaster.domain.demand.DemandWindow;
import io.quartermaster.domain.forecast.SequenceTrainingSet;
import io.quartermaster.pipelines.channel.Channels;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

@SuppressWarnings("try") // the harness may be interrupted while it closes
class TrainingWindowFunctionTest {

    private static final List<DemandWindow> WINDOWS = SmallModel.WINDOWS;

    /** The job learns from what {@code train} learns from. */
    @Test
    void makesTheWindowsThatTheTrainerMakes() throws Exception {
        List<TrainingWindow> found;
        try (var harness = harness(1)) {
            harness.open();
            add(harness, WINDOWS);
            found = harness.extractOutputValues();
        }
        SequenceTrainingSet expected =
                new ForecastTrainer(SmallModel.training(), Integer.MAX_VALUE)
                        .set(WINDOWS, SmallModel.FIRST.plusDays(SmallModel.DAYS));
        assertThat(texts(TrainingWindow.set(found)))
                .containsExactlyInAnyOrderElementsOf(texts(expected))
                .hasSizeGreaterThan(500);
    }

    @Test
    void aHashChoosesAShare() throws Exception {
        try (var all = harness(1);
                var some = harness(0.1)) {
            all.open();
            some.open();
            add(all, WINDOWS);
            add(some, WINDOWS);
            assertThat(
                            some.extractOutputValues().size()
                                    / (double) all.extractOutputValues().size())
                    .isBetween(0.07, 0.13);
        }
    }

    @Test
    void resumesFromASnapshot() throws Exception {
        List<String> expected;
        try (var whole = harness(1)) {
            whole.open();
            add(whole, WINDOWS);
            expected = texts(TrainingWindow.set(whole.extractOutputValues()));
        }
        int half = WINDOWS.size() / 2;
        List<TrainingWindow> all = new ArrayList<>();
        OperatorSubtaskState snapshot;
        try (var first = harness(1)) {
            first.open();
            add(first, WINDOWS.subList(0, half));
            all.addAll(first.extractOutputValues());
            snapshot = first.snapshot(1, 1);
        }
        try (var second = harness(1)) {
            second.initializeState(snapshot);
            second.open();
            add(second, WINDOWS.subList(half, WINDOWS.size()));
            all.addAll(second.extractOutputValues());
        }
        assertThat(texts(TrainingWindow.set(all))).isEqualTo(expected);
    }

    private static List<String> texts(SequenceTrainingSet set) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < set.histories().length; i++) {
            texts.add(
                    Arrays.deepToString(set.histories()[i])
                            + Arrays.toString(set.known()[i])
                            + Arrays.toString(set.targets()[i])
                            + set.endDays()[i]);
        }
        return texts;
    }

    private static void add(
            KeyedOneInputStreamOperatorTestHarness<String, DescribedWindow, TrainingWindow> harness,
            List<DemandWindow> windows)
            throws Exception {
        for (DemandWindow window : windows) {
            harness.processElement(
                    DescribedWindow.undescribed(window),
                    Channels.endOf(window.day()).toEpochMilli());
        }
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, DescribedWindow, TrainingWindow>
            harness(double share) throws Exception {
        return new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(
                        new TrainingWindowFunction(
                                new ForecastOptions(
                                        "none",
                                        "",
                                        16,
                                        28,
                                        SmallModel.HORIZON,
                                        SmallModel.PLAN,
                                        new TuningOptions(1, 1, 0.001, share, 1)))),
                DescribedWindow::series,
                Types.STRING);
    }
}
