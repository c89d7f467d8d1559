package io.quartermaster.pipelines.recommendation;

import io.quartermaster.domain.governance.Quarantined;
import io.quartermaster.domain.recommendation.incremental.BasketChange;
import io.quartermaster.domain.recommendation.incremental.Baskets.Held;
import io.quartermaster.domain.recommendation.incremental.Epochs;
import io.quartermaster.pipelines.event.EventTimeOrderedFunction;
import io.quartermaster.pipelines.event.PlainTypes;
import java.time.Instant;
import java.util.OptionalLong;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Tells what each act of a customer changes in the item-to-item table: the strength for one item,
 * beside those for all others that the customer has. What makes room, expires or is erased is told
 * too, so that the table forgets it.
 */
final class BasketFunction
        extends EventTimeOrderedFunction<String, RecommendationSignal, BasketChange> {

    private static final long serialVersionUID = 1L;

    /** Every purchase, and what is forgotten of them. */
    static final OutputTag<Purchase> PURCHASES =
            new OutputTag<>("purchases", PlainTypes.of(Purchase.class));

    /** What came after its customer was erased. */
    static final OutputTag<Quarantined> ERASED_LATE =
            new OutputTag<>("erased-late", PlainTypes.of(Quarantined.class));

    private final CustomerLimits limits;
    private final TableTimes times;

    private transient Epochs epochs;
    private transient Holdings holdings;
    private transient ErasureMemory erased;

    BasketFunction(CustomerLimits limits, TableTimes times) {
        super(RecommendationSignal.class, RecommendationSignal::order);
        this.limits = limits;
        this.times = times;
    }

    @Override
    public void open(OpenContext openContext) throws Exception {
        super.open(openContext);
        holdings = new Holdings(getRuntimeContext(), limits);
        erased = new ErasureMemory(getRuntimeContext(), limits);
        epochs = new Epochs(limits.halfLife());
    }

    @Override
    protected void inOrder(
            RecommendationSignal signal, Context context, Collector<BasketChange> out)
            throws Exception {
        if (signal.kind() == RecommendationSignal.Kind.ERASED) {
            erase(context.timestamp(), context, out);
            return;
        }
        if (erased.covers(signal)) {
            context.output(ERASED_LATE, late(signal));
            return;
        }
        Holding before = holdings.of(signal.item());
        Holding after = before.after(signal);
        long epoch = epochs.of(context.timestamp());
        tell(before, after, epoch, out);
        tell(Purchase.of(before, after, signal), context);
        holdings.put(after);
        if (after.isNothing()) {
            tell(Purchase.forgotten(after, signal.customer()), context);
        }
        for (Holding old : holdings.tooMany()) {
            forget(old, epoch, context, out);
        }
        wait(context);
    }

    /** An erasure that comes late is of all that is known by now. */
    @Override
    protected void late(RecommendationSignal signal, Context context, Collector<BasketChange> out)
            throws Exception {
        long watermark = context.timerService().currentWatermark();
        if (signal.kind() == RecommendationSignal.Kind.ERASED && watermark < Long.MAX_VALUE) {
            erase(watermark, context, out);
        } else {
            inOrder(signal, context, out);
        }
    }

    @Override
    protected void onOwnTimer(long time, OnTimerContext context, Collector<BasketChange> out)
            throws Exception {
        erased.endIfDue(time);
        if (!holdings.isExpiry(time) || times.next(time).isEmpty()) {
            return;
        }
        for (Holding old : holdings.expired(time)) {
            forget(old, epochs.of(time), context, out);
        }
        wait(context);
    }

    private void erase(long until, Context context, Collector<BasketChange> out) throws Exception {
        for (Holding one : holdings.all()) {
            forget(one, epochs.of(until), context, out);
        }
        holdings.clear();
        registerTimer(erased.keep(until), context);
    }

    private Quarantined late(RecommendationSignal act) throws Exception {
        return new Quarantined(
                act.channel(),
                0,
                act.channel(),
                "erased_customer",
                "The event (%s) of %s came after its customer had asked to be forgotten, with all until %s."
                        .formatted(act.id(), act.time(), Instant.ofEpochMilli(erased.until())),
                act.id());
    }

    private void wait(Context context) throws Exception {
        OptionalLong expiry = holdings.nextExpiry();
        if (expiry.isPresent()) {
            registerTimer(expiry.getAsLong(), context);
        }
    }

    private void forget(Holding old, long epoch, Context context, Collector<BasketChange> out)
            throws Exception {
        tell(old, Holding.none(old.item()), epoch, out);
        tell(Purchase.forgotten(old, context.getCurrentKey()), context);
        holdings.remove(old);
    }

    private static void tell(Purchase purchase, Context context) {
        if (!purchase.isNone()) {
            context.output(PURCHASES, purchase);
        }
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
