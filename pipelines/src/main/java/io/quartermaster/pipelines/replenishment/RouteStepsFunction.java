package io.quartermaster.pipelines.replenishment;

import io.quartermaster.domain.brand.BrandScore;
import io.quartermaster.domain.event.LifeCycleStep;
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
 * Sends each step and score of a brand to every supplier that its items or terms have named, and
 * its last ones to a supplier that they name later. Items and terms themselves go other ways.
 */
final class RouteStepsFunction extends EventTimeOrderedFunction<String, SupplyEvent, SupplyEvent> {

    private static final long serialVersionUID = 1L;

    /** Suppliers of the brand; stay, few a brand. */
    private static final MapStateDescriptor<String, Boolean> SUPPLIERS =
            new MapStateDescriptor<>("suppliers", Types.STRING, Types.BOOLEAN);

    /** The brand's last step; stays, one a brand. */
    private static final ValueStateDescriptor<LifeCycleStep> LAST =
            new ValueStateDescriptor<>("last-step", PlainTypes.of(LifeCycleStep.class));

    /** The brand's last score, where scores limit exposure; stays, one a brand. */
    private static final ValueStateDescriptor<BrandScore> SCORE =
            new ValueStateDescriptor<>("last-score", PlainTypes.of(BrandScore.class));

    private transient MapState<String, Boolean> suppliers;
    private transient ValueState<LifeCycleStep> last;
    private transient ValueState<BrandScore> score;

    RouteStepsFunction() {
        super(SupplyEvent.class, SupplyEvent::id);
    }

    @Override
    public void open(OpenContext openContext) throws Exception {
        super.open(openContext);
        suppliers = getRuntimeContext().getMapState(SUPPLIERS);
        last = getRuntimeContext().getState(LAST);
        score = getRuntimeContext().getState(SCORE);
    }

    @Override
    protected void inOrder(SupplyEvent event, Context context, Collector<SupplyEvent> out)
            throws Exception {
        if (event.step() != null) {
            last.update(event.step());
            toAll(event, out);
            return;
        }
        if (event.score() != null) {
            score.update(event.score());
            toAll(event, out);
            return;
        }
        String supplier = event.item() != null ? event.item().supplier() : event.terms().supplier();
        if (!suppliers.contains(supplier)) {
            suppliers.put(supplier, true);
            if (last.value() != null) {
                out.collect(SupplyEvent.of(last.value()).to(supplier));
            }
            if (score.value() != null) {
                out.collect(SupplyEvent.of(score.value()).to(supplier));
            }
        }
    }

    private void toAll(SupplyEvent event, Collector<SupplyEvent> out) throws Exception {
        for (String supplier : suppliers.keys()) {
            out.collect(event.to(supplier));
        }
    }
}
