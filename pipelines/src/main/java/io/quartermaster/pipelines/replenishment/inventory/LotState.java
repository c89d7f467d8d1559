package io.quartermaster.pipelines.replenishment.inventory;

import io.quartermaster.domain.replenishment.LotOrder;
import io.quartermaster.domain.replenishment.lots.LotAllocation;
import io.quartermaster.domain.replenishment.lots.LotStore;
import io.quartermaster.domain.replenishment.lots.PlaceLedger;
import io.quartermaster.domain.replenishment.lots.SoldGoods;
import io.quartermaster.domain.replenishment.lots.StockMovement;
import io.quartermaster.domain.replenishment.lots.StockValue;
import io.quartermaster.pipelines.event.PlainTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.util.function.FunctionWithException;
import org.apache.flink.util.function.ThrowingRunnable;

/** What is kept of the current item's books. */
final class LotState {

    /** Ledgers as they stand, by method and place; as long as the item has stock. */
    private static final MapStateDescriptor<String, PlaceLedger> LEDGERS =
            new MapStateDescriptor<>("ledgers", Types.STRING, PlainTypes.of(PlaceLedger.class));

    /** Ledgers at the end of the last settled day, from which a correction replays; as those. */
    private static final MapStateDescriptor<String, PlaceLedger> SETTLED =
            new MapStateDescriptor<>("settled", Types.STRING, PlainTypes.of(PlaceLedger.class));

    /** Goods of order lines, by method and line; settling ends them after the return days. */
    private static final MapStateDescriptor<String, SoldGoods> GOODS =
            new MapStateDescriptor<>("goods", Types.STRING, PlainTypes.of(SoldGoods.class));

    /** Reports of the days that may change, by name; settling ends them. */
    private static final MapStateDescriptor<String, StockMovement> REPORTS =
            new MapStateDescriptor<>("reports", Types.STRING, PlainTypes.of(StockMovement.class));

    /** Allocations told of those days, by method and key; settling ends them. */
    private static final MapStateDescriptor<String, LotAllocation> ALLOCATIONS =
            new MapStateDescriptor<>(
                    "allocations", Types.STRING, PlainTypes.of(LotAllocation.class));

    /** Values told of those days, by method and key; settling ends them. */
    private static final MapStateDescriptor<String, StockValue> VALUES =
            new MapStateDescriptor<>("values", Types.STRING, PlainTypes.of(StockValue.class));

    /** How far the books have come; as long as the item has stock. */
    private static final ValueStateDescriptor<LotProgress> PROGRESS =
            new ValueStateDescriptor<>("progress", PlainTypes.of(LotProgress.class));

    private final MapState<String, PlaceLedger> ledgers;
    final MapState<String, PlaceLedger> settled;
    final MapState<String, SoldGoods> goods;
    final MapState<String, StockMovement> reports;
    final MapState<String, LotAllocation> allocations;
    final MapState<String, StockValue> values;
    final ValueState<LotProgress> progress;

    LotState(RuntimeContext context) {
        ledgers = context.getMapState(LEDGERS);
        settled = context.getMapState(SETTLED);
        goods = context.getMapState(GOODS);
        reports = context.getMapState(REPORTS);
        allocations = context.getMapState(ALLOCATIONS);
        values = context.getMapState(VALUES);
        progress = context.getState(PROGRESS);
    }

    static String key(LotOrder method, String rest) {
        return method.label() + "|" + rest;
    }

    /** The books as they stand. */
    LotStore standing(LotOrder method) {
        return new Standing(method);
    }

    /** What was kept when the last settled day ended. */
    List<PlaceLedger> settled(LotOrder method) throws Exception {
        return of(method, settled);
    }

    void settle(LotOrder method, List<PlaceLedger> books) throws Exception {
        for (PlaceLedger ledger : books) {
            settled.put(key(method, ledger.place()), ledger);
        }
    }

    /** Keeps a report; one of a name that is kept already is kept beside it. */
    void keep(StockMovement report) throws Exception {
        String name = report.name();
        while (reports.contains(name)) {
            name += "'";
        }
        reports.put(name, report);
    }

    private static List<PlaceLedger> of(LotOrder method, MapState<String, PlaceLedger> all)
            throws Exception {
        Map<String, PlaceLedger> mine = new TreeMap<>();
        for (Map.Entry<String, PlaceLedger> entry : all.entries()) {
            if (entry.getKey().equals(key(method, entry.getValue().place()))) {
                mine.put(entry.getKey(), entry.getValue());
            }
        }
        return new ArrayList<>(mine.values());
    }

    /** The domain's view of the state; what state cannot do is a failure of the task. */
    private final class Standing implements LotStore {

        private final LotOrder method;

        Standing(LotOrder method) {
            this.method = method;
        }

        @Override
        public PlaceLedger ledger(String place) {
            PlaceLedger known = read(ledgers::get, key(method, place));
            return known == null ? PlaceLedger.empty(place) : known;
        }

        @Override
        public List<PlaceLedger> ledgers() {
            return read(all -> of(method, all), ledgers);
        }

        @Override
        public void put(PlaceLedger ledger) {
            write(() -> ledgers.put(key(method, ledger.place()), ledger));
        }

        @Override
        public SoldGoods sold(String orderLine) {
            return read(goods::get, key(method, orderLine));
        }

        @Override
        public void put(SoldGoods sold) {
            write(() -> goods.put(key(method, sold.orderLine()), sold));
        }

        private static <K, V> V read(FunctionWithException<K, V, Exception> state, K key) {
            try {
                return state.apply(key);
            } catch (Exception e) {
                throw new IllegalStateException("The books cannot be read from state.", e);
            }
        }

        private static void write(ThrowingRunnable<Exception> change) {
            try {
                change.run();
            } catch (Exception e) {
                throw new IllegalStateException("The books cannot be written to state.", e);
            }
        }
    }
}
