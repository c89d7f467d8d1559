package io.quartermaster.pipelines.forecast;

import io.quartermaster.domain.event.CatalogueItem;
import io.quartermaster.domain.forecast.hierarchy.CoherentDay;
import io.quartermaster.domain.forecast.hierarchy.ForecastTotal;
import io.quartermaster.domain.forecast.hierarchy.HierarchySeries;
import io.quartermaster.domain.forecast.hierarchy.NodeMemory;
import io.quartermaster.pipelines.channel.Channels;
import io.quartermaster.pipelines.event.PlainTypes;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.co.KeyedCoProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Gathers the series that were forecast on a day behind the watermark and hands on what all nodes
 * of the hierarchy expect, so that it adds up ({@link CoherentDay}). All under one key, since every
 * total rests on every series. A forecast that is corrected after its day was told changes no
 * total.
 */
final class TotalsFunction
        extends KeyedCoProcessFunction<String, HierarchySeries, CatalogueItem, ForecastTotal> {

    private static final long serialVersionUID = 1L;

    private static final long DAY_MILLIS = 86_400_000L;

    /** By day, item and place; the day's timer ends an entry. */
    private static final MapStateDescriptor<String, HierarchySeries> DUE =
            new MapStateDescriptor<>("due", Types.STRING, PlainTypes.of(HierarchySeries.class));

    /** By level and name; each day replaces them. */
    private static final MapStateDescriptor<String, NodeMemory> TOTALS =
            new MapStateDescriptor<>("totals", Types.STRING, PlainTypes.of(NodeMemory.class));

    /** By item; one entry for each item of the catalogue. */
    private static final MapStateDescriptor<String, ListedItem> ITEMS =
            new MapStateDescriptor<>("items", Types.STRING, PlainTypes.of(ListedItem.class));

    /** Epoch day that was told last; one number. */
    private static final ValueStateDescriptor<Long> TOLD =
            new ValueStateDescriptor<>("told", Types.LONG);

    private final TotalsOptions options;

    private transient MapState<String, HierarchySeries> due;
    private transient MapState<String, NodeMemory> totals;
    private transient MapState<String, ListedItem> items;
    private transient ValueState<Long> told;

    TotalsFunction(TotalsOptions options) {
        this.options = options;
    }

    @Override
    public void open(OpenContext context) {
        due = getRuntimeContext().getMapState(DUE);
        totals = getRuntimeContext().getMapState(TOTALS);
        items = getRuntimeContext().getMapState(ITEMS);
        told = getRuntimeContext().getState(TOLD);
    }

    @Override
    public void processElement1(
            HierarchySeries series, Context context, Collector<ForecastTotal> out)
            throws Exception {
        LocalDate day = series.forecast().madeOn();
        Long last = told.value();
        if (last == null || day.toEpochDay() > last) {
            due.put(day + "|" + series.forecast().item() + "|" + series.forecast().place(), series);
            context.timerService().registerEventTimeTimer(Channels.endOf(day).toEpochMilli());
        }
    }

    @Override
    public void processElement2(CatalogueItem row, Context context, Collector<ForecastTotal> out)
            throws Exception {
        ListedItem before = items.get(row.item());
        items.put(row.item(), (before == null ? ListedItem.UNKNOWN : before).with(row));
    }

    @Override
    public void onTimer(long time, OnTimerContext context, Collector<ForecastTotal> out)
            throws Exception {
        long day = Math.floorDiv(time, DAY_MILLIS);
        CoherentDay coherent = CoherentDay.of(day, take(day, time), copy(totals), options.method());
        coherent.rows().forEach(out::collect);
        totals.clear();
        totals.putAll(coherent.totals());
        told.update(day);
    }

    /** The series that were forecast on a day; they are due no more. */
    private List<HierarchySeries> take(long day, long time) throws Exception {
        List<HierarchySeries> taken = new ArrayList<>();
        for (Map.Entry<String, HierarchySeries> entry : copy(due).entrySet()) {
            HierarchySeries series = entry.getValue();
            if (series.forecast().madeOn().toEpochDay() == day) {
                due.remove(entry.getKey());
                ListedItem item = items.get(series.forecast().item());
                ListedItem known = (item == null ? ListedItem.UNKNOWN : item).at(time);
                taken.add(series.listed(known.brand(), known.category()));
            }
        }
        return taken;
    }

    private static <T> Map<String, T> copy(MapState<String, T> state) throws Exception {
        Map<String, T> copy = new HashMap<>();
        for (Map.Entry<String, T> entry : state.entries()) {
            copy.put(entry.getKey(), entry.getValue());
        }
        return copy;
    }
}
