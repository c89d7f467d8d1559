package io.quartermaster.pipelines.forecast;

import io.quartermaster.domain.demand.DemandWindow;
import io.quartermaster.domain.forecast.DemandFeatures;
import io.quartermaster.domain.forecast.DemandHistory;
import io.quartermaster.domain.forecast.Forecast;
import io.quartermaster.domain.forecast.SeriesScale;
import io.quartermaster.domain.forecast.online.SeriesEnsemble;
import io.quartermaster.domain.forecast.online.SeriesModels;
import io.quartermaster.pipelines.channel.Channels;
import io.quartermaster.pipelines.event.PlainTypes;
import io.quartermaster.udfs.forecast.ForecastBundle;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.BoundedOneInput;
import org.apache.flink.streaming.api.operators.ChainingStrategy;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;

/**
 * Takes in each window of a series once and forecasts on the eve of each plan day: the LSTM in a
 * bundle with other series, all other models at once.
 *
 * <p>At the side it tells of the first days of each series (see {@link EarlyDays}) and of
 * corrections that came too late.
 *
 * <p>From the first eve on, the LSTM's state of a series goes one step forward with each window, or
 * is made anew from history (see {@link ForecastMemory#needsEncoding}). Windows wait in the bundle
 * for the engine only until it is full, its key comes again, a watermark passes, a checkpoint is
 * near, or the input ends: a snapshot never holds a waiting window.
 *
 * <p>A window that comes again is a correction: all windows since a memory some days back (see
 * {@link CorrectionMemories}) are taken in once more, the corrected one among them, and the
 * forecasts from its day on are told again with a higher revision. So every model is as if the
 * window had come right the first time. One further back corrects only what later forecasts read of
 * the history; it is counted and told of at the side.
 */
class ForecastOperator extends AbstractStreamOperator<Forecast>
        implements OneInputStreamOperator<DescribedWindow, Forecast>, BoundedOneInput {

    private static final long serialVersionUID = 1L;

    /** Kept as long as the series lives: an item that sells no more keeps its few kilobytes. */
    private static final ValueStateDescriptor<ForecastMemory> MEMORY =
            new ValueStateDescriptor<>("memory", PlainTypes.of(ForecastMemory.class));

    private final ForecastOptions options;

    private transient ValueState<ForecastMemory> memories;
    private transient RecentWindows recent;
    private transient ForecastRows rows;
    private transient PriceCalendar calendar;
    private transient ForecastBundle engine;
    private transient SeriesBundle bundle;
    private transient Map<String, DueForecast> pending;
    private transient ForecastMeters meters;

    ForecastOperator(ForecastOptions options) {
        this.options = options;
        setChainingStrategy(ChainingStrategy.ALWAYS);
    }

    @Override
    public void open() throws Exception {
        super.open();
        memories = getRuntimeContext().getState(MEMORY);
        recent = new RecentWindows(getRuntimeContext(), options.correctionDays());
        rows = new ForecastRows(options);
        pending = new HashMap<>();
        meters = new ForecastMeters(getMetricGroup());
        if (!options.modelFolder().isEmpty()) {
            calendar = PriceCalendar.of(options.calendarFile());
            engine = ForecastEngine.open(options);
            bundle = new SeriesBundle(engine, options.bundleSize());
        }
    }

    @Override
    public void processElement(StreamRecord<DescribedWindow> element) throws Exception {
        DescribedWindow described = element.getValue();
        DemandWindow window = described.window();
        String key = (String) getCurrentKey();
        if (pending.containsKey(key)) {
            flush();
            setCurrentKey(key);
        }
        ForecastMemory before = memories.value();
        long day = window.day().toEpochDay();
        if (before != null && day <= before.history().lastDay()) {
            correct(key, described, before);
            return;
        }
        recent.add(window, before);
        ForecastMemory known = before == null ? ForecastMemory.start(day) : before;
        take(key, described, known, DueForecast.Telling.FIRST);
    }

    /** The series' memory is written at once, or when the LSTM's answer comes. */
    private void take(
            String key,
            DescribedWindow described,
            ForecastMemory before,
            DueForecast.Telling telling)
            throws Exception {
        DemandWindow window = described.window();
        long day = window.day().toEpochDay();
        PlanDays planDays = options.planDays();
        ForecastMemory memory = before.observe(window);
        if (telling.isFirst()) {
            EarlyDays.tell(window, before.history(), memory.history(), this::aside);
        }
        if (planDays.isWarm(day) && memory.isGrown()) {
            memory = memory.learn(options.rules(), key, before);
        }
        memory = score(window, memory, telling);
        List<SeriesModels.Said> said = planDays.isAsked(day) ? rows.plain(memory) : null;
        DueForecast due = new DueForecast(window, described.item(), memory, said, telling);
        if (engine != null && planDays.isWarm(day) && memory.isGrown()) {
            bundle(key, due);
        } else {
            conclude(due);
        }
    }

    private ForecastMemory score(
            DemandWindow window, ForecastMemory memory, DueForecast.Telling telling) {
        if (!rows.combines()) {
            return memory;
        }
        SeriesEnsemble.Scored scored =
                memory.score(window, ForecastTrainer.LEVELS, options.horizonDays());
        if (telling.isFirst()) {
            meters.scored(scored);
        }
        return memory.with(scored.ensemble());
    }

    private void correct(String key, DescribedWindow described, ForecastMemory before)
            throws Exception {
        DemandWindow window = described.window();
        flush();
        setCurrentKey(key);
        if (recent.reaches(window)) {
            meters.corrected();
            replay(key, described);
        } else {
            meters.correctedTooLate();
            memories.update(before.correctHistory(window));
            recent.correctHistory(window);
            aside(LateCorrections.TAG, window, LateCorrections.of(window));
        }
        EarlyDays.tellAgain(window, memories.value().history(), this::aside);
    }

    private void replay(String key, DescribedWindow corrected) throws Exception {
        RecentWindows.Replay replay = recent.correct(corrected.window());
        DueForecast.Telling telling =
                DueForecast.Telling.of(corrected.window(), replay.corrections());
        ForecastMemory memory = replay.start();
        for (DemandWindow window : replay.windows()) {
            take(key, new DescribedWindow(window, corrected.item()), memory, telling);
            flush();
            setCurrentKey(key);
            memory = memories.value();
            replay.passed(window, memory);
        }
        replay.end();
    }

    private <T> void aside(OutputTag<T> tag, DemandWindow of, T element) {
        output.collect(tag, new StreamRecord<>(element, Channels.endOf(of.day()).toEpochMilli()));
    }

    private void bundle(String key, DueForecast due) throws Exception {
        ForecastMemory memory = due.memory();
        boolean anew = memory.needsEncoding(engine.version(), options.carryDays());
        ForecastMemory scaled = anew ? memory.rescaled(engine.version()) : memory;
        DemandHistory history = scaled.history();
        SeriesScale scale = scaled.sequence().scale();
        float[] ahead =
                due.isAsked() ? due.known(history, scale, calendar, options.horizonDays()) : null;
        if (anew) {
            bundle.encode(key, DemandFeatures.encoder(history, scale), ahead);
        } else {
            float[] input = DemandFeatures.input(history, scale);
            bundle.advance(key, input, scaled.sequence().state(), ahead);
        }
        pending.put(key, due.with(scaled));
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
        long called = engine.use().rows();
        bundle.flush(this::answered);
        meters.called(engine.use().calls() - calls, engine.use().rows() - called);
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
        setCurrentKey(key);
        DueForecast due = pending.get(key);
        ForecastMemory memory = due.memory().withState(answer.state());
        DueForecast answered = due.with(memory);
        conclude(
                answer.forecast() == null
                        ? answered
                        : answered.with(rows.lstm(memory, answer.forecast())));
    }

    /** Writes the series' memory and tells its forecasts. */
    private void conclude(DueForecast due) throws Exception {
        ForecastRows.Concluded concluded = rows.conclude(due);
        memories.update(concluded.memory());
        for (Forecast forecast : concluded.rows()) {
            long time = Channels.endOf(forecast.madeOn()).toEpochMilli();
            output.collect(new StreamRecord<>(forecast, time));
        }
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
