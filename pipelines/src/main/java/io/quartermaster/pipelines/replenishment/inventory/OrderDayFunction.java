package io.quartermaster.pipelines.replenishment.inventory;

import io.quartermaster.pipelines.event.EventTimeOrderedFunction;
import io.quartermaster.pipelines.event.PlainTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.util.Collector;

/**
 * Finds out when a delivery was ordered: a purchase order or announcement of the same number tells
 * it. What comes before its catalogue entry has no brand and no supplier and is passed over. Keyed
 * by item.
 */
final class OrderDayFunction extends EventTimeOrderedFunction<String, LeadNews, LeadNews> {

    private static final long serialVersionUID = 1L;

    /** An order that has not come for so long is forgotten. */
    private static final int WATCHED_DAYS = 365;

    /** The item's last catalogue entry; as long as the item is sold. */
    private static final ValueStateDescriptor<LeadNews> ENTRY =
            new ValueStateDescriptor<>("entry", PlainTypes.of(LeadNews.class));

    /** Epoch day of each order under way, by number; the arrival or a year ends it. */
    private static final MapStateDescriptor<String, Long> ORDERED =
            new MapStateDescriptor<>("ordered", Types.STRING, Types.LONG);

    private transient ValueState<LeadNews> entry;
    private transient MapState<String, Long> ordered;

    OrderDayFunction() {
        super(LeadNews.class, LeadNews::orderOfOneTime);
    }

    @Override
    public void open(OpenContext openContext) throws Exception {
        super.open(openContext);
        entry = getRuntimeContext().getState(ENTRY);
        ordered = getRuntimeContext().getMapState(ORDERED);
    }

    @Override
    protected void inOrder(LeadNews news, Context context, Collector<LeadNews> out)
            throws Exception {
        switch (news.kind()) {
            case ITEM -> {
                entry.update(news);
                out.collect(news);
            }
            case ORDER -> order(news);
            case DELIVERY -> deliver(news, out);
            case TERMS -> throw new IllegalStateException("Terms are of no item.");
        }
    }

    private void order(LeadNews news) throws Exception {
        List<String> forgotten = new ArrayList<>();
        for (Map.Entry<String, Long> order : ordered.entries()) {
            if (order.getValue() + WATCHED_DAYS < news.orderedOn()) {
                forgotten.add(order.getKey());
            }
        }
        for (String number : forgotten) {
            ordered.remove(number);
        }
        if (!ordered.contains(news.order())) {
            ordered.put(news.order(), news.orderedOn());
        }
    }

    private void deliver(LeadNews news, Collector<LeadNews> out) throws Exception {
        Long day = ordered.get(news.order());
        if (entry.value() != null) {
            out.collect(
                    news.joined(
                            entry.value().brand(),
                            entry.value().supplier(),
                            day == null ? LeadNews.UNKNOWN : day));
        }
    }
}
