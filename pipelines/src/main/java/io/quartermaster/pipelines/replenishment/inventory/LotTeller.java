package io.quartermaster.pipelines.replenishment.inventory;

import io.quartermaster.domain.replenishment.LotOrder;
import io.quartermaster.domain.replenishment.lots.LotAllocation;
import io.quartermaster.domain.replenishment.lots.LotSink;
import io.quartermaster.domain.replenishment.lots.StockValue;
import java.util.function.Consumer;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/** Hands bookings on, each with the revision that follows the one told last, and remembers them. */
final class LotTeller implements LotSink {

    private final LotState state;
    private final Consumer<StockValue> values;
    private final Consumer<LotAllocation> allocations;

    LotTeller(
            LotState state,
            KeyedProcessFunction<?, ?, LotAllocation>.Context context,
            Collector<LotAllocation> out) {
        this.state = state;
        this.values = value -> context.output(LotFunction.VALUES, value);
        this.allocations = out::collect;
    }

    @Override
    public void tell(LotAllocation allocation) {
        String key = allocation.method() + "|" + allocation.key();
        LotAllocation before = told(state.allocations, key);
        if (before == null || !before.says(allocation)) {
            LotAllocation news = allocation.revised(before == null ? 0 : before.revision() + 1);
            tell(state.allocations, key, news, allocations);
        }
    }

    @Override
    public void tell(StockValue value) {
        String key = value.method() + "|" + value.key();
        StockValue before = told(state.values, key);
        if (before == null || !before.says(value)) {
            StockValue news = value.revised(before == null ? 0 : before.revision() + 1);
            tell(state.values, key, news, values);
        }
    }

    /** Takes back what was told and is not so after all. */
    void takeBack(LotOrder method, LotAllocation told) {
        tell(state.allocations, LotState.key(method, told.key()), told.takenBack(), allocations);
    }

    void takeBack(LotOrder method, StockValue told) {
        tell(state.values, LotState.key(method, told.key()), told.takenBack(), values);
    }

    private static <T> T told(MapState<String, T> told, String key) {
        try {
            return told.get(key);
        } catch (Exception e) {
            throw new IllegalStateException("What was told cannot be read from state.", e);
        }
    }

    private static <T> void tell(
            MapState<String, T> told, String key, T news, Consumer<T> listener) {
        try {
            told.put(key, news);
        } catch (Exception e) {
            throw new IllegalStateException("What is told cannot be written to state.", e);
        }
        listener.accept(news);
    }
}
