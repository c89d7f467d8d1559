package io.quartermaster.pipelines.replenishment;

import io.quartermaster.pipelines.event.EventTimeOrderedFunction;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.util.Collector;

/**
 * Sends what is known of an item to the supplier that its catalogue entry named last. What comes
 * before any entry cannot be planned: it is counted in {@code without_catalogue_total}.
 */
final class RouteToSupplierFunction
        extends EventTimeOrderedFunction<String, SupplyEvent, SupplyEvent> {

    private static final long serialVersionUID = 1L;

    /** Supplier of the item; stays as long as the item is in the catalogue. */
    private static final ValueStateDescriptor<String> SUPPLIER =
            new ValueStateDescriptor<>("supplier", Types.STRING);

    private transient ValueState<String> supplier;
    private transient Counter withoutCatalogue;

    RouteToSupplierFunction() {
        super(SupplyEvent.class, SupplyEvent::id);
    }

    @Override
    public void open(OpenContext openContext) throws Exception {
        super.open(openContext);
        supplier = getRuntimeContext().getState(SUPPLIER);
        withoutCatalogue = getRuntimeContext().getMetricGroup().counter("without_catalogue_total");
    }

    @Override
    protected void inOrder(SupplyEvent event, Context context, Collector<SupplyEvent> out)
            throws Exception {
        if (event.item() != null) {
            supplier.update(event.item().supplier());
        }
        String to = supplier.value();
        if (to == null) {
            withoutCatalogue.inc();
        } else {
            out.collect(event.to(to));
        }
    }
}
