package io.quartermaster.pipelines.forecast;

import io.quartermaster.pipelines.event.EventTimeOrderedFunction;
import io.quartermaster.pipelines.event.PlainTypes;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.util.Collector;

/**
 * Joins an item's windows with its brand and unit cost as the catalogue names them as of their
 * time. Windows from before the catalogue knows the item are left out. Keyed by item.
 */
final class WindowBrandFunction extends EventTimeOrderedFunction<String, LiftEntry, LiftEntry> {

    private static final long serialVersionUID = 1L;

    /** The item's last row; as long as the catalogue, so it never ends. */
    private static final ValueStateDescriptor<LiftEntry> ROW =
            new ValueStateDescriptor<>("row", PlainTypes.of(LiftEntry.class));

    private transient ValueState<LiftEntry> row;

    WindowBrandFunction() {
        super(LiftEntry.class, LiftEntry::order);
    }

    @Override
    public void open(OpenContext openContext) throws Exception {
        super.open(openContext);
        row = getRuntimeContext().getState(ROW);
    }

    @Override
    protected void inOrder(LiftEntry entry, Context context, Collector<LiftEntry> out)
            throws Exception {
        if (entry.row() != null) {
            row.update(entry);
        } else if (row.value() != null) {
            out.collect(entry.joined(row.value()));
        }
    }
}
