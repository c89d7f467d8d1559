package io.quartermaster.pipelines.satisfaction;

import io.quartermaster.pipelines.event.EventTimeOrderedFunction;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.util.Collector;

/**
 * Joins signals with the category and, where they name the item themselves, the brand that the
 * catalogue names as of their time. The catalogue's own signals end here. Keyed by the item that a
 * signal is about.
 */
final class ItemFactsFunction extends EventTimeOrderedFunction<String, Signal, Signal> {

    private static final long serialVersionUID = 1L;

    /** What sources without brands put into the catalogue. */
    private static final String UNKNOWN = "unknown";

    /** An item's brand; as long as the catalogue, so it never ends. */
    private static final ValueStateDescriptor<String> BRAND =
            new ValueStateDescriptor<>("brand", Types.STRING);

    /** Its category; likewise. */
    private static final ValueStateDescriptor<String> CATEGORY =
            new ValueStateDescriptor<>("category", Types.STRING);

    private transient ValueState<String> brand;
    private transient ValueState<String> category;

    ItemFactsFunction() {
        super(Signal.class, Signal::id);
    }

    @Override
    public void open(OpenContext openContext) throws Exception {
        super.open(openContext);
        brand = getRuntimeContext().getState(BRAND);
        category = getRuntimeContext().getState(CATEGORY);
    }

    @Override
    protected void inOrder(Signal signal, Context context, Collector<Signal> out) throws Exception {
        if (signal.kind() == SignalKind.ITEM) {
            brand.update(signal.brand().equals(UNKNOWN) ? "" : signal.brand());
            category.update(signal.category());
            return;
        }
        String knownBrand = brand.value() == null || signal.item().isEmpty() ? "" : brand.value();
        String knownCategory = category.value() == null ? "" : category.value();
        out.collect(signal.with(knownBrand, knownCategory));
    }
}
