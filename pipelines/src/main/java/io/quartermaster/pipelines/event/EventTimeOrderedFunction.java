package io.quartermaster.pipelines.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Hands a key's elements on in the order of (event time, id), however they arrive.
 *
 * <p>An element waits in keyed state until the watermark reaches its time. What comes out therefore
 * depends neither on the order between parallel inputs nor on whether watermarks come step by step
 * or only at the end. For that, {@link #inOrder} looks at {@code context.timestamp()}, never at the
 * current watermark, and ids differ among a key's elements of one time.
 *
 * <p>A subclass may have timers of its own: it asks for them by {@link #registerTimer} and is
 * called in {@link #onOwnTimer}, after the elements of the same time. Flink keeps one timer per key
 * and time, so this class notes which times the subclass asked for; a timer that was registered
 * past it, straight on the timer service, is refused when it fires.
 *
 * <p>An element at or before the current watermark is late: nothing with an earlier time can wait,
 * so {@link #late} handles it at once unless a subclass does otherwise. A subclass that overrides
 * {@code open} calls {@code super.open} first.
 */
public abstract class EventTimeOrderedFunction<K, T, O> extends KeyedProcessFunction<K, T, O> {

    private static final long serialVersionUID = 1L;

    static {
        PlainTypes.register();
    }

    private final Class<T> type;
    private final Channel.SerializableFunction<T, String> id;

    private transient MapState<Long, List<T>> waiting;
    private transient MapState<Long, Boolean> ownTimers;

    /**
     * @param type of the elements, a POJO to Flink
     * @param id orders a key's elements of one time
     */
    protected EventTimeOrderedFunction(Class<T> type, Channel.SerializableFunction<T, String> id) {
        this.type = type;
        this.id = id;
    }

    /** Handles the next element; {@code context.timestamp()} is the element's time. */
    protected abstract void inOrder(T element, Context context, Collector<O> out) throws Exception;

    /** Handles an element that came at or behind the watermark; by default like any other. */
    protected void late(T element, Context context, Collector<O> out) throws Exception {
        inOrder(element, context, out);
    }

    /** Called at a time asked for by {@link #registerTimer}, after the elements of that time. */
    protected void onOwnTimer(long time, OnTimerContext context, Collector<O> out)
            throws Exception {}

    /** Asks for a call of {@link #onOwnTimer}; asking twice for one time gives one call. */
    protected final void registerTimer(long time, Context context) throws Exception {
        ownTimers.put(time, true);
        context.timerService().registerEventTimeTimer(time);
    }

    /** Takes back what {@link #registerTimer} asked for. */
    protected final void deleteTimer(long time, Context context) throws Exception {
        ownTimers.remove(time);
        if (!waiting.contains(time)) {
            context.timerService().deleteEventTimeTimer(time);
        }
    }

    @Override
    public void open(OpenContext openContext) throws Exception {
        waiting = getRuntimeContext().getMapState(waitingDescriptor(type));
        ownTimers = getRuntimeContext().getMapState(OWN_TIMERS);
    }

    @Override
    public final void processElement(T element, Context context, Collector<O> out)
            throws Exception {
        long time = timeOf(element, context);
        if (time <= context.timerService().currentWatermark()) {
            late(element, context, out);
        } else {
            wait(element, time);
            context.timerService().registerEventTimeTimer(time);
        }
    }

    @Override
    public final void onTimer(long time, OnTimerContext context, Collector<O> out)
            throws Exception {
        List<T> due = waiting.get(time);
        if (due == null && !ownTimers.contains(time)) {
            throw new IllegalStateException(
                    String.format(
                            "The timer at (%d) of key (%s) was not registered by registerTimer.%n"
                                    + "Maybe a subclass called the timer service itself.",
                            time, context.getCurrentKey()));
        }
        if (due != null) {
            waiting.remove(time);
            for (T element : sorted(due)) {
                inOrder(element, context, out);
            }
        }
        if (ownTimers.contains(time)) {
            // An element of this very time may have asked for it, after Flink's timer had fired.
            deleteTimer(time, context);
            onOwnTimer(time, context, out);
        }
    }

    /** By id, each of which is asked for once: many elements of a key may share a time. */
    private List<T> sorted(List<T> due) {
        if (due.size() < 2) {
            return due;
        }
        List<Map.Entry<String, T>> named = new ArrayList<>(due.size());
        for (T element : due) {
            named.add(Map.entry(id.apply(element), element));
        }
        named.sort(Map.Entry.comparingByKey());
        return named.stream().map(Map.Entry::getValue).toList();
    }

    private void wait(T element, long time) throws Exception {
        List<T> sameTime = waiting.get(time);
        List<T> longer = sameTime == null ? new ArrayList<>(1) : sameTime;
        longer.add(element);
        waiting.put(time, longer);
    }

    private long timeOf(T element, Context context) {
        if (context.timestamp() == null) {
            throw new IllegalStateException(
                    String.format(
                            "The element (%s) has no event time.%n"
                                    + "Maybe its source has no watermark strategy.",
                            element));
        }
        return context.timestamp();
    }

    /** Elements by event time; the buffer's timer of that time ends an entry. */
    private static <T> MapStateDescriptor<Long, List<T>> waitingDescriptor(Class<T> type) {
        return new MapStateDescriptor<>("waiting", Types.LONG, Types.LIST(PlainTypes.of(type)));
    }

    /** Times the subclass asked for; the timer ends an entry. */
    private static final MapStateDescriptor<Long, Boolean> OWN_TIMERS =
            new MapStateDescriptor<>("own-timers", Types.LONG, Types.BOOLEAN);
}
