package io.quartermaster.pipelines.recommendation;

import io.quartermaster.domain.recommendation.live.KnownItems;
import io.quartermaster.domain.recommendation.live.OwnItem;
import io.quartermaster.pipelines.event.PlainTypes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Follows what a customer does, beside what is known of all items at that time.
 *
 * <p>Acts wait until the watermark of both inputs has reached their time, and are taken in the
 * order of (time, id); then all news of items up to that time are here. So what a subclass hands on
 * depends neither on what arrives first nor on how many tasks there are.
 */
abstract class CustomerFunction<O>
        extends KeyedBroadcastProcessFunction<String, RecommendationSignal, ItemNews, O> {

    private static final long serialVersionUID = 1L;

    /** What every task has to know of items, by kind and subject; replaced by what is newer. */
    static final MapStateDescriptor<String, ToldNews> NEWS =
            new MapStateDescriptor<>("news", Types.STRING, PlainTypes.of(ToldNews.class));

    /** Acts of a customer that wait, by time; the timer of their time ends them. */
    private static final MapStateDescriptor<Long, List<RecommendationSignal>> WAITING =
            new MapStateDescriptor<>(
                    "waiting", Types.LONG, Types.LIST(PlainTypes.of(RecommendationSignal.class)));

    private final RecommendationOptions options;

    private transient Holdings holdings;
    private transient ErasureMemory erased;
    private transient MapState<Long, List<RecommendationSignal>> waiting;
    private transient NewsBoard board;

    CustomerFunction(RecommendationOptions options) {
        this.options = options;
    }

    /** One act, before it changes what the customer has. */
    protected void onAct(RecommendationSignal act, OnTimerContext context, Collector<O> out)
            throws Exception {}

    /** All acts of one time are taken. */
    protected void afterActs(long time, OnTimerContext context, Collector<O> out)
            throws Exception {}

    /** An act came behind the watermark, and is taken. */
    protected void afterLateAct(long watermark, ReadOnlyContext context) throws Exception {}

    /** All that the customer did is erased; what a subclass keeps of it has to go too. */
    protected abstract void onErased() throws Exception;

    /** A timer fired, whoever asked for it; after the acts of its time. */
    protected abstract void onTime(long time, OnTimerContext context, Collector<O> out)
            throws Exception;

    @Override
    public void open(OpenContext openContext) throws Exception {
        holdings = new Holdings(getRuntimeContext(), options.customers());
        erased = new ErasureMemory(getRuntimeContext(), options.customers());
        waiting = getRuntimeContext().getMapState(WAITING);
        board = new NewsBoard(options.weights());
    }

    /** What is known of items as of the time that is worked on. */
    protected final KnownItems known() {
        return board.known();
    }

    /** What the customer has, the oldest first. */
    protected final List<Holding> held() throws Exception {
        return holdings.all();
    }

    /** Of the customer's own the latest that count, the latest first. */
    protected final List<OwnItem> own(List<Holding> held, long time) {
        List<OwnItem> own = new ArrayList<>();
        for (int i = held.size() - 1; i >= 0 && own.size() < options.ownItems(); i--) {
            if (held.get(i).strength() > 0) {
                own.add(held.get(i).own(time, options.customers().halfLife()));
            }
        }
        return own;
    }

    @Override
    public final void processBroadcastElement(ItemNews news, Context context, Collector<O> out)
            throws Exception {
        var told = context.getBroadcastState(NEWS);
        board.takeUp(told.immutableEntries());
        ToldNews before = told.get(news.about());
        ToldNews all = before == null ? ToldNews.NONE : before;
        told.put(news.about(), all.with(news, context.currentWatermark()));
        board.add(news);
    }

    @Override
    public final void processElement(
            RecommendationSignal act, ReadOnlyContext context, Collector<O> out) throws Exception {
        long watermark = context.currentWatermark();
        long time = context.timestamp();
        if (time <= watermark) {
            late(act, watermark, context);
            return;
        }
        List<RecommendationSignal> sameTime = waiting.get(time);
        List<RecommendationSignal> longer = sameTime == null ? new ArrayList<>(1) : sameTime;
        longer.add(act);
        waiting.put(time, longer);
        context.timerService().registerEventTimeTimer(time);
    }

    @Override
    public final void onTimer(long time, OnTimerContext context, Collector<O> out)
            throws Exception {
        board.takeUp(context.getBroadcastState(NEWS).immutableEntries());
        board.tellUntil(time);
        List<RecommendationSignal> due = waiting.get(time);
        if (due != null) {
            waiting.remove(time);
            due.sort(Comparator.comparing(RecommendationSignal::order));
            inOrder(due, time, context, out);
        }
        onTime(time, context, out);
        if (holdings.isExpiry(time)) {
            for (Holding old : holdings.expired(time)) {
                holdings.remove(old);
            }
            waitForExpiry(context);
        }
        erased.endIfDue(time);
    }

    private void inOrder(
            List<RecommendationSignal> due, long time, OnTimerContext context, Collector<O> out)
            throws Exception {
        for (RecommendationSignal act : due) {
            if (act.kind() == RecommendationSignal.Kind.ERASED) {
                erase(time, context);
                return;
            }
            if (erased.covers(act)) {
                return;
            }
            onAct(act, context, out);
            take(act);
        }
        waitForExpiry(context);
        afterActs(time, context, out);
    }

    /** An erasure that comes late is of all that is known by now. */
    private void late(RecommendationSignal act, long watermark, ReadOnlyContext context)
            throws Exception {
        if (watermark == Long.MAX_VALUE || erased.covers(act)) {
            return;
        }
        if (act.kind() == RecommendationSignal.Kind.ERASED) {
            erase(watermark, context);
            return;
        }
        take(act);
        waitForExpiry(context);
        afterLateAct(watermark, context);
    }

    private void erase(long until, ReadOnlyContext context) throws Exception {
        holdings.clear();
        onErased();
        context.timerService().registerEventTimeTimer(erased.keep(until));
    }

    private void take(RecommendationSignal act) throws Exception {
        holdings.put(holdings.of(act.item()).after(act));
        for (Holding old : holdings.tooMany()) {
            holdings.remove(old);
        }
    }

    private void waitForExpiry(ReadOnlyContext context) throws Exception {
        OptionalLong expiry = holdings.nextExpiry();
        if (expiry.isPresent()) {
            context.timerService().registerEventTimeTimer(expiry.getAsLong());
        }
    }
}
