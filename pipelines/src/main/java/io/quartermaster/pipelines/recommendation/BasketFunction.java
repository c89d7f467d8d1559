package io.quartermaster.pipelines.recommendation;

import io.quartermaster.domain.recommendation.incremental.BasketChange;
import io.quartermaster.domain.recommendation.incremental.Baskets.Held;
import io.quartermaster.domain.recommendation.incremental.Epochs;
import io.quartermaster.pipelines.event.EventTimeOrderedFunction;
import io.quartermaster.pipelines.event.PlainTypes;
import java.util.OptionalLong;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Tells what each act of a customer changes in the item-to-item table: the strength for one item,
 * beside those for all others that the customer has. What makes room or expires is told too, so
 * that the table forgets it.
 */
final class BasketFunction
        extends EventTimeOrderedFunction<String, RecommendationSignal, BasketChange> {

    private static final long serialVersionUID = 1L;

    /** Every purchase, and whether it repeats one. */
    static final OutputTag<Purchase> PURCHASES =
            new OutputTag<>("purchases", PlainTypes.of(Purchase.class));

    private final CustomerLimits limits;
    private final TableTimes times;

    private transient Epochs epochs;
    private transient Holdings holdings;

    BasketFunction(CustomerLimits limits, TableTimes times) {
        super(RecommendationSignal.class, RecommendationSignal::order);
        this.limits = limits;
        this.times = times;
    }

    @Override
    public void open(OpenContext openContext) throws Exception {
        super.open(openContext);
        holdings = new Holdings(getRuntimeContext(), limits);
        epochs = new Epochs(limits.halfLife());
    }

    @Override
    protected void inOrder(
            RecommendationSignal signal, Context context, Collector<BasketChange> out)
            throws Exception {
        Holding before = holdings.of(signal.item());
        Holding after = before.after(signal);
        if (signal.kind() == RecommendationSignal.Kind.ORDERED) {
            context.output(PURCHASES, purchase(signal, before));
        }
        long epoch = epochs.of(context.timestamp());
        tell(before, after, epoch, out);
        holdings.put(after);
        for (Holding old : holdings.tooMany()) {
            forget(old, epoch, out);
        }
        wait(context);
    }

    @Override
    protected void onOwnTimer(long time, OnTimerContext context, Collector<BasketChange> out)
            throws Exception {
        if (!holdings.isExpiry(time) || times.next(time).isEmpty()) {
            return;
        }
        for (Holding old : holdings.expired(time)) {
            forget(old, epochs.of(time), out);
        }
        wait(context);
    }

    /** Lines of one order repeat nothing. */
    private static Purchase purchase(RecommendationSignal order, Holding before) {
        return new Purchase(
                order.item(),
                order.customer() + "|" + order.id(),
                before.bought() && before.lastTime() < order.time().toEpochMilli());
    }

    private void wait(Context context) throws Exception {
        OptionalLong expiry = holdings.nextExpiry();
        if (expiry.isPresent()) {
            registerTimer(expiry.getAsLong(), context);
        }
    }

    private void forget(Holding old, long epoch, Collector<BasketChange> out) throws Exception {
        tell(old, Holding.none(old.item()), epoch, out);
        holdings.remove(old);
    }

    private void tell(Holding before, Holding after, long epoch, Collector<BasketChange> out)
            throws Exception {
        Held now = new Held(after.held(epochs).at(epoch), epoch, after.bought());
        BasketChange.Builder change =
                new BasketChange.Builder(after.item(), before.held(epochs), now, holdings.count());
        if (change.isEmpty()) {
            return;
        }
        holdings.forEach(one -> change.beside(one.item(), one.held(epochs)));
        BasketChange built = change.build();
        if (!built.isEmpty()) {
            out.collect(built);
        }
    }
}
