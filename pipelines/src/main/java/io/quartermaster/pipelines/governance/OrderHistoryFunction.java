package io.quartermaster.pipelines.governance;

import io.quartermaster.domain.event.EventKind;
import io.quartermaster.domain.event.OrderLine;
import io.quartermaster.domain.event.ReturnLine;
import io.quartermaster.domain.governance.OpenOrder;
import io.quartermaster.domain.governance.OpenOrders;
import io.quartermaster.domain.governance.OutlierRule;
import io.quartermaster.domain.governance.UnitsHistory;
import io.quartermaster.pipelines.event.EventTimeOrderedFunction;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.util.Collector;

/**
 * Judges an item's orders by its orders before, and gives each return the order line that it takes
 * back. The return of a line that was kept out follows it into quarantine: the two cancel out.
 */
final class OrderHistoryFunction extends EventTimeOrderedFunction<String, Candidate, Candidate> {

    private static final long serialVersionUID = 1L;

    private static final long PURGE_EVERY_MILLIS = Duration.ofDays(30).toMillis();

    /** Units of the item's orders; at most 252 buckets, and it lives as long as the item. */
    private static final ValueStateDescriptor<UnitsHistory> HISTORY =
            new ValueStateDescriptor<>("units-history", UnitsHistory.class);

    /** Lines that may be taken back, by customer; a timer ends what is older than the window. */
    private static final MapStateDescriptor<String, OpenOrders> OPEN =
            new MapStateDescriptor<>(
                    "open-orders", Types.STRING, TypeInformation.of(OpenOrders.class));

    private final OutlierRule outliers;
    private final Duration returnWindow;

    private transient ValueState<UnitsHistory> history;
    private transient MapState<String, OpenOrders> open;
    private transient Rejects rejects;

    OrderHistoryFunction(CleaningOptions options) {
        super(Candidate.class, OrderHistoryFunction::ordersFirst);
        this.outliers = options.outliers();
        this.returnWindow = options.returnWindow();
    }

    /** The item of an order line or a return. */
    static String item(Candidate candidate) {
        return candidate.kind() == EventKind.ORDERS
                ? candidate.order().item()
                : candidate.returned().item();
    }

    @Override
    public void open(OpenContext openContext) throws Exception {
        super.open(openContext);
        history = getRuntimeContext().getState(HISTORY);
        open = getRuntimeContext().getMapState(OPEN);
        rejects = new Rejects(getRuntimeContext().getMetricGroup());
    }

    @Override
    protected void inOrder(Candidate candidate, Context context, Collector<Candidate> out)
            throws Exception {
        if (candidate.kind() == EventKind.ORDERS) {
            order(candidate, context, out);
        } else {
            takeBack(candidate, context, out);
        }
    }

    @Override
    protected void onOwnTimer(long time, OnTimerContext context, Collector<Candidate> out)
            throws Exception {
        Instant oldest = Instant.ofEpochMilli(time).minus(returnWindow);
        Iterator<Map.Entry<String, OpenOrders>> customers = open.iterator();
        while (customers.hasNext()) {
            Map.Entry<String, OpenOrders> customer = customers.next();
            OpenOrders left = customer.getValue().since(oldest);
            if (left.isEmpty()) {
                customers.remove();
            } else if (left.orders().length < customer.getValue().orders().length) {
                customer.setValue(left);
            }
        }
    }

    private void order(Candidate candidate, Context context, Collector<Candidate> out)
            throws Exception {
        OrderLine line = candidate.order();
        UnitsHistory before = history.value() == null ? UnitsHistory.EMPTY : history.value();
        Optional<String> objection = outliers.objection(before, line.item(), line.units());
        remember(line, objection.isPresent(), context);
        if (objection.isPresent()) {
            reject(candidate, objection.get(), context);
        } else {
            history.update(before.plus(line.units()));
            out.collect(candidate);
        }
    }

    private void remember(OrderLine line, boolean rejected, Context context) throws Exception {
        if (line.customer().isEmpty()) {
            return;
        }
        OpenOrder order =
                new OpenOrder(
                        line.id(), line.order(), line.time(), line.units(), line.units(), rejected);
        open.put(line.customer(), openOf(line.customer()).plus(order));
        registerTimer(purgeAfter(line.time()), context);
    }

    private void takeBack(Candidate candidate, Context context, Collector<Candidate> out)
            throws Exception {
        ReturnLine line = candidate.returned();
        OpenOrders orders = openOf(line.customer()).since(line.time().minus(returnWindow));
        Optional<OpenOrder> match =
                line.customer().isEmpty() ? Optional.empty() : orders.match(line);
        if (match.isEmpty()) {
            out.collect(candidate);
            return;
        }
        open.put(line.customer(), orders.without(match.get(), line.units()));
        if (match.get().rejected()) {
            reject(candidate, "The order line that it takes back was kept out.", context);
        } else {
            out.collect(
                    candidate.with(
                            line.takingBack(
                                    match.get().order(), match.get().id(), match.get().time())));
        }
    }

    private OpenOrders openOf(String customer) throws Exception {
        OpenOrders orders = open.get(customer);
        return orders == null ? OpenOrders.EMPTY : orders;
    }

    private long purgeAfter(Instant time) {
        long expiry = time.plus(returnWindow).toEpochMilli();
        return Math.floorDiv(expiry, PURGE_EVERY_MILLIS) * PURGE_EVERY_MILLIS + PURGE_EVERY_MILLIS;
    }

    private void reject(Candidate candidate, String reason, Context context) {
        context.output(Rejects.TAG, rejects.counted(candidate.rejected(OutlierRule.NAME, reason)));
    }

    /** At one time, an order comes before its return. */
    private static String ordersFirst(Candidate candidate) {
        String rank = candidate.kind() == EventKind.ORDERS ? "0" : "1";
        return rank + candidate.position();
    }
}
