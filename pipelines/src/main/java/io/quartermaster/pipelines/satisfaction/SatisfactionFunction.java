package io.quartermaster.pipelines.satisfaction;

import io.quartermaster.domain.satisfaction.DecayCounter;
import io.quartermaster.domain.satisfaction.DeliveryOutcome;
import io.quartermaster.domain.satisfaction.Evidence;
import io.quartermaster.domain.satisfaction.OpenPromise;
import io.quartermaster.domain.satisfaction.SatisfactionScore;
import io.quartermaster.domain.satisfaction.SatisfactionScoring;
import io.quartermaster.pipelines.event.EventTimeOrderedFunction;
import io.quartermaster.pipelines.event.PlainTypes;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.util.Collector;

/**
 * Sums the evidence about one brand or seller and scores it at the end of each day that brought
 * any, a promise that passed included. On other days the last score holds. Keyed by kind and
 * entity.
 */
final class SatisfactionFunction
        extends EventTimeOrderedFunction<String, EntitySignal, SatisfactionScore> {

    private static final long serialVersionUID = 1L;

    /** Decayed sums; one small record an entity, kept as long as the entity may come back. */
    private static final ValueStateDescriptor<DecayCounter> EVIDENCE =
            new ValueStateDescriptor<>("evidence", PlainTypes.of(DecayCounter.class));

    /** Deliveries under way, by order and item; ended by arrival or 90 days after the promise. */
    private static final MapStateDescriptor<String, OpenPromise> PROMISES =
            new MapStateDescriptor<>("promises", Types.STRING, PlainTypes.of(OpenPromise.class));

    private final SatisfactionOptions options;

    private transient SatisfactionScoring scoring;
    private transient ValueState<DecayCounter> evidence;
    private transient MapState<String, OpenPromise> promises;

    SatisfactionFunction(SatisfactionOptions options) {
        super(EntitySignal.class, entitySignal -> entitySignal.signal().id());
        this.options = options;
    }

    @Override
    public void open(OpenContext openContext) throws Exception {
        super.open(openContext);
        scoring = new SatisfactionScoring(options.rules());
        evidence = getRuntimeContext().getState(EVIDENCE);
        promises = getRuntimeContext().getMapState(PROMISES);
    }

    @Override
    protected void inOrder(EntitySignal signal, Context context, Collector<SatisfactionScore> out)
            throws Exception {
        long time = context.timestamp();
        if (signal.signal().kind() == SignalKind.DELIVERY) {
            OpenPromise known = promiseOf(signal.signal());
            OpenPromise waiting = settle(known, time);
            if (waiting.nextMillis() != Long.MAX_VALUE) {
                closeDayOf(Math.max(waiting.nextMillis(), time), context);
            }
        } else {
            add(SignalEvidence.of(signal.signal()), time);
        }
        closeDayOf(time, context);
    }

    @Override
    protected void onOwnTimer(long time, OnTimerContext context, Collector<SatisfactionScore> out)
            throws Exception {
        List<OpenPromise> open = new ArrayList<>();
        promises.values().forEach(open::add);
        open.sort(Comparator.comparing(OpenPromise::order));
        for (OpenPromise promise : open) {
            OpenPromise waiting = settle(promise, time);
            if (waiting.nextMillis() != Long.MAX_VALUE && waiting.nextMillis() > time) {
                closeDayOf(waiting.nextMillis(), context);
            }
        }
        score(context.getCurrentKey(), time).ifPresent(out::collect);
    }

    private Optional<SatisfactionScore> score(String key, long time) throws Exception {
        LocalDate day = options.days().dayOf(time);
        if (evidence.value() == null || options.days().isOver(day)) {
            return Optional.empty();
        }
        int bar = key.indexOf('|');
        double[] sums = evidence.value().at(time, options.rules().halfLife());
        return scoring.score(key.substring(0, bar), key.substring(bar + 1), day, sums);
    }

    private OpenPromise promiseOf(Signal signal) throws Exception {
        String order = signal.order() + "|" + signal.item();
        OpenPromise earlier = promises.get(order);
        return new OpenPromise(
                order,
                signal.promisedMillis(),
                signal.deliveredMillis(),
                signal.units(),
                signal.delivered(),
                earlier != null && earlier.broken());
    }

    /** Counts what a delivery has come to, and keeps it while it is under way. */
    private OpenPromise settle(OpenPromise promise, long time) throws Exception {
        Optional<DeliveryOutcome> outcome = DeliveryOutcome.of(promise, time);
        if (outcome.isPresent()) {
            add(SignalEvidence.of(outcome.get()), time);
        }
        boolean breaks = outcome.isPresent() && !promise.arrivedBy(time);
        OpenPromise next = breaks ? promise.asBroken() : promise;
        if (DeliveryOutcome.isOver(next, time)) {
            promises.remove(next.order());
            return new OpenPromise(
                    next.order(), Long.MAX_VALUE, Long.MAX_VALUE, 0, 0, next.broken());
        }
        promises.put(next.order(), next);
        return next;
    }

    private void add(double[] amounts, long time) throws Exception {
        DecayCounter sums = evidence.value();
        if (sums == null) {
            sums = DecayCounter.of(Evidence.values().length);
        }
        evidence.update(sums.plus(amounts, time, options.rules().halfLife()));
    }

    private void closeDayOf(long time, Context context) throws Exception {
        registerTimer(options.days().endMillis(options.days().dayOf(time)), context);
    }
}
