package io.quartermaster.pipelines.forecast;

import io.quartermaster.domain.demand.DemandWindow;
import io.quartermaster.pipelines.event.PlainTypes;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Tells each window of a series what does not change of its item. A window waits until the
 * watermark of the catalogue has reached its time too: then all that was said of the item by then
 * is here, whatever arrives first.
 */
final class ItemStaticsFunction
        extends KeyedBroadcastProcessFunction<String, DemandWindow, PriorFact, DescribedWindow> {

    private static final long serialVersionUID = 1L;

    /** By item; one for each item of the catalogue. */
    static final MapStateDescriptor<String, ItemStatics> ITEMS =
            new MapStateDescriptor<>("items", Types.STRING, PlainTypes.of(ItemStatics.class));

    /** Windows of a series that wait, by time; the timer of their time ends them. */
    private static final MapStateDescriptor<Long, List<DemandWindow>> WAITING =
            new MapStateDescriptor<>(
                    "waiting", Types.LONG, Types.LIST(PlainTypes.of(DemandWindow.class)));

    private transient MapState<Long, List<DemandWindow>> waiting;

    @Override
    public void open(OpenContext context) {
        waiting = getRuntimeContext().getMapState(WAITING);
    }

    @Override
    public void processElement(
            DemandWindow window, ReadOnlyContext context, Collector<DescribedWindow> out)
            throws Exception {
        List<DemandWindow> sameTime = waiting.get(context.timestamp());
        List<DemandWindow> longer = sameTime == null ? new ArrayList<>(1) : sameTime;
        longer.add(window);
        waiting.put(context.timestamp(), longer);
        context.timerService().registerEventTimeTimer(context.timestamp());
    }

    @Override
    public void processBroadcastElement(
            PriorFact fact, Context context, Collector<DescribedWindow> out) throws Exception {
        var items = context.getBroadcastState(ITEMS);
        ItemStatics before = items.get(fact.item());
        items.put(fact.item(), (before == null ? ItemStatics.UNKNOWN : before).with(fact));
    }

    @Override
    public void onTimer(long time, OnTimerContext context, Collector<DescribedWindow> out)
            throws Exception {
        List<DemandWindow> due = waiting.get(time);
        waiting.remove(time);
        for (DemandWindow window : due) {
            ItemStatics item = context.getBroadcastState(ITEMS).get(window.item());
            out.collect(new DescribedWindow(window, item == null ? ItemStatics.UNKNOWN : item));
        }
    }
}
