package io.quartermaster.pipelines.brand;

import io.quartermaster.domain.brand.BrandEvidence;
import io.quartermaster.domain.brand.BrandFigures;
import io.quartermaster.domain.satisfaction.DecayCounter;
import io.quartermaster.pipelines.event.DayClock;
import io.quartermaster.pipelines.event.EventTimeOrderedFunction;
import io.quartermaster.pipelines.event.PlainTypes;
import io.quartermaster.pipelines.satisfaction.Signal;
import io.quartermaster.pipelines.satisfaction.SignalKind;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.util.Collector;

/**
 * Sums what happens to one brand and hands its figures on at the end of each day with a signal and
 * of each review day; in a bounded run on every review from its first signal on, else on those that
 * follow a signal. Keyed by brand.
 */
final class BrandFiguresFunction extends EventTimeOrderedFunction<String, Signal, BrandFigures> {

    private static final long serialVersionUID = 1L;

    /** Sums with the long half-life; one small record a brand, kept as long as the brand. */
    private static final ValueStateDescriptor<DecayCounter> LASTING =
            new ValueStateDescriptor<>("lasting", PlainTypes.of(DecayCounter.class));

    /** Units with the short half-life; kept as long as the brand. */
    private static final ValueStateDescriptor<DecayCounter> RECENT =
            new ValueStateDescriptor<>("recent", PlainTypes.of(DecayCounter.class));

    /** Time of the first sale; kept as long as the brand. */
    private static final ValueStateDescriptor<Long> FIRST_SALE =
            new ValueStateDescriptor<>("first-sale", Types.LONG);

    /** The brand's items; as long as the catalogue. */
    private static final MapStateDescriptor<String, KnownItem> ITEMS =
            new MapStateDescriptor<>("items", Types.STRING, PlainTypes.of(KnownItem.class));

    /** When a customer last counted as reached; an entry ends a month later. */
    private static final MapStateDescriptor<String, Long> REACHED =
            new MapStateDescriptor<>("reached", Types.STRING, Types.LONG);

    private static final Duration REACHED_FOR = Duration.ofDays(30);

    private final BrandOptions options;

    private transient ValueState<DecayCounter> lasting;
    private transient ValueState<DecayCounter> recent;
    private transient ValueState<Long> firstSale;
    private transient MapState<String, KnownItem> items;
    private transient MapState<String, Long> reached;

    BrandFiguresFunction(BrandOptions options) {
        super(Signal.class, Signal::id);
        this.options = options;
    }

    @Override
    public void open(OpenContext openContext) throws Exception {
        super.open(openContext);
        lasting = getRuntimeContext().getState(LASTING);
        recent = getRuntimeContext().getState(RECENT);
        firstSale = getRuntimeContext().getState(FIRST_SALE);
        items = getRuntimeContext().getMapState(ITEMS);
        reached = getRuntimeContext().getMapState(REACHED);
    }

    @Override
    protected void inOrder(Signal signal, Context context, Collector<BrandFigures> out)
            throws Exception {
        long time = context.timestamp();
        if (signal.kind() == SignalKind.ITEM) {
            learn(signal, time);
        } else if (signal.kind() == SignalKind.NOVELTY) {
            learnNovelty(signal);
        } else {
            double[] amounts = BrandSignalEvidence.of(signal, time);
            amounts[BrandEvidence.REACHED.index()] = isNewlyReached(signal, time) ? 1 : 0;
            lasting.update(
                    orEmpty(lasting.value(), BrandEvidence.values().length)
                            .plus(amounts, time, options.rules().lasting()));
        }
        if (signal.kind() == SignalKind.ORDER) {
            recent.update(
                    orEmpty(recent.value(), 1)
                            .plus(new double[] {signal.units()}, time, options.rules().recent()));
            firstSale.update(Math.min(firstSale.value() == null ? time : firstSale.value(), time));
        }
        DayClock clock = options.calendar().clock();
        registerTimer(clock.endMillis(clock.dayOf(time)), context);
        registerTimer(options.calendar().reviewEndFrom(time), context);
    }

    @Override
    protected void onOwnTimer(long time, OnTimerContext context, Collector<BrandFigures> out)
            throws Exception {
        LocalDate day = options.calendar().clock().dayOf(time);
        if (options.calendar().clock().isOver(day)) {
            return;
        }
        out.collect(figures(context.getCurrentKey(), day, time));
        if (!options.calendar().isReview(day)) {
            return;
        }
        forgetReached(time);
        if (options.calendar().hasReviewAfter(day)) {
            registerTimer(options.calendar().reviewEndFrom(time + 1), context);
        }
    }

    private BrandFigures figures(String brand, LocalDate day, long time) throws Exception {
        DecayCounter sums = orEmpty(lasting.value(), BrandEvidence.values().length);
        DecayCounter units = orEmpty(recent.value(), 1);
        Map<String, Integer> categories = new TreeMap<>();
        int known = 0;
        int fresh = 0;
        double novelty = 0;
        int compared = 0;
        for (KnownItem item : items.values()) {
            categories.merge(item.category(), 1, Integer::sum);
            known++;
            long age = day.toEpochDay() - item.launchedDay();
            fresh += age >= 0 && age < options.newForDays() ? 1 : 0;
            if (!Double.isNaN(item.novelty())) {
                novelty += item.novelty();
                compared++;
            }
        }
        return new BrandFigures(
                brand,
                day,
                mostFrequent(categories),
                sums.at(time, options.rules().lasting()),
                units.at(time, options.rules().recent())[0],
                firstSale.value() == null
                        ? null
                        : options.calendar().clock().dayOf(firstSale.value()),
                known,
                fresh,
                compared == 0 ? Double.NaN : novelty / compared);
    }

    private void learn(Signal signal, long time) throws Exception {
        LocalDate launched =
                signal.launchedOn() == null
                        ? options.calendar().clock().dayOf(time)
                        : signal.launchedOn();
        KnownItem before = items.get(signal.item());
        double novelty = before == null ? Double.NaN : before.novelty();
        items.put(signal.item(), new KnownItem(signal.category(), launched.toEpochDay(), novelty));
    }

    private void learnNovelty(Signal signal) throws Exception {
        KnownItem known = items.get(signal.item());
        if (known != null) {
            items.put(
                    signal.item(),
                    new KnownItem(known.category(), known.launchedDay(), signal.novelty()));
        }
    }

    private boolean isNewlyReached(Signal signal, long time) throws Exception {
        if (signal.kind() != SignalKind.ATTENTION || signal.customer().isEmpty()) {
            return false;
        }
        Long last = reached.get(signal.customer());
        if (last != null && time - last < REACHED_FOR.toMillis()) {
            return false;
        }
        reached.put(signal.customer(), time);
        return true;
    }

    /** Who was reached long ago counts anew when seen again: no need to remember. */
    private void forgetReached(long time) throws Exception {
        Iterator<Map.Entry<String, Long>> entries = reached.iterator();
        while (entries.hasNext()) {
            if (time - entries.next().getValue() >= REACHED_FOR.toMillis()) {
                entries.remove();
            }
        }
    }

    private static String mostFrequent(Map<String, Integer> categories) {
        return categories.entrySet().stream()
                .max(
                        Map.Entry.<String, Integer>comparingByValue()
                                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .map(Map.Entry::getKey)
                .orElse("");
    }

    private static DecayCounter orEmpty(DecayCounter sums, int size) {
        return sums == null ? DecayCounter.of(size) : sums;
    }
}
