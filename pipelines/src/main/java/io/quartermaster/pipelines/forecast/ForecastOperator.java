package io.quartermaster.pipelines.forecast;

import io.quartermaster.domain.demand.DemandWindow;
import io.quartermaster.domain.forecast.ClusterPrior;
import io.quartermaster.domain.forecast.DemandFeatures;
import io.quartermaster.domain.forecast.DemandHistory;
import io.quartermaster.domain.forecast.Forecast;
import io.quartermaster.domain.forecast.ForecastChampion;
import io.quartermaster.pipelines.channel.Channels;
import io.quartermaster.pipelines.event.PlainTypes;
import io.quartermaster.udfs.forecast.ForecastBundle;
import io.quartermaster.udfs.forecast.SequenceModels;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.BoundedOneInput;
import org.apache.flink.streaming.api.operators.ChainingStrategy;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;

/**
 * Takes in each window of a series once and forecasts on the eve of each plan day: seasonal naive
 * and regression at once, the LSTM in a bundle with other series.
 *
 * <p>At the side it tells of the first days of each series (see {@link EarlyDays}).
 *
 * <p>From the first eve on, the LSTM's state of a series goes one step forward with each window, or
 * is made anew from history (see {@link ForecastMemory#needsEncoding}). Windows wait in the bundle
 * for the engine only until it is full, its key comes again, a watermark passes, a checkpoint is
 * near, or the input ends: a snapshot never holds a waiting window.
 */
class ForecastOperator extends AbstractStreamOperator<Forecast>
        implements OneInputStreamOperator<DemandWindow, Forecast>, BoundedOneInput {

    private static final long serialVersionUID = 1L;

    /** Kept as long as the series lives: an item that sells no more keeps its few kilobytes. */
    private static final ValueStateDescriptor<ForecastMemory> MEMORY =
            new ValueStateDescriptor<>("memory", PlainTypes.of(ForecastMemory.class));

    /** A series in the bundle. */
    private record Pending(DemandWindow window, ForecastMemory memory) {}

    private final ForecastOptions options;

    private transient ValueState<ForecastMemory> memories;
    private transient ForecastBundle engine;
    private transient SeriesBundle bundle;
    private transient Map<String, Pending> pending;
    private transient Counter engineCalls;
    private transient Counter engineRows;

    ForecastOperator(ForecastOptions options) {
        this.options = options;
        setChainingStrategy(ChainingStrategy.ALWAYS);
    }

    @Override
    public void open() throws Exception {
        super.open();
        memories = getRuntimeContext().getState(MEMORY);
        pending = new HashMap<>();
        engineCalls = getMetricGroup().counter("engine_calls_total");
        engineRows = getMetricGroup().counter("engine_rows_total");
        if (!options.modelFolder().isEmpty()) {
            engine = engine();
            ForecastModelCheck.fits(engine.options(), options);
            bundle = new SeriesBundle(engine, options.bundleSize());
        }
    }

    /** Bundles of one are calls of one row, to see what bundling gains; all others are padded. */
    private ForecastBundle engine() {
        Path folder = Path.of(options.modelFolder());
        return options.bundleSize() == 1
                ? new ForecastBundle(SequenceModels.load(folder), 1)
                : ForecastBundle.open(folder);
    }

    @Override
    public void processElement(StreamRecord<DemandWindow> element) throws Exception {
        DemandWindow window = element.getValue();
        String key = (String) getCurrentKey();
        if (pending.containsKey(key)) {
            flush();
            setCurrentKey(key);
        }
        ForecastMemory before = memories.value();
        long day = window.day().toEpochDay();
        if (before != null && day <= before.history().lastDay()) {
            correct(window, before);
            return;
        }
        ForecastMemory known = before == null ? ForecastMemory.start(day) : before;
        ForecastMemory memory = known.observe(window);
        tellBeginning(window, known.history(), memory.history());
        boolean active = options.planDays().isActive(day);
        if (active && options.planDays().isEve(day)) {
            ForecastRows rows = rows(memory);
            emit(rows.naive(window.item(), window.place(), memory));
            emit(rows.regression(window.item(), window.place(), memory));
        }
        if (active && engine != null && memory.isGrown()) {
            bundle(key, window, memory, options.planDays().isEve(day));
        } else {
            memories.update(memory);
        }
    }

    private void correct(DemandWindow window, ForecastMemory before) throws Exception {
        ForecastMemory memory = before.correct(window);
        memories.update(memory);
        if (EarlyDays.holds(memory.history(), window.day().toEpochDay())) {
            aside(EarlyDays.DAYS, window, EarlyDays.day(window));
            if (EarlyDays.isOver(memory.history())) {
                aside(EarlyDays.BEGINNINGS, window, EarlyDays.beginning(window, memory.history()));
            }
        }
    }

    private void tellBeginning(DemandWindow window, DemandHistory before, DemandHistory now) {
        if (before.age() == 0) {
            aside(EarlyDays.PLACES, window, window.place());
        }
        if (EarlyDays.holds(now, now.lastDay())) {
            aside(EarlyDays.DAYS, window, EarlyDays.day(window));
        }
        if (EarlyDays.isOver(now) && before.age() < ClusterPrior.YOUNG_DAYS) {
            aside(EarlyDays.BEGINNINGS, window, EarlyDays.beginning(window, now));
        }
    }

    private <T> void aside(OutputTag<T> tag, DemandWindow of, T element) {
        output.collect(tag, new StreamRecord<>(element, Channels.endOf(of.day()).toEpochMilli()));
    }

    /** The series' memory is written when its answer comes. */
    private void bundle(String key, DemandWindow window, ForecastMemory memory, boolean eve)
            throws Exception {
        boolean anew = memory.needsEncoding(engine.version(), options.carryDays());
        ForecastMemory scaled = anew ? memory.rescaled(engine.version()) : memory;
        float[] ahead =
                eve
                        ? DemandFeatures.known(
                                scaled.history(), scaled.scale(), options.horizonDays())
                        : null;
        if (anew) {
            bundle.encode(key, DemandFeatures.encoder(scaled.history(), scaled.scale()), ahead);
        } else {
            bundle.advance(
                    key,
                    DemandFeatures.input(scaled.history(), scaled.scale()),
                    scaled.state(),
                    ahead);
        }
        pending.put(key, new Pending(window, scaled));
        if (bundle.isFull()) {
            flush();
        }
    }

    /** Answers what waits in the bundle. */
    final void flush() throws Exception {
        if (bundle == null || bundle.isEmpty()) {
            return;
        }
        Object current = getCurrentKey();
        long calls = engine.use().calls();
        long rows = engine.use().rows();
        bundle.flush(this::answered);
        engineCalls.inc(engine.use().calls() - calls);
        engineRows.inc(engine.use().rows() - rows);
        pending.clear();
        setCurrentKey(current);
    }

    /** Puts other weights in, after what waits for the old ones. */
    final void serve(ModelWeights newest) throws Exception {
        if (!engine.version().equals(newest.version())) {
            flush();
            engine.assign(newest.weights());
        }
    }

    private void answered(String key, SeriesBundle.Answer answer) throws Exception {
        Pending due = pending.get(key);
        setCurrentKey(key);
        ForecastMemory memory = due.memory().withState(answer.state());
        memories.update(memory);
        if (answer.forecast() != null) {
            DemandWindow window = due.window();
            emit(rows(memory).lstm(window.item(), window.place(), memory, answer.forecast()));
        }
    }

    private ForecastRows rows(ForecastMemory memory) {
        ForecastChampion champion =
                ForecastChampion.of(memory.history().age(), engine != null && memory.isGrown());
        return new ForecastRows(options.horizonDays(), champion.model());
    }

    private void emit(Forecast forecast) {
        output.collect(
                new StreamRecord<>(forecast, Channels.endOf(forecast.madeOn()).toEpochMilli()));
    }

    @Override
    public void processWatermark(Watermark mark) throws Exception {
        flush();
        super.processWatermark(mark);
    }

    @Override
    public void prepareSnapshotPreBarrier(long checkpointId) throws Exception {
        flush();
        super.prepareSnapshotPreBarrier(checkpointId);
    }

    @Override
    public void endInput() throws Exception {
        flush();
    }

    @Override
    public void close() throws Exception {
        if (engine != null) {
            engine.close();
            engine = null;
        }
        super.close();
    }
}
