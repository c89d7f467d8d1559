package io.quartermaster.pipelines.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quartermaster.domain.demand.DemandWindow;
import io.quartermaster.domain.forecast.DaysAhead;
import io.quartermaster.domain.forecast.DemandHistory;
import io.quartermaster.domain.forecast.SequenceTrainer;
import io.quartermaster.domain.forecast.SequenceTrainingSet;
import io.quartermaster.domain.forecast.StaticCovariates;
import io.quartermaster.domain.forecast.TrainingState;
import io.quartermaster.pipelines.channel.Channels;
import io.quartermaster.udfs.forecast.SequenceModels;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(value = OS.LINUX, disabledReason = "the native library is for linux-x86_64")
@SuppressWarnings("try") // the harness may be interrupted while it closes
class ForecastTunerFunctionTest {

    private static final TuningOptions GENTLE = new TuningOptions(100, 4, 0.002, 1, 1);
    private static final List<TrainingWindow> LESSONS = lessons();

    @Test
    void publishesWeightsThatAreNotWorseOnSeriesItNeverLearnsFrom() throws Exception {
        List<ModelWeights> published = run(GENTLE, LESSONS);
        assertThat(published).hasSizeGreaterThan(5);
        assertThat(published).allMatch(weights -> weights.loss() <= weights.lossBefore());
        assertThat(published).extracting(ModelWeights::version).doesNotHaveDuplicates();
        assertThat(published).extracting(ModelWeights::asOf).isSorted();
        ModelWeights last = published.get(published.size() - 1);
        try (SequenceTrainer trainer = SequenceModels.engine().trainer(SmallModel.folder())) {
            SequenceTrainingSet all = TrainingWindow.set(LESSONS);
            double before = trainer.loss(all);
            trainer.restore(new TrainingState(0, last.weights(), trainer.state().memory()));
            assertThat(trainer.version()).isEqualTo(last.version());
            assertThat(trainer.loss(all)).isLessThan(before);
        }
    }

    /** Steps of such a size end anywhere: no round may get through, and each starts afresh. */
    @Test
    void aRoundThatMakesItWorseIsUndone() throws Exception {
        assertThat(run(new TuningOptions(100, 4, 5, 1, 1), LESSONS)).isEmpty();
    }

    @Test
    void arrivalOrderWithinADayChangesNothing() throws Exception {
        List<TrainingWindow> backwards = new ArrayList<>(LESSONS);
        java.util.Collections.reverse(backwards);
        assertThat(texts(run(GENTLE, backwards))).isEqualTo(texts(run(GENTLE, LESSONS)));
    }

    /** Bit for bit: the version is a hash of all weights. */
    @Test
    void resumesFromASnapshot() throws Exception {
        List<String> expected = texts(run(GENTLE, LESSONS));
        for (int at : new int[] {250, 777, 1400}) {
            List<ModelWeights> all = new ArrayList<>();
            OperatorSubtaskState snapshot;
            try (var first = harness(GENTLE)) {
                first.open();
                add(first, LESSONS.subList(0, at));
                all.addAll(first.extractOutputValues());
                snapshot = first.snapshot(1, 1);
            }
            try (var second = harness(GENTLE)) {
                second.initializeState(snapshot);
                second.open();
                add(second, LESSONS.subList(at, LESSONS.size()));
                second.processWatermark(Long.MAX_VALUE);
                all.addAll(second.extractOutputValues());
            }
            assertThat(texts(all)).as("after %d windows", at).isEqualTo(expected);
        }
    }

    @Test
    void refusesAModelOfAnotherHorizon() {
        ForecastOptions other =
                new ForecastOptions(
                        "lstm", SmallModel.folder().toString(), 16, 28, 9, SmallModel.PLAN, GENTLE);
        assertThatThrownBy(
                        () -> {
                            try (var harness = harness(other)) {
                                harness.open();
                                add(harness, LESSONS);
                                harness.processWatermark(Long.MAX_VALUE);
                            }
                        })
                .hasStackTraceContaining("has 5 as its horizon, the job needs 9");
    }

    /** Every window of the small marketplace, by day. */
    private static List<TrainingWindow> lessons() {
        Map<String, DemandHistory> histories = new HashMap<>();
        List<TrainingWindow> lessons = new ArrayList<>();
        for (DemandWindow window : SmallModel.WINDOWS) {
            String series = window.item() + "|" + window.place();
            DemandHistory before =
                    histories.getOrDefault(series, DemandHistory.before(window.day().toEpochDay()));
            DemandHistory history = before.append(window);
            histories.put(series, history);
            if (history.kept() >= SmallModel.HORIZON + 7) {
                lessons.add(
                        TrainingWindow.of(
                                series,
                                history,
                                SmallModel.HORIZON,
                                DaysAhead.UNKNOWN,
                                StaticCovariates.unknown()));
            }
        }
        return lessons;
    }

    private static List<String> texts(List<ModelWeights> all) {
        return all.stream()
                .map(
                        one ->
                                "%d %s %d %s %s"
                                        .formatted(
                                                one.asOf(),
                                                one.version(),
                                                one.round(),
                                                one.loss(),
                                                one.lossBefore()))
                .toList();
    }

    private static List<ModelWeights> run(TuningOptions tuning, List<TrainingWindow> lessons)
            throws Exception {
        try (var harness = harness(tuning)) {
            harness.open();
            add(harness, lessons);
            harness.processWatermark(Long.MAX_VALUE);
            return harness.extractOutputValues();
        }
    }

    private static void add(
            KeyedOneInputStreamOperatorTestHarness<String, TrainingWindow, ModelWeights> harness,
            List<TrainingWindow> lessons)
            throws Exception {
        for (TrainingWindow lesson : lessons) {
            LocalDate day = LocalDate.ofEpochDay(lesson.endDay() + SmallModel.HORIZON);
            harness.processElement(lesson, Channels.endOf(day).toEpochMilli());
        }
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, TrainingWindow, ModelWeights>
            harness(TuningOptions tuning) throws Exception {
        return harness(
                new ForecastOptions(
                        "lstm",
                        SmallModel.folder().toString(),
                        16,
                        28,
                        SmallModel.HORIZON,
                        SmallModel.PLAN,
                        tuning));
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, TrainingWindow, ModelWeights>
            harness(ForecastOptions options) throws Exception {
        return new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(new ForecastTunerFunction(options)),
                lesson -> "all",
                Types.STRING);
    }
}
