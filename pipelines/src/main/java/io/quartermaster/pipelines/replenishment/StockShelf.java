package io.quartermaster.pipelines.replenishment;

import io.quartermaster.domain.replenishment.StockPosition;
import io.quartermaster.pipelines.event.PlainTypes;
import org.apache.flink.api.common.state.KeyedStateStore;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;

/** Stock of the current supplier's items, and what is on its way to it. */
final class StockShelf {

    /** Stock by item and place; stays as long as the item is in the catalogue. */
    private static final MapStateDescriptor<String, StockPosition> POSITIONS =
            new MapStateDescriptor<>("positions", Types.STRING, PlainTypes.of(StockPosition.class));

    private final MapState<String, StockPosition> positions;

    StockShelf(KeyedStateStore store) {
        this.positions = store.getMapState(POSITIONS);
    }

    /** What is known of an item at a place. */
    StockPosition at(String item, String place) throws Exception {
        StockPosition position = positions.get(key(item, place));
        return position == null ? StockPosition.unknown(item, place) : position;
    }

    void put(StockPosition position) throws Exception {
        positions.put(key(position.item(), position.place()), position);
    }

    static String key(String item, String place) {
        return item + "|" + place;
    }
}
