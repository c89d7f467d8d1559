package io.quartermaster.pipelines.recommendation;

import io.quartermaster.pipelines.event.PlainTypes;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;

/**
 * Counts how many purchases of an item repeat an earlier one of the same customer, and tells it
 * when the item-to-item table is told. What is forgotten of a customer is no longer counted.
 */
final class RepeatFunction extends ToldWithTable<String, Purchase> {

    private static final long serialVersionUID = 1L;

    /** What was counted so far; each purchase replaces it. */
    private static final ValueStateDescriptor<RepeatCount> COUNT =
            new ValueStateDescriptor<>("count", PlainTypes.of(RepeatCount.class));

    private transient ValueState<RepeatCount> count;

    RepeatFunction(TableTimes times) {
        super(Purchase.class, Purchase::id, times);
    }

    @Override
    public void open(OpenContext openContext) throws Exception {
        super.open(openContext);
        count = getRuntimeContext().getState(COUNT);
    }

    @Override
    void take(Purchase purchase) throws Exception {
        RepeatCount before = count.value();
        count.update((before == null ? RepeatCount.NONE : before).with(purchase));
    }

    @Override
    ItemNews news(String item, long time) throws Exception {
        RepeatCount now = count.value();
        return ItemNews.repeats(item, now.purchases(), now.repeats(), time);
    }
}
