package io.quartermaster.pipelines.demand;

import io.quartermaster.domain.demand.DayDemand;
import io.quartermaster.domain.demand.DemandCarry;
import io.quartermaster.domain.demand.DemandSignal;
import io.quartermaster.domain.demand.DemandWindow;
import io.quartermaster.domain.demand.SignalKind;
import io.quartermaster.domain.governance.Quarantined;
import io.quartermaster.pipelines.event.PlainTypes;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Closes one window per item, place and day when the watermark passes the day's end, days without
 * demand included, and corrects windows of the last days when something comes late.
 *
 * <p>Windows begin with the item's launch, where the catalogue tells it, or else with the first
 * event at the place; an order before the launch begins them too. They end with the run's last day,
 * or never. A correction is the same window with the next revision; price and stock that later days
 * had inherited are corrected with it.
 *
 * <p>What is summed does not depend on order, so a signal goes into its day as it comes.
 */
final class DemandFunction extends KeyedProcessFunction<String, DemandSignal, DemandWindow> {

    private static final long serialVersionUID = 1L;

    /** Signals that came after their window could be corrected, or lie past the last day. */
    static final OutputTag<Quarantined> LATE =
            new OutputTag<>("late", PlainTypes.of(Quarantined.class));

    /** Progress by place; it lives as long as the item. */
    private static final MapStateDescriptor<String, PlaceProgress> PLACES =
            new MapStateDescriptor<>("places", Types.STRING, PlainTypes.of(PlaceProgress.class));

    /**
     * Open days and those that may still change, by place and day; closing a day ends the oldest.
     */
    private static final MapStateDescriptor<String, DayDemand> DAYS =
            new MapStateDescriptor<>("days", Types.STRING, PlainTypes.of(DayDemand.class));

    /** The launch of the item; it lives as long as the item. */
    private static final ValueStateDescriptor<Launch> LAUNCH =
            new ValueStateDescriptor<>("launch", PlainTypes.of(Launch.class));

    private final DemandOptions options;

    private transient MapState<String, PlaceProgress> places;
    private transient MapState<String, DayDemand> days;
    private transient ValueState<Launch> launch;

    DemandFunction(DemandOptions options) {
        this.options = options;
    }

    @Override
    public void open(OpenContext openContext) {
        places = getRuntimeContext().getMapState(PLACES);
        days = getRuntimeContext().getMapState(DAYS);
        launch = getRuntimeContext().getState(LAUNCH);
    }

    @Override
    public void processElement(DemandSignal signal, Context context, Collector<DemandWindow> out)
            throws Exception {
        if (signal.kind() == SignalKind.LAUNCH) {
            Launch said = Launch.of(signal);
            launch.update(launch.value() == null ? said : launch.value().first(said));
            return;
        }
        LocalDate day = LocalDate.ofInstant(signal.time(), options.zone());
        PlaceProgress progress = places.get(signal.place());
        if (isPastChange(progress, day, context.timerService().currentWatermark())) {
            context.output(LATE, late(signal));
        } else if (progress != null && progress.isClosed(day)) {
            correct(signal, day, progress, out);
        } else {
            gather(signal, day, progress);
            context.timerService().registerEventTimeTimer(endMillis(day));
        }
    }

    @Override
    public void onTimer(long time, OnTimerContext context, Collector<DemandWindow> out)
            throws Exception {
        LocalDate day = LocalDate.ofInstant(Instant.ofEpochMilli(time), options.zone());
        Map<String, PlaceProgress> inOrder = new TreeMap<>();
        places.entries().forEach(place -> inOrder.put(place.getKey(), place.getValue()));
        for (Map.Entry<String, PlaceProgress> place : inOrder.entrySet()) {
            closeThrough(day, place.getKey(), place.getValue(), context.getCurrentKey(), out);
        }
        LocalDate next = day.plusDays(1);
        if (goesOn(next, context.timerService().currentWatermark())) {
            context.timerService().registerEventTimeTimer(endMillis(next));
        }
    }

    private boolean isPastChange(PlaceProgress progress, LocalDate day, long watermark) {
        if (options.lastDay() != null && day.isAfter(options.lastDay())) {
            return true;
        }
        if (progress != null && progress.closedThrough() != null) {
            return !day.isAfter(progress.closedThrough().minusDays(options.allowedLatenessDays()))
                    && progress.isClosed(day);
        }
        return endMillis(day.plusDays(options.allowedLatenessDays())) < watermark;
    }

    private void gather(DemandSignal signal, LocalDate day, PlaceProgress progress)
            throws Exception {
        places.put(signal.place(), progress == null ? PlaceProgress.from(day) : progress.seen(day));
        DayDemand demand = demand(signal.place(), day);
        demand.add(signal);
        days.put(key(signal.place(), day), demand);
    }

    private void closeThrough(
            LocalDate day,
            String place,
            PlaceProgress before,
            String item,
            Collector<DemandWindow> out)
            throws Exception {
        PlaceProgress progress = before;
        LocalDate first =
                progress.closedThrough() == null
                        ? progress.firstDay()
                        : progress.closedThrough().plusDays(1);
        for (LocalDate next = first; !next.isAfter(day); next = next.plusDays(1)) {
            progress = close(next, place, progress, item, out);
        }
        places.put(place, progress);
    }

    private PlaceProgress close(
            LocalDate day,
            String place,
            PlaceProgress before,
            String item,
            Collector<DemandWindow> out)
            throws Exception {
        DayDemand demand = demand(place, day);
        PlaceProgress progress = before.startDay() == null ? start(day, before, demand) : before;
        if (progress.startDay() != null) {
            LocalDate from = before.startDay() == null ? progress.startDay() : day;
            for (LocalDate empty = from; empty.isBefore(day); empty = empty.plusDays(1)) {
                out.collect(window(new DayDemand(), item, place, empty, progress.carry(), empty));
            }
            out.collect(window(demand, item, place, day, progress.carry(), day));
        }
        return forgetOldest(place, progress.closed(day, demand.after(progress.carry())));
    }

    /** Whether windows begin on this day or, for an item launched before, began already. */
    private PlaceProgress start(LocalDate day, PlaceProgress progress, DayDemand demand)
            throws Exception {
        LocalDate launched = launchDay(day);
        if (launched == null || !launched.isAfter(day) || demand.sums.orderedUnits > 0) {
            boolean earlier =
                    launched != null && launched.isBefore(day) && day.equals(progress.firstDay());
            return progress.started(earlier ? launched : day);
        }
        return progress;
    }

    /** The launch as far as it is known at the end of a day, null if it is not. */
    private LocalDate launchDay(LocalDate day) throws Exception {
        Launch said = launch.value();
        return said == null || said.knownAt().toEpochMilli() > endMillis(day)
                ? null
                : said.firstWindow(options.zone());
    }

    private PlaceProgress forgetOldest(String place, PlaceProgress progress) throws Exception {
        LocalDate oldest = progress.closedThrough().minusDays(options.allowedLatenessDays());
        DayDemand demand = days.get(key(place, oldest));
        if (demand == null) {
            return progress;
        }
        days.remove(key(place, oldest));
        return progress.based(demand.after(progress.base()));
    }

    private void correct(
            DemandSignal signal, LocalDate day, PlaceProgress before, Collector<DemandWindow> out)
            throws Exception {
        PlaceProgress progress = beginsEarlier(signal, day, before) ? before.started(day) : before;
        DemandCarry wasCarried = before.base();
        DemandCarry carried = before.base();
        LocalDate oldest = before.closedThrough().minusDays(options.allowedLatenessDays() - 1L);
        for (LocalDate next = oldest;
                !next.isAfter(before.closedThrough());
                next = next.plusDays(1)) {
            DayDemand demand = demand(signal.place(), next);
            DemandWindow was = window(demand, signal, next, wasCarried, before);
            wasCarried = demand.after(wasCarried);
            if (next.equals(day)) {
                demand.add(signal);
                days.put(key(signal.place(), next), demand);
            }
            emitChange(was, demand, signal, next, carried, progress, out);
            carried = demand.after(carried);
        }
        places.put(signal.place(), progress.closed(progress.closedThrough(), carried));
    }

    private void emitChange(
            DemandWindow was,
            DayDemand demand,
            DemandSignal signal,
            LocalDate day,
            DemandCarry carried,
            PlaceProgress progress,
            Collector<DemandWindow> out)
            throws Exception {
        DemandWindow is = window(demand, signal, day, carried, progress);
        if (is == null || (was != null && DayDemand.sameFigures(was, is))) {
            return;
        }
        if (was != null) {
            demand.revision++;
            days.put(key(signal.place(), day), demand);
        }
        out.collect(window(demand, signal, day, carried, progress));
    }

    private boolean beginsEarlier(DemandSignal signal, LocalDate day, PlaceProgress progress)
            throws Exception {
        boolean before = progress.startDay() == null || day.isBefore(progress.startDay());
        return before && (signal.kind() == SignalKind.ORDER || launch.value() == null);
    }

    /** The window of a closed day, null where windows begin later. */
    private DemandWindow window(
            DayDemand demand,
            DemandSignal signal,
            LocalDate day,
            DemandCarry carried,
            PlaceProgress progress) {
        return progress.startDay() == null || day.isBefore(progress.startDay())
                ? null
                : window(
                        demand,
                        signal.item(),
                        signal.place(),
                        day,
                        carried,
                        progress.closedThrough());
    }

    private DemandWindow window(
            DayDemand demand,
            String item,
            String place,
            LocalDate day,
            DemandCarry carried,
            LocalDate knownThrough) {
        return demand.window(
                item, place, day, carried, Instant.ofEpochMilli(endMillis(knownThrough)));
    }

    private boolean goesOn(LocalDate next, long watermark) {
        return options.lastDay() == null
                ? watermark != Long.MAX_VALUE
                : !next.isAfter(options.lastDay());
    }

    private DayDemand demand(String place, LocalDate day) throws Exception {
        DayDemand demand = days.get(key(place, day));
        return demand == null ? new DayDemand() : demand;
    }

    private long endMillis(LocalDate day) {
        return day.plusDays(1).atStartOfDay(options.zone()).toInstant().toEpochMilli() - 1;
    }

    private static String key(String place, LocalDate day) {
        return place + "|" + day.toEpochDay();
    }

    private static Quarantined late(DemandSignal signal) {
        return new Quarantined(
                signal.source(),
                0,
                signal.kind().label(),
                "too_late",
                "The event ("
                        + signal.id()
                        + ") of "
                        + signal.time()
                        + " came when its window could no longer change.",
                signal.toString());
    }
}
