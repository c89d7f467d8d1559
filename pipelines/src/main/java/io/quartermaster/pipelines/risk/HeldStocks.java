package io.quartermaster.pipelines.risk;

import io.quartermaster.domain.risk.HeldStock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.state.MapState;

/** Stock by item and place in keyed state. */
final class HeldStocks {

    private HeldStocks() {}

    /** Keeps what is on hand now; forgets what is gone. */
    static void put(MapState<String, HeldStock> stock, SupplySignal signal) throws Exception {
        String key = signal.item() + "|" + signal.place();
        if (signal.units() == 0) {
            stock.remove(key);
        } else {
            stock.put(
                    key,
                    new HeldStock(
                            signal.item(), signal.supplier(), signal.units(), signal.unitCost()));
        }
    }

    /** All of it, by item and place. */
    static List<HeldStock> all(MapState<String, HeldStock> stock) throws Exception {
        Map<String, HeldStock> sorted = new TreeMap<>();
        for (Map.Entry<String, HeldStock> entry : stock.entries()) {
            sorted.put(entry.getKey(), entry.getValue());
        }
        return new ArrayList<>(sorted.values());
    }
}
