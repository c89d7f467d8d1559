package io.quartermaster.pipelines.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import io.quartermaster.domain.demand.DemandWindow;
import io.quartermaster.domain.forecast.Forecast;
import io.quartermaster.domain.forecast.SequenceTrainer;
import io.quartermaster.pipelines.channel.Channels;
import io.quartermaster.udfs.forecast.SequenceModels;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(value = OS.LINUX, disabledReason = "the native library is for linux-x86_64")
@SuppressWarnings("try") // the harness may be interrupted while it closes
class TunedForecastOperatorTest {

    /** Two days before a plan day, whose eve is the first with the new weights. */
    private static final LocalDate SWAP = SmallModel.TAIL.plusDays(5);

    private static final int EVERY_DAY_ANEW = 1;

    @Test
    void withoutNewWeightsItForecastsAsTheOtherOperatorDoes() throws Exception {
        List<Forecast> all = run(28, List.of());
        try (var plain =
                new org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness<
                        String, DescribedWindow, Forecast>(
                        new ForecastOperator(options(28)), DescribedWindow::series, Types.STRING)) {
            plain.open();
            for (DemandWindow window : SmallModel.WINDOWS) {
                plain.processElement(DescribedWindow.undescribed(window), timeOf(window));
            }
            plain.endInput();
            assertThat(ForecastLines.sorted(all))
                    .isEqualTo(ForecastLines.sorted(ForecastLines.of(plain.getOutput())));
        }
    }

    /** A day is forecast with what was learnt up to the day before; all states are made anew. */
    @Test
    void newWeightsServeFromTheNextDayOn() throws Exception {
        ModelWeights learnt = learnt(Channels.endOf(SWAP).toEpochMilli());
        List<Forecast> swapped = lstm(run(EVERY_DAY_ANEW, List.of(learnt)));
        List<Forecast> old = lstm(run(EVERY_DAY_ANEW, List.of()));
        List<Forecast> fresh = lstm(run(EVERY_DAY_ANEW, List.of(learnt(1))));
        assertThat(before(swapped)).isNotEmpty().isEqualTo(before(old));
        assertThat(after(swapped)).isNotEmpty().isEqualTo(after(fresh));
        assertThat(after(swapped)).doesNotContainAnyElementsOf(after(old));
        assertThat(swapped)
                .filteredOn(forecast -> forecast.madeOn().isAfter(SWAP))
                .extracting(Forecast::modelVersion)
                .containsOnly(learnt.version());
    }

    /** A state is carried for weeks, but not over a change of weights. */
    @Test
    void aCarriedStateIsMadeAnewWhenTheWeightsChange() throws Exception {
        ModelWeights learnt = learnt(Channels.endOf(SWAP).toEpochMilli());
        List<Forecast> carried = lstm(run(10_000, List.of(learnt)));
        List<Forecast> anew = lstm(run(EVERY_DAY_ANEW, List.of(learnt)));
        assertThat(on(carried, SWAP.plusDays(1)))
                .isNotEmpty()
                .isEqualTo(on(anew, SWAP.plusDays(1)));
        assertThat(on(carried, SWAP.plusDays(8))).isNotEqualTo(on(anew, SWAP.plusDays(8)));
    }

    @Test
    void resumesFromASnapshot() throws Exception {
        List<ModelWeights> weights =
                List.of(
                        learnt(Channels.endOf(SWAP.minusDays(9)).toEpochMilli()),
                        learnt(Channels.endOf(SWAP).toEpochMilli()));
        List<String> expected = ForecastLines.sorted(run(28, weights));
        for (int days : new int[] {100, 115, 119, 130}) {
            LocalDate cut = SmallModel.FIRST.plusDays(days);
            List<Forecast> all = new ArrayList<>();
            OperatorSubtaskState snapshot;
            try (var first = harness(28)) {
                first.open();
                feed(first, weights, SmallModel.FIRST, cut);
                first.getOperator().prepareSnapshotPreBarrier(1);
                snapshot = first.snapshot(1, 1);
                all.addAll(ForecastLines.of(first.getOutput()));
            }
            try (var second = harness(28)) {
                second.initializeState(snapshot);
                second.open();
                feed(second, weights, cut, SmallModel.FIRST.plusDays(SmallModel.DAYS));
                second.processBothWatermarks(Watermark.MAX_WATERMARK);
                all.addAll(ForecastLines.of(second.getOutput()));
            }
            assertThat(ForecastLines.sorted(all)).as("cut at %s", cut).isEqualTo(expected);
        }
    }

    /** The window is of a day before the weights that serve; they serve it all the same. */
    @Test
    void aLateWindowAfterARestartIsServedAsWithoutOne() throws Exception {
        List<ModelWeights> weights = List.of(learnt(Channels.endOf(SWAP).toEpochMilli()));
        LocalDate cut = SWAP.plusDays(4);
        DemandWindow late =
                SmallModel.WINDOWS.stream()
                        .filter(window -> window.day().equals(SWAP.minusDays(1)))
                        .findFirst()
                        .orElseThrow();
        DemandWindow corrected =
                new DemandWindow(
                        late.item(),
                        late.place(),
                        late.day(),
                        late.units() + 30,
                        late.price(),
                        late.promotion(),
                        false,
                        late.views(),
                        late.favourites(),
                        late.carts(),
                        1,
                        late.asOf());
        LocalDate end = SmallModel.FIRST.plusDays(SmallModel.DAYS);
        List<Forecast> straight;
        try (var whole = harness(28)) {
            whole.open();
            feed(whole, weights, SmallModel.FIRST, cut);
            whole.processElement1(DescribedWindow.undescribed(corrected), timeOf(corrected));
            feed(whole, weights, cut, end);
            whole.processBothWatermarks(Watermark.MAX_WATERMARK);
            straight = ForecastLines.of(whole.getOutput());
        }
        List<Forecast> all = new ArrayList<>();
        OperatorSubtaskState snapshot;
        try (var first = harness(28)) {
            first.open();
            feed(first, weights, SmallModel.FIRST, cut);
            first.getOperator().prepareSnapshotPreBarrier(1);
            snapshot = first.snapshot(1, 1);
            all.addAll(ForecastLines.of(first.getOutput()));
        }
        try (var second = harness(28)) {
            second.initializeState(snapshot);
            second.open();
            second.processElement1(DescribedWindow.undescribed(corrected), timeOf(corrected));
            feed(second, weights, cut, end);
            second.processBothWatermarks(Watermark.MAX_WATERMARK);
            all.addAll(ForecastLines.of(second.getOutput()));
        }
        assertThat(ForecastLines.sorted(all)).isEqualTo(ForecastLines.sorted(straight));
    }

    private static List<Forecast> lstm(List<Forecast> all) {
        return all.stream().filter(one -> one.modelName().equals("lstm")).toList();
    }

    private static List<String> on(List<Forecast> all, LocalDate day) {
        return ForecastLines.sorted(all.stream().filter(one -> one.madeOn().equals(day)).toList());
    }

    private static List<String> before(List<Forecast> all) {
        return ForecastLines.sorted(
                all.stream().filter(one -> !one.madeOn().isAfter(SWAP)).toList());
    }

    private static List<String> after(List<Forecast> all) {
        return ForecastLines.sorted(
                all.stream().filter(one -> one.madeOn().isAfter(SWAP)).toList());
    }

    /** Weights a few steps from the model's. */
    private static ModelWeights learnt(long asOf) {
        try (SequenceTrainer trainer = SequenceModels.engine().trainer(SmallModel.folder())) {
            var windows =
                    new ForecastTrainer(SmallModel.training(), 200)
                            .set(SmallModel.WINDOWS, SmallModel.TAIL);
            int steps =
                    asOf > Channels.endOf(SWAP.minusDays(1)).toEpochMilli() || asOf == 1 ? 5 : 2;
            for (int step = 0; step < steps; step++) {
                trainer.step(windows, 0.01);
            }
            return new ModelWeights(asOf, trainer.version(), 1, 0, 0, trainer.state().weights());
        }
    }

    private static List<Forecast> run(int carryDays, List<ModelWeights> weights) throws Exception {
        try (var harness = harness(carryDays)) {
            harness.open();
            feed(harness, weights, SmallModel.FIRST, SmallModel.FIRST.plusDays(SmallModel.DAYS));
            harness.processBothWatermarks(Watermark.MAX_WATERMARK);
            return ForecastLines.of(harness.getOutput());
        }
    }

    /** Windows of days from one to another, and weights two days late, as far as they may be. */
    private static void feed(
            KeyedTwoInputStreamOperatorTestHarness<String, DescribedWindow, ModelWeights, Forecast>
                    harness,
            List<ModelWeights> weights,
            LocalDate from,
            LocalDate to)
            throws Exception {
        for (LocalDate day = from; day.isBefore(to); day = day.plusDays(1)) {
            for (DemandWindow window : SmallModel.WINDOWS) {
                if (window.day().equals(day)) {
                    harness.processElement1(DescribedWindow.undescribed(window), timeOf(window));
                }
            }
            harness.processWatermark1(new Watermark(Channels.endOf(day).toEpochMilli()));
            long published = Channels.endOf(day.minusDays(2)).toEpochMilli();
            for (ModelWeights one : weights) {
                boolean isFirst = day.equals(SmallModel.FIRST) && one.asOf() <= published;
                boolean isNow =
                        one.asOf() <= published
                                && one.asOf() > Channels.endOf(day.minusDays(3)).toEpochMilli();
                if (isFirst || isNow) {
                    harness.processElement2(one, one.asOf());
                }
            }
            harness.processWatermark2(new Watermark(published));
        }
    }

    private static long timeOf(DemandWindow window) {
        return Channels.endOf(window.day()).toEpochMilli();
    }

    /** By itself: who is champion would depend on how earlier weights did. */
    private static ForecastOptions options(int carryDays) {
        ForecastOptions options =
                new ForecastOptions(
                        "lstm",
                        SmallModel.folder().toString(),
                        16,
                        carryDays,
                        SmallModel.HORIZON,
                        SmallModel.PLAN);
        return options.with(List.of("lstm"));
    }

    private static KeyedTwoInputStreamOperatorTestHarness<
                    String, DescribedWindow, ModelWeights, Forecast>
            harness(int carryDays) throws Exception {
        return new KeyedTwoInputStreamOperatorTestHarness<>(
                new TunedForecastOperator(options(carryDays)),
                DescribedWindow::series,
                null,
                Types.STRING);
    }
}
