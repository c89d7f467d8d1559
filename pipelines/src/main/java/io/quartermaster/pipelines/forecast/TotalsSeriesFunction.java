package io.quartermaster.pipelines.forecast;

import io.quartermaster.domain.demand.DemandWindow;
import io.quartermaster.domain.forecast.Forecast;
import io.quartermaster.domain.forecast.hierarchy.HierarchySeries;
import io.quartermaster.domain.forecast.hierarchy.NodeMemory;
import io.quartermaster.pipelines.event.EventTimeOrderedFunction;
import io.quartermaster.pipelines.event.PlainTypes;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.util.Collector;

/**
 * Keeps the last nine weeks of an item at a place and the errors of its forecasts, and hands them
 * on with each new forecast of its champion. Keyed by item and place.
 */
final class TotalsSeriesFunction
        extends EventTimeOrderedFunction<String, TotalsNews, HierarchySeries> {

    private static final long serialVersionUID = 1L;

    /** Kept as long as the series lives: not a kilobyte. */
    private static final ValueStateDescriptor<NodeMemory> MEMORY =
            new ValueStateDescriptor<>("days", PlainTypes.of(NodeMemory.class));

    private transient ValueState<NodeMemory> memories;

    TotalsSeriesFunction() {
        super(TotalsNews.class, TotalsNews::order);
    }

    @Override
    public void open(OpenContext context) throws Exception {
        super.open(context);
        memories = getRuntimeContext().getState(MEMORY);
    }

    @Override
    protected void inOrder(TotalsNews news, Context context, Collector<HierarchySeries> out)
            throws Exception {
        NodeMemory known = memories.value();
        NodeMemory memory = known == null ? NodeMemory.NOTHING : known;
        if (news.window() == null && news.forecast().madeOn().toEpochDay() < memory.madeOn()) {
            return; // A correction of a day whose totals are told.
        }
        if (news.window() == null) {
            memories.update(forecast(news.forecast(), memory, out));
        } else {
            DemandWindow window = news.window();
            memories.update(memory.with(window.day().toEpochDay(), window.organicUnits()));
        }
    }

    private static NodeMemory forecast(
            Forecast forecast, NodeMemory memory, Collector<HierarchySeries> out) {
        long day = forecast.madeOn().toEpochDay();
        NodeMemory judged = memory.judged(day);
        out.collect(new HierarchySeries(forecast, "", "", judged));
        return judged.forecasting(day, forecast.mean());
    }
}
