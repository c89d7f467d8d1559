package io.quartermaster.pipelines.satisfaction;

import io.quartermaster.pipelines.event.EventTimeOrderedFunction;
import io.quartermaster.pipelines.event.PlainTypes;
import java.time.Duration;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.util.Collector;

/**
 * Joins what follows from an order (deliveries, returns, feedback) with the facts of the order's
 * first line. What comes before it, or half a year after, passes as it is. Keyed by order.
 */
final class OrderFactsFunction extends EventTimeOrderedFunction<String, Signal, Signal> {

    private static final long serialVersionUID = 1L;
    private static final long KEPT_MILLIS = Duration.ofDays(180).toMillis();

    /** Facts of the order; a timer ends them half a year after its first line. */
    private static final ValueStateDescriptor<OrderFacts> FACTS =
            new ValueStateDescriptor<>("order-facts", PlainTypes.of(OrderFacts.class));

    private transient ValueState<OrderFacts> facts;

    OrderFactsFunction() {
        super(Signal.class, Signal::id);
    }

    @Override
    public void open(OpenContext openContext) throws Exception {
        super.open(openContext);
        facts = getRuntimeContext().getState(FACTS);
    }

    @Override
    protected void inOrder(Signal signal, Context context, Collector<Signal> out) throws Exception {
        if (signal.kind() == SignalKind.ORDER && facts.value() == null) {
            facts.update(signal.more().order().orderedAt(context.timestamp()));
            registerTimer(context.timestamp() + KEPT_MILLIS, context);
        }
        OrderFacts known = facts.value();
        // Each line of an order has facts of its own; what follows has those of the first.
        boolean follows = signal.kind() != SignalKind.ORDER && known != null;
        out.collect(follows && known.fit(signal) ? signal.with(known) : signal);
    }

    @Override
    protected void onOwnTimer(long time, OnTimerContext context, Collector<Signal> out)
            throws Exception {
        facts.clear();
    }
}
