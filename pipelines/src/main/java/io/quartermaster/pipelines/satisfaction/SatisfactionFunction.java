package io.quartermaster.pipelines.satisfaction;

import io.quartermaster.domain.satisfaction.DecayCounter;
import io.quartermaster.domain.satisfaction.DeliveryOutcome;
import io.quartermaster.domain.satisfaction.Evidence;
import io.quartermaster.domain.satisfaction.OpenPromise;
import io.quartermaster.domain.satisfaction.action.Subject;
import io.quartermaster.pipelines.event.EventTimeOrderedFunction;
import io.quartermaster.pipelines.event.PlainTypes;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Sums the evidence about one entity by category, and hands it on at the end of each day that
 * brought any, a promise that passed included; undecayed at the end of each week beside. Keyed by
 * kind and entity.
 */
final class SatisfactionFunction
        extends EventTimeOrderedFunction<String, EntitySignal, EntityEvidence> {

    private static final long serialVersionUID = 1L;

    /** Decayed sums by category; small records, kept as long as the entity may come back. */
    private static final MapStateDescriptor<String, DecayCounter> EVIDENCE =
            new MapStateDescriptor<>(
                    "evidence-by-category", Types.STRING, PlainTypes.of(DecayCounter.class));

    /** Deliveries under way, by order and item; ended by arrival or 90 days after the promise. */
    private static final MapStateDescriptor<String, OpenPromise> PROMISES =
            new MapStateDescriptor<>("promises", Types.STRING, PlainTypes.of(OpenPromise.class));

    /** What was seen of brands and sellers, at the end of each week that brought anything. */
    static final OutputTag<EntityWeek> WEEKS =
            new OutputTag<>("weeks", PlainTypes.of(EntityWeek.class));

    private final SatisfactionOptions options;

    private transient MapState<String, DecayCounter> evidence;
    private transient MapState<String, OpenPromise> promises;
    private transient WeekSums weeks;

    SatisfactionFunction(SatisfactionOptions options) {
        super(EntitySignal.class, entitySignal -> entitySignal.signal().id());
        this.options = options;
    }

    @Override
    public void open(OpenContext openContext) throws Exception {
        super.open(openContext);
        evidence = getRuntimeContext().getMapState(EVIDENCE);
        promises = getRuntimeContext().getMapState(PROMISES);
        weeks = new WeekSums(getRuntimeContext().getMapState(WeekSums.STATE), options.days());
    }

    @Override
    protected void inOrder(EntitySignal signal, Context context, Collector<EntityEvidence> out)
            throws Exception {
        long time = context.timestamp();
        if (signal.signal().kind() == SignalKind.DELIVERY) {
            OpenPromise known = promiseOf(signal.signal());
            OpenPromise waiting = settle(known, time, context);
            if (waiting.nextMillis() != Long.MAX_VALUE) {
                closeDayOf(Math.max(waiting.nextMillis(), time), context);
            }
        } else {
            double[] amounts = SignalEvidence.of(signal.signal());
            add(signal.signal().category(), amounts, time);
            addToWeek(WeekSums.subjects(signal.signal()), amounts, time, context);
        }
        closeDayOf(time, context);
    }

    @Override
    protected void onOwnTimer(long time, OnTimerContext context, Collector<EntityEvidence> out)
            throws Exception {
        if (weeks.isEndOfWeek(time)) {
            closeWeek(time, context);
            return;
        }
        List<OpenPromise> open = new ArrayList<>();
        promises.values().forEach(open::add);
        open.sort(Comparator.comparing(OpenPromise::order));
        for (OpenPromise promise : open) {
            OpenPromise waiting = settle(promise, time, context);
            if (waiting.nextMillis() != Long.MAX_VALUE && waiting.nextMillis() > time) {
                closeDayOf(waiting.nextMillis(), context);
            }
        }
        LocalDate day = options.days().dayOf(time);
        if (!evidence.isEmpty() && !options.days().isOver(day)) {
            out.collect(evidence(context.getCurrentKey(), day, time));
        }
    }

    private EntityEvidence evidence(String key, LocalDate day, long time) throws Exception {
        Map<String, double[]> byCategory = new HashMap<>();
        for (Map.Entry<String, DecayCounter> some : evidence.entries()) {
            byCategory.put(some.getKey(), some.getValue().at(time, options.rules().halfLife()));
        }
        return EntityEvidence.of(kind(key), entity(key), day, byCategory);
    }

    private OpenPromise promiseOf(Signal signal) throws Exception {
        String order = signal.order() + "|" + signal.item();
        OpenPromise earlier = promises.get(order);
        return new OpenPromise(
                order,
                signal.category(),
                Circumstances.about(signal),
                Circumstances.placeOfOrder(signal),
                signal.more().orderedMillis(),
                signal.promisedMillis(),
                signal.deliveredMillis(),
                signal.units(),
                signal.delivered(),
                earlier != null && earlier.broken());
    }

    /** Counts what a delivery has come to, and keeps it while it is under way. */
    private OpenPromise settle(OpenPromise promise, long time, Context context) throws Exception {
        Optional<DeliveryOutcome> outcome = DeliveryOutcome.of(promise, time);
        if (outcome.isPresent()) {
            double[] amounts = SignalEvidence.of(outcome.get());
            add(promise.category(), amounts, time);
            addToWeek(WeekSums.subjects(promise), amounts, time, context);
        }
        boolean breaks = outcome.isPresent() && !promise.arrivedBy(time);
        OpenPromise next = breaks ? promise.asBroken() : promise;
        if (DeliveryOutcome.isOver(next, time)) {
            promises.remove(next.order());
            return next.settled();
        }
        promises.put(next.order(), next);
        return next;
    }

    private void add(String category, double[] amounts, long time) throws Exception {
        DecayCounter sums = evidence.get(category);
        if (sums == null) {
            sums = DecayCounter.of(Evidence.COUNT);
        }
        evidence.put(category, sums.plus(amounts, time, options.rules().halfLife()));
    }

    /** Actions are about brands and sellers. */
    private void addToWeek(List<Subject> subjects, double[] amounts, long time, Context context)
            throws Exception {
        if (EntityKind.acts(kind(context.getCurrentKey()))) {
            weeks.add(time, subjects, amounts);
            registerTimer(weeks.endOfWeek(time), context);
        }
    }

    private void closeWeek(long time, OnTimerContext context) throws Exception {
        String key = context.getCurrentKey();
        boolean over = options.days().isOver(options.days().dayOf(time - 1));
        weeks.ended(kind(key), entity(key), time)
                .filter(week -> !over)
                .ifPresent(week -> context.output(WEEKS, week));
    }

    private static String kind(String key) {
        return key.substring(0, key.indexOf('|'));
    }

    private static String entity(String key) {
        return key.substring(key.indexOf('|') + 1);
    }

    private void closeDayOf(long time, Context context) throws Exception {
        registerTimer(options.days().endMillis(options.days().dayOf(time)), context);
    }
}
