package io.quartermaster.pipelines.demand;

import io.quartermaster.domain.demand.BaseLevel;
import io.quartermaster.domain.demand.DemandEffects;
import io.quartermaster.domain.demand.DemandWindow;
import io.quartermaster.pipelines.event.EventTimeOrderedFunction;
import io.quartermaster.pipelines.event.PlainTypes;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.util.Collector;

/**
 * Tells apart what showing an item added to its demand: hands each window on with its organic
 * units, by the effects that its category's days before taught ({@link DemandEffects}), so that
 * windows of one time do not depend on each other's order; and with the sum of these over its
 * category on the day before. A correction teaches nothing and is not added. Keyed by category.
 */
final class DemandEffectsFunction
        extends EventTimeOrderedFunction<String, EffectNews, DemandWindow> {

    private static final long serialVersionUID = 1L;

    /** By item and place, a few numbers each; they live as long as the series. */
    private static final MapStateDescriptor<String, BaseLevel> LEVELS =
            new MapStateDescriptor<>("levels", Types.STRING, PlainTypes.of(BaseLevel.class));

    /** Organic units by day; a day ends the one that lies {@link #KEPT_DAYS} before it. */
    private static final MapStateDescriptor<Long, Double> TOTALS =
            new MapStateDescriptor<>("totals", Types.LONG, Types.DOUBLE);

    /** As long as windows are handed on again. */
    private static final int KEPT_DAYS = CampaignMarkFunction.KEPT_DAYS;

    /** Some two dozen numbers a category; they never end. */
    private static final ValueStateDescriptor<TaughtEffects> EFFECTS =
            new ValueStateDescriptor<>("effects", PlainTypes.of(TaughtEffects.class));

    private transient MapState<String, BaseLevel> levels;
    private transient MapState<Long, Double> totals;
    private transient ValueState<TaughtEffects> effects;

    DemandEffectsFunction() {
        super(EffectNews.class, EffectNews::order);
    }

    @Override
    public void open(OpenContext context) throws Exception {
        super.open(context);
        levels = getRuntimeContext().getMapState(LEVELS);
        totals = getRuntimeContext().getMapState(TOTALS);
        effects = getRuntimeContext().getState(EFFECTS);
    }

    @Override
    protected void inOrder(EffectNews news, Context context, Collector<DemandWindow> out)
            throws Exception {
        DemandWindow window = news.window();
        long day = window.day().toEpochDay();
        TaughtEffects last = effects.value();
        TaughtEffects known = (last == null ? TaughtEffects.NONE : last).at(context.timestamp());
        double factor = known.before().shownFactor(window.shown());
        DemandWindow organic = window.organic(window.wantedUnits() / factor);
        boolean isCategory = !context.getCurrentKey().isEmpty();
        out.collect(isCategory ? organic.among(total(day - 1)) : organic);
        if (window.revision() == 0) {
            totals.put(day, total(day) + organic.organicUnits());
            totals.remove(day - KEPT_DAYS);
        }
        effects.update(window.revision() == 0 ? learn(window, known) : known);
    }

    private double total(long day) throws Exception {
        Double total = totals.get(day);
        return total == null ? 0 : total;
    }

    private TaughtEffects learn(DemandWindow window, TaughtEffects known) throws Exception {
        String key = window.item() + "|" + window.place();
        BaseLevel before = levels.get(key);
        BaseLevel level = before == null ? BaseLevel.NOTHING : before;
        DemandEffects learnt = level.teach(known.learnt(), window);
        levels.put(key, level.with(learnt, window));
        return known.with(learnt);
    }
}
