package io.quartermaster.pipelines.replenishment.inventory;

import io.quartermaster.domain.replenishment.LotOrder;
import io.quartermaster.domain.replenishment.lots.LotAllocation;
import io.quartermaster.domain.replenishment.lots.LotBook;
import io.quartermaster.domain.replenishment.lots.LotMemory;
import io.quartermaster.domain.replenishment.lots.LotReplay;
import io.quartermaster.domain.replenishment.lots.LotSink;
import io.quartermaster.domain.replenishment.lots.MovementKind;
import io.quartermaster.domain.replenishment.lots.MovementLog;
import io.quartermaster.domain.replenishment.lots.PlaceLedger;
import io.quartermaster.domain.replenishment.lots.ShortSale;
import io.quartermaster.domain.replenishment.lots.SoldGoods;
import io.quartermaster.domain.replenishment.lots.StockMovement;
import io.quartermaster.domain.replenishment.lots.StockValue;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.flink.api.common.state.MapState;

/** Replays the days of an item that may still change, and settles those that no longer do. */
final class LotCorrection {

    /** Settling replays a few days at once; fewer would replay more often. */
    private static final int SETTLE_EVERY_DAYS = 7;

    /** What is booked for good was told before. */
    private static final LotSink NOBODY =
            new LotSink() {
                @Override
                public void tell(LotAllocation allocation) {}

                @Override
                public void tell(StockValue value) {}
            };

    private final LotState state;
    private final InventoryOptions options;

    LotCorrection(LotState state, InventoryOptions options) {
        this.state = state;
        this.options = options;
    }

    /**
     * Books every kept report again, from the last settled day on; what differs is told.
     *
     * @param through last day that is over
     */
    void replay(String item, LocalDate through, LotTeller teller) throws Exception {
        LocalDate settled = state.progress.value().settledThrough();
        List<MovementLog.Entry> entries = entries(reports().keySet());
        for (LotOrder method : options.methods()) {
            Told told = new Told();
            LotMemory memory = memory(method, settled);
            forgetSince(method, settled, entries);
            LotReplay.of(
                    entries,
                    new LotBook(item, method, options.lots(), memory, told),
                    through.isBefore(settled) ? settled : through);
            for (PlaceLedger ledger : emptied(method, memory)) {
                state.standing(method).put(ledger);
            }
            memory.ledgers().forEach(state.standing(method)::put);
            memory.changed().forEach(state.standing(method)::put);
            tellWhatDiffers(method, told, teller);
        }
    }

    /** Places that had a ledger only because of what does not count after all. */
    private List<PlaceLedger> emptied(LotOrder method, LotMemory memory) {
        Set<String> kept = new TreeSet<>();
        memory.ledgers().forEach(ledger -> kept.add(ledger.place()));
        return state.standing(method).ledgers().stream()
                .filter(ledger -> !kept.contains(ledger.place()))
                .map(ledger -> PlaceLedger.empty(ledger.place()))
                .toList();
    }

    /** Puts goods back to what they were at the end of the last settled day. */
    private void forgetSince(LotOrder method, LocalDate settled, List<MovementLog.Entry> entries)
            throws Exception {
        Set<String> orderLines = new TreeSet<>();
        for (MovementLog.Entry entry : entries) {
            StockMovement report = entry.report();
            orderLines.add(report.kind() == MovementKind.SALE ? report.id() : report.about());
        }
        for (PlaceLedger ledger : state.settled(method)) {
            for (ShortSale open : ledger.shorts()) {
                orderLines.add(open.orderLine());
            }
        }
        for (String orderLine : orderLines) {
            String key = LotState.key(method, orderLine);
            SoldGoods goods = state.goods.get(key);
            if (goods != null && goods.day().isAfter(settled)) {
                state.goods.remove(key);
            } else if (goods != null) {
                state.goods.put(key, goods.asOf(settled));
            }
        }
    }

    private void tellWhatDiffers(LotOrder method, Told told, LotTeller teller) throws Exception {
        for (LotAllocation before : of(method, state.allocations)) {
            if (!before.withdrawn() && !told.allocations.containsKey(before.key())) {
                teller.takeBack(method, before);
            }
        }
        for (StockValue before : of(method, state.values)) {
            if (!before.withdrawn() && !told.values.containsKey(before.key())) {
                teller.takeBack(method, before);
            }
        }
        told.allocations.values().forEach(teller::tell);
        told.values.values().forEach(teller::tell);
    }

    private static <T> List<T> of(LotOrder method, MapState<String, T> all) throws Exception {
        Map<String, T> mine = new TreeMap<>();
        for (Map.Entry<String, T> entry : all.entries()) {
            if (entry.getKey().startsWith(method.label() + "|")) {
                mine.put(entry.getKey(), entry.getValue());
            }
        }
        return new ArrayList<>(mine.values());
    }

    /** At the end of a day: books days for good that no report changes any more. */
    void settle(String item, LocalDate day) throws Exception {
        LotProgress progress = state.progress.value();
        LocalDate through = day.minusDays(options.lots().correctionDays());
        if (progress.settledThrough().plusDays(SETTLE_EVERY_DAYS).isAfter(through)) {
            return;
        }
        IdentityHashMap<StockMovement, String> reports = reports();
        List<MovementLog.Entry> entries = entries(reports.keySet());
        List<MovementLog.Entry> over =
                entries.stream().filter(entry -> !entry.day().isAfter(through)).toList();
        for (LotOrder method : options.methods()) {
            LotMemory memory = memory(method, progress.settledThrough());
            LotReplay.of(over, new LotBook(item, method, options.lots(), memory, NOBODY), through);
            state.settle(method, memory.ledgers());
        }
        for (MovementLog.Entry entry : over) {
            if (entry.report().day().isAfter(through)) {
                state.reports.put(reports.get(entry.report()), entry.settled());
            } else {
                state.reports.remove(reports.remove(entry.report()));
            }
        }
        forgetThrough(through);
        boolean corrected = reports.keySet().stream().anyMatch(report -> report.version() > 1);
        state.progress.update(new LotProgress(through, corrected));
    }

    private void forgetThrough(LocalDate day) throws Exception {
        remove(state.allocations, told -> !told.eventDay().isAfter(day));
        remove(state.values, told -> !told.eventDay().isAfter(day));
        LocalDate returnable = day.minusDays(options.lots().returnDays());
        remove(state.goods, goods -> goods.day().isBefore(returnable));
    }

    private interface Condition<T> {
        boolean holds(T value);
    }

    private static <T> void remove(MapState<String, T> all, Condition<T> condition)
            throws Exception {
        List<String> over = new ArrayList<>();
        for (Map.Entry<String, T> entry : all.entries()) {
            if (condition.holds(entry.getValue())) {
                over.add(entry.getKey());
            }
        }
        for (String key : over) {
            all.remove(key);
        }
    }

    /** Kept reports, each with the name it is kept under. */
    private IdentityHashMap<StockMovement, String> reports() throws Exception {
        IdentityHashMap<StockMovement, String> reports = new IdentityHashMap<>();
        for (Map.Entry<String, StockMovement> entry : state.reports.entries()) {
            reports.put(entry.getValue(), entry.getKey());
        }
        return reports;
    }

    private List<MovementLog.Entry> entries(Set<StockMovement> reports) {
        return MovementLog.of(reports, options.lots());
    }

    private LotMemory memory(LotOrder method, LocalDate settled) throws Exception {
        return new LotMemory(
                state.settled(method),
                orderLine -> {
                    SoldGoods goods = state.standing(method).sold(orderLine);
                    return goods == null || goods.day().isAfter(settled)
                            ? null
                            : goods.asOf(settled);
                });
    }

    /** What a replay tells. */
    private static final class Told implements LotSink {

        private final Map<String, LotAllocation> allocations = new LinkedHashMap<>();
        private final Map<String, StockValue> values = new LinkedHashMap<>();

        @Override
        public void tell(LotAllocation allocation) {
            allocations.put(allocation.key(), allocation);
        }

        @Override
        public void tell(StockValue value) {
            values.put(value.key(), value);
        }
    }
}
