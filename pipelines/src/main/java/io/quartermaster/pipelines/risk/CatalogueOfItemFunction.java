package io.quartermaster.pipelines.risk;

import io.quartermaster.pipelines.event.EventTimeOrderedFunction;
import io.quartermaster.pipelines.event.PlainTypes;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.util.Collector;

/**
 * Joins stock and deliveries of an item with brand, category, supplier and cost as the catalogue
 * named them last. What comes before any entry concerns no brand and is left out. Keyed by item.
 */
final class CatalogueOfItemFunction
        extends EventTimeOrderedFunction<String, SupplySignal, SupplySignal> {

    private static final long serialVersionUID = 1L;

    /** The item's entry; as long as the catalogue, so it never ends. */
    private static final ValueStateDescriptor<SupplySignal> ENTRY =
            new ValueStateDescriptor<>("entry", PlainTypes.of(SupplySignal.class));

    private transient ValueState<SupplySignal> entry;

    CatalogueOfItemFunction() {
        super(SupplySignal.class, SupplySignal::id);
    }

    @Override
    public void open(OpenContext openContext) throws Exception {
        super.open(openContext);
        entry = getRuntimeContext().getState(ENTRY);
    }

    @Override
    protected void inOrder(SupplySignal signal, Context context, Collector<SupplySignal> out)
            throws Exception {
        if (signal.kind() == SupplySignalKind.ITEM) {
            entry.update(signal);
            return;
        }
        SupplySignal known = entry.value();
        if (known != null) {
            out.collect(
                    signal.joined(
                            known.brand(), known.category(), known.supplier(), known.unitCost()));
        }
    }
}
