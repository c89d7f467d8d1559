package io.quartermaster.pipelines.satisfaction;

import io.quartermaster.pipelines.event.EventTimeOrderedFunction;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.util.Collector;

/**
 * Joins an item's signals with the brand that the catalogue names as of their time. Signals from
 * before the catalogue knows the item, and of items without a brand, belong to no brand and are
 * left out. Keyed by item.
 */
public final class BrandOfItemFunction extends EventTimeOrderedFunction<String, Signal, Signal> {

    private static final long serialVersionUID = 1L;

    /** What sources without brands put into the catalogue. */
    private static final String UNKNOWN = "unknown";

    /** An item's brand; as long as the catalogue, so it never ends. */
    private static final ValueStateDescriptor<String> BRAND =
            new ValueStateDescriptor<>("brand", Types.STRING);

    private transient ValueState<String> brand;

    public BrandOfItemFunction() {
        super(Signal.class, Signal::id);
    }

    @Override
    public void open(OpenContext openContext) throws Exception {
        super.open(openContext);
        brand = getRuntimeContext().getState(BRAND);
    }

    @Override
    protected void inOrder(Signal signal, Context context, Collector<Signal> out) throws Exception {
        if (signal.kind() == SignalKind.ITEM) {
            brand.update(signal.brand());
        }
        String known = brand.value();
        if (known != null && !known.isEmpty() && !known.equals(UNKNOWN)) {
            out.collect(signal.withBrand(known));
        }
    }
}
