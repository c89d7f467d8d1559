package io.quartermaster.pipelines.recommendation;

import io.quartermaster.pipelines.event.Channel;
import io.quartermaster.pipelines.event.EventTimeOrderedFunction;
import java.util.OptionalLong;
import org.apache.flink.util.Collector;

/**
 * Takes in elements in the order of their times, and tells what came of them when the item-to-item
 * table is told. What comes late counts from the next time on.
 *
 * @param <K> key
 * @param <T> element
 */
abstract class ToldWithTable<K, T> extends EventTimeOrderedFunction<K, T, ItemNews> {

    private static final long serialVersionUID = 1L;

    private final TableTimes times;

    ToldWithTable(Class<T> type, Channel.SerializableFunction<T, String> id, TableTimes times) {
        super(type, id);
        this.times = times;
    }

    /** Takes an element in. */
    abstract void take(T element) throws Exception;

    /** What came of all elements of the current key. */
    abstract ItemNews news(K key, long time) throws Exception;

    @Override
    protected final void inOrder(T element, Context context, Collector<ItemNews> out)
            throws Exception {
        take(element);
        waitUntilNext(context.timestamp(), context);
    }

    @Override
    protected final void late(T element, Context context, Collector<ItemNews> out)
            throws Exception {
        take(element);
        long watermark = context.timerService().currentWatermark();
        if (watermark < Long.MAX_VALUE) {
            waitUntilNext(watermark + 1, context);
        }
    }

    @Override
    protected final void onOwnTimer(long time, OnTimerContext context, Collector<ItemNews> out)
            throws Exception {
        out.collect(news(context.getCurrentKey(), time));
    }

    private void waitUntilNext(long time, Context context) throws Exception {
        OptionalLong telling = times.next(time);
        if (telling.isPresent()) {
            registerTimer(telling.getAsLong(), context);
        }
    }
}
