package io.quartermaster.pipelines.recommendation;

import io.quartermaster.pipelines.event.EventTimeOrderedFunction;
import io.quartermaster.pipelines.event.PlainTypes;
import java.util.OptionalLong;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.util.Collector;

/**
 * Counts how many purchases of an item repeat an earlier one of the same customer, and tells it
 * when the item-to-item table is told.
 */
final class RepeatFunction extends EventTimeOrderedFunction<String, Purchase, ItemNews> {

    private static final long serialVersionUID = 1L;

    /** What was counted so far; each purchase replaces it. */
    private static final ValueStateDescriptor<RepeatCount> COUNT =
            new ValueStateDescriptor<>("count", PlainTypes.of(RepeatCount.class));

    private final TableTimes times;

    private transient ValueState<RepeatCount> count;

    RepeatFunction(TableTimes times) {
        super(Purchase.class, Purchase::id);
        this.times = times;
    }

    @Override
    public void open(OpenContext openContext) throws Exception {
        super.open(openContext);
        count = getRuntimeContext().getState(COUNT);
    }

    @Override
    protected void inOrder(Purchase purchase, Context context, Collector<ItemNews> out)
            throws Exception {
        add(purchase);
        waitUntilNext(context.timestamp(), context);
    }

    /** What comes late counts from the next time on. */
    @Override
    protected void late(Purchase purchase, Context context, Collector<ItemNews> out)
            throws Exception {
        add(purchase);
        long watermark = context.timerService().currentWatermark();
        if (watermark < Long.MAX_VALUE) {
            waitUntilNext(watermark + 1, context);
        }
    }

    @Override
    protected void onOwnTimer(long time, OnTimerContext context, Collector<ItemNews> out)
            throws Exception {
        RepeatCount now = count.value();
        out.collect(
                ItemNews.repeats(context.getCurrentKey(), now.purchases(), now.repeats(), time));
    }

    private void add(Purchase purchase) throws Exception {
        RepeatCount before = count.value();
        count.update((before == null ? RepeatCount.NONE : before).with(purchase.isRepeat()));
    }

    private void waitUntilNext(long time, Context context) throws Exception {
        OptionalLong telling = times.next(time);
        if (telling.isPresent()) {
            registerTimer(telling.getAsLong(), context);
        }
    }
}
