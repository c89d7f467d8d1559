package io.quartermaster.pipelines.demand;

import io.quartermaster.domain.demand.BaseLevel;
import io.quartermaster.domain.demand.DemandEffects;
import io.quartermaster.domain.demand.DemandWindow;
import io.quartermaster.pipelines.event.PlainTypes;
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

/**
 * Tells apart what showing an item added to its demand: hands each window on with its organic
 * units, by the effects that its category's days before taught ({@link DemandEffects}). Windows of
 * a time wait for the watermark and are taken in order, so neither depends on which came first; a
 * correction teaches nothing. Keyed by category.
 */
final class DemandEffectsFunction extends KeyedProcessFunction<String, EffectNews, DemandWindow> {

    private static final long serialVersionUID = 1L;

    /** Windows by time and order; the timer of their time ends them. */
    private static final MapStateDescriptor<String, DemandWindow> WAITING =
            new MapStateDescriptor<>("waiting", Types.STRING, PlainTypes.of(DemandWindow.class));

    /** By item and place, a few numbers each; they live as long as the series. */
    private static final MapStateDescriptor<String, BaseLevel> LEVELS =
            new MapStateDescriptor<>("levels", Types.STRING, PlainTypes.of(BaseLevel.class));

    /** Twelve numbers a category; they never end. */
    private static final ValueStateDescriptor<DemandEffects> EFFECTS =
            new ValueStateDescriptor<>("effects", PlainTypes.of(DemandEffects.class));

    private transient MapState<String, DemandWindow> waiting;
    private transient MapState<String, BaseLevel> levels;
    private transient ValueState<DemandEffects> effects;

    @Override
    public void open(OpenContext context) {
        waiting = getRuntimeContext().getMapState(WAITING);
        levels = getRuntimeContext().getMapState(LEVELS);
        effects = getRuntimeContext().getState(EFFECTS);
    }

    @Override
    public void processElement(EffectNews news, Context context, Collector<DemandWindow> out)
            throws Exception {
        waiting.put("%020d|%s".formatted(context.timestamp(), news.order()), news.window());
        context.timerService().registerEventTimeTimer(context.timestamp());
    }

    @Override
    public void onTimer(long time, OnTimerContext context, Collector<DemandWindow> out)
            throws Exception {
        DemandEffects before = effects.value() == null ? DemandEffects.prior() : effects.value();
        DemandEffects learnt = before;
        for (DemandWindow window : due(time)) {
            out.collect(window.organic(window.wantedUnits() / before.shownFactor(window.shown())));
            if (window.revision() == 0) {
                learnt = learn(window, learnt);
            }
        }
        effects.update(learnt);
    }

    private DemandEffects learn(DemandWindow window, DemandEffects known) throws Exception {
        String key = window.item() + "|" + window.place();
        BaseLevel level = levels.contains(key) ? levels.get(key) : BaseLevel.NOTHING;
        DemandEffects learnt = level.teach(known, window);
        levels.put(key, level.with(learnt, window));
        return learnt;
    }

    /** The windows of this time and before, in order; they wait no more. */
    private Iterable<DemandWindow> due(long time) throws Exception {
        Map<String, DemandWindow> due = new TreeMap<>();
        String end = "%020d|~".formatted(time);
        for (Map.Entry<String, DemandWindow> entry : waiting.entries()) {
            if (entry.getKey().compareTo(end) <= 0) {
                due.put(entry.getKey(), entry.getValue());
            }
        }
        for (String key : due.keySet()) {
            waiting.remove(key);
        }
        return due.values();
    }
}
