package io.quartermaster.pipelines.replenishment;

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
 * Sends each step of a brand to every supplier that its items or terms have named, and its last
 * step to a supplier that they name later. Items and terms themselves go other ways.
 */
final class RouteStepsFunction extends EventTimeOrderedFunction<String, SupplyEvent, SupplyEvent> {

    private static final long serialVersionUID = 1L;

    /** Suppliers of the brand; stay, few a brand. */
    private static final MapStateDescriptor<String, Boolean> SUPPLIERS =
            new MapStateDescriptor<>("suppliers", Types.STRING, Types.BOOLEAN);

    /** The brand's last step; stays, one a brand. */
    private static final ValueStateDescriptor<LifeCycleStep> LAST =
            new ValueStateDescriptor<>("last-step", PlainTypes.of(LifeCycleStep.class));

    private transient MapState<String, Boolean> suppliers;
    private transient ValueState<LifeCycleStep> last;

    RouteStepsFunction() {
        super(SupplyEvent.class, SupplyEvent::id);
    }

    @Override
    public void open(OpenContext openContext) throws Exception {
        super.open(openContext);
        suppliers = getRuntimeContext().getMapState(SUPPLIERS);
        last = getRuntimeContext().getState(LAST);
    }

    @Override
    protected void inOrder(SupplyEvent event, Context context, Collector<SupplyEvent> out)
            throws Exception {
        if (event.step() != null) {
            last.update(event.step());
            for (String supplier : suppliers.keys()) {
                out.collect(event.to(supplier));
            }
            return;
        }
        String supplier = event.item() != null ? event.item().supplier() : event.terms().supplier();
        if (!suppliers.contains(supplier)) {
            suppliers.put(supplier, true);
            if (last.value() != null) {
                out.collect(SupplyEvent.of(last.value()).to(supplier));
            }
        }
    }
}
