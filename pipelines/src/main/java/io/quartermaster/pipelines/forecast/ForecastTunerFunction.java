package io.quartermaster.pipelines.forecast;

import io.quartermaster.domain.forecast.SequenceTrainer;
import io.quartermaster.domain.forecast.SequenceTrainingSet;
import io.quartermaster.domain.forecast.TrainingState;
import io.quartermaster.pipelines.event.EventTimeOrderedFunction;
import io.quartermaster.pipelines.event.PlainTypes;
import io.quartermaster.udfs.forecast.SequenceModels;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.util.Collector;

/**
 * Trains the LSTM on windows as they close, and publishes its weights while they are not worse.
 *
 * <p>A fifth of the series is held out: none of their windows is ever learnt from. The others fill
 * a sample of {@value #SAMPLE} windows, and when it is full a new one takes a drawn place, so that
 * old windows fade. After every {@link TuningOptions#every} windows a round takes a few steps on
 * batches drawn from the sample. If the loss on the newest windows held out is then at most what it
 * was, the weights are published; else the round is undone.
 *
 * <p>All of it is state: weights, the optimiser's memory and steps, sample, windows held out and
 * counts, which with the seed decide what is drawn. A job that starts again from a checkpoint
 * publishes the same bits as one that never stopped. All under one key: one model learns.
 */
final class ForecastTunerFunction
        extends EventTimeOrderedFunction<String, TrainingWindow, ModelWeights> {

    private static final long serialVersionUID = 1L;

    static final int SAMPLE = 4096;
    private static final int HELD_OUT = 512;
    private static final double HELD_OUT_SHARE = 0.2;
    private static final int FEWEST_HELD_OUT = 16;
    private static final int BATCH = 64;

    /** Weights, the optimiser's memory and its steps, as of the last round that was published. */
    private static final ValueStateDescriptor<TrainingState> TRAINING =
            new ValueStateDescriptor<>("training", PlainTypes.of(TrainingState.class));

    private static final ValueStateDescriptor<TunerCounts> COUNTS =
            new ValueStateDescriptor<>("counts", PlainTypes.of(TunerCounts.class));

    /** By place in the sample; a window stays until another takes its place. */
    private static final MapStateDescriptor<Integer, TrainingWindow> LESSONS =
            new MapStateDescriptor<>("lessons", Types.INT, PlainTypes.of(TrainingWindow.class));

    /** By place in a ring of the newest. */
    private static final MapStateDescriptor<Integer, TrainingWindow> EXAMS =
            new MapStateDescriptor<>("held-out", Types.INT, PlainTypes.of(TrainingWindow.class));

    private final ForecastOptions options;
    private final TuningOptions tuning;

    private transient ValueState<TrainingState> training;
    private transient ValueState<TunerCounts> counts;
    private transient MapState<Integer, TrainingWindow> lessons;
    private transient MapState<Integer, TrainingWindow> exams;
    private transient SequenceTrainer trainer;
    private transient Counter published;
    private transient Counter refused;

    ForecastTunerFunction(ForecastOptions options) {
        super(TrainingWindow.class, TrainingWindow::id);
        this.options = options;
        this.tuning = options.tuning();
    }

    @Override
    public void open(OpenContext context) throws Exception {
        super.open(context);
        training = getRuntimeContext().getState(TRAINING);
        counts = getRuntimeContext().getState(COUNTS);
        lessons = getRuntimeContext().getMapState(LESSONS);
        exams = getRuntimeContext().getMapState(EXAMS);
        published = getRuntimeContext().getMetricGroup().counter("tuner_published_total");
        refused = getRuntimeContext().getMetricGroup().counter("tuner_refused_total");
    }

    @Override
    protected void inOrder(TrainingWindow window, Context context, Collector<ModelWeights> out)
            throws Exception {
        TunerCounts before = counts.value() == null ? TunerCounts.start() : counts.value();
        TunerCounts now;
        if (SeededShare.holds(HELD_OUT_SHARE, window.series(), 0, ~tuning.seed())) {
            exams.put((int) (before.heldOut() % HELD_OUT), window);
            now = before.withHeldOut();
        } else {
            lessons.put(place(before.lessons()), window);
            now = before.lesson();
        }
        boolean isDue = now.since() >= tuning.every();
        counts.update(isDue ? now.round() : now);
        if (isDue && now.lessons() > 0 && now.heldOut() >= FEWEST_HELD_OUT) {
            round(now, context.timestamp(), out);
        }
    }

    private int place(long lessonsBefore) {
        return lessonsBefore < SAMPLE
                ? (int) lessonsBefore
                : new SplittableRandom(tuning.seed() * 31 + lessonsBefore).nextInt(SAMPLE);
    }

    private void round(TunerCounts now, long time, Collector<ModelWeights> out) throws Exception {
        SequenceTrainer model = trainer();
        SequenceTrainingSet exam = TrainingWindow.set(newestFirst(now));
        TrainingState before = model.state();
        double lossBefore = model.loss(exam);
        learn(model, now);
        double loss = model.loss(exam);
        if (loss <= lossBefore) {
            TrainingState after = model.state();
            training.update(after);
            published.inc();
            out.collect(
                    new ModelWeights(
                            time,
                            model.version(),
                            now.rounds() + 1,
                            loss,
                            lossBefore,
                            after.weights()));
        } else {
            refused.inc();
            model.restore(before);
        }
    }

    private void learn(SequenceTrainer model, TunerCounts now) throws Exception {
        int size = (int) Math.min(SAMPLE, now.lessons());
        SplittableRandom random = new SplittableRandom(~tuning.seed() * 31 + now.rounds());
        for (int step = 0; step < tuning.steps(); step++) {
            List<TrainingWindow> batch = new ArrayList<>(BATCH);
            for (int row = 0; row < BATCH; row++) {
                batch.add(lessons.get(random.nextInt(size)));
            }
            model.step(TrainingWindow.set(batch), tuning.learningRate());
        }
    }

    private List<TrainingWindow> newestFirst(TunerCounts now) throws Exception {
        List<TrainingWindow> all = new ArrayList<>();
        for (long at = now.heldOut() - 1; at >= Math.max(0, now.heldOut() - HELD_OUT); at--) {
            all.add(exams.get((int) (at % HELD_OUT)));
        }
        return all;
    }

    /** Opened at the first round, since only then the key, and so the state, is there. */
    private SequenceTrainer trainer() throws Exception {
        if (trainer == null) {
            trainer = SequenceModels.engine().trainer(Path.of(options.modelFolder()));
            ForecastModelCheck.fits(trainer.options(), options);
            TrainingState kept = training.value();
            if (kept != null) {
                trainer.restore(kept);
            }
        }
        return trainer;
    }

    @Override
    public void close() throws Exception {
        if (trainer != null) {
            trainer.close();
            trainer = null;
        }
        super.close();
    }
}
