package io.quartermaster.pipelines.forecast;

import io.quartermaster.domain.forecast.Forecast;
import io.quartermaster.pipelines.event.PlainTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.streaming.api.operators.InternalTimer;
import org.apache.flink.streaming.api.operators.InternalTimerService;
import org.apache.flink.streaming.api.operators.Triggerable;
import org.apache.flink.streaming.api.operators.TwoInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * The forecasting operator with weights that change while it runs.
 *
 * <p>A window waits until the watermark of both inputs has reached its time; then all weights of
 * earlier times are here, and the newest of them serve it. So a day is forecast with what was
 * learnt up to the day before, whatever arrives first. Weights are swapped between two bundles on
 * the task's own thread; a series' state that older weights made is made anew from its history.
 */
final class TunedForecastOperator extends ForecastOperator
        implements TwoInputStreamOperator<DescribedWindow, ModelWeights, Forecast>,
                Triggerable<String, VoidNamespace> {

    private static final long serialVersionUID = 1L;

    /**
     * Weights to come by time, and under {@link #SERVING} those that serve; a watermark makes the
     * newest up to it the serving ones and drops the others.
     */
    private static final MapStateDescriptor<Long, ModelWeights> WEIGHTS =
            new MapStateDescriptor<>("weights", Types.LONG, PlainTypes.of(ModelWeights.class));

    /** Windows of a series that wait, by time; the timer of their time ends them. */
    private static final MapStateDescriptor<Long, List<DescribedWindow>> WAITING =
            new MapStateDescriptor<>(
                    "waiting", Types.LONG, Types.LIST(PlainTypes.of(DescribedWindow.class)));

    private static final long SERVING = Long.MIN_VALUE;

    private transient BroadcastState<Long, ModelWeights> weights;
    private transient MapState<Long, List<DescribedWindow>> waiting;
    private transient InternalTimerService<VoidNamespace> timers;

    TunedForecastOperator(ForecastOptions options) {
        super(options);
    }

    @Override
    public void initializeState(StateInitializationContext context) throws Exception {
        super.initializeState(context);
        weights = context.getOperatorStateStore().getBroadcastState(WEIGHTS);
    }

    @Override
    public void open() throws Exception {
        super.open();
        waiting = getRuntimeContext().getMapState(WAITING);
        timers = getInternalTimerService("windows", VoidNamespaceSerializer.INSTANCE, this);
    }

    @Override
    public void processElement1(StreamRecord<DescribedWindow> element) throws Exception {
        long time = element.getTimestamp();
        List<DescribedWindow> sameTime = waiting.get(time);
        List<DescribedWindow> longer = sameTime == null ? new ArrayList<>(1) : sameTime;
        longer.add(element.getValue());
        waiting.put(time, longer);
        timers.registerEventTimeTimer(VoidNamespace.INSTANCE, time);
    }

    @Override
    public void processElement2(StreamRecord<ModelWeights> element) throws Exception {
        weights.put(element.getValue().asOf(), element.getValue());
    }

    @Override
    public void onEventTime(InternalTimer<String, VoidNamespace> timer) throws Exception {
        long time = timer.getTimestamp();
        serve(time);
        List<DescribedWindow> due = waiting.get(time);
        waiting.remove(time);
        for (DescribedWindow window : due) {
            setCurrentKey(timer.getKey());
            processElement(new StreamRecord<>(window, time));
        }
    }

    @Override
    public void onProcessingTime(InternalTimer<String, VoidNamespace> timer) {
        throw new IllegalStateException("No timer of processing time is registered.");
    }

    /** Puts in the newest weights from before a time, if they are not in already. */
    private void serve(long time) throws Exception {
        ModelWeights newest = null;
        for (Map.Entry<Long, ModelWeights> entry : weights.entries()) {
            boolean isKnown = entry.getKey() < time;
            if (isKnown && (newest == null || entry.getValue().asOf() > newest.asOf())) {
                newest = entry.getValue();
            }
        }
        if (newest != null) {
            serve(newest);
        }
    }

    @Override
    public void processWatermark(Watermark mark) throws Exception {
        flush();
        if (getTimeServiceManager().isPresent()) {
            getTimeServiceManager().get().advanceWatermark(mark);
        }
        flush();
        settle(mark.getTimestamp());
        output.emitWatermark(mark);
    }

    private void settle(long time) throws Exception {
        ModelWeights newest = weights.get(SERVING);
        List<Long> past = new ArrayList<>();
        for (Map.Entry<Long, ModelWeights> entry : weights.entries()) {
            if (entry.getKey() != SERVING && entry.getKey() <= time) {
                past.add(entry.getKey());
                boolean isNewer = newest == null || entry.getKey() > newest.asOf();
                newest = isNewer ? entry.getValue() : newest;
            }
        }
        for (Long old : past) {
            weights.remove(old);
        }
        if (!past.isEmpty()) {
            weights.put(SERVING, newest);
        }
    }
}
