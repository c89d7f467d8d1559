package io.quartermaster.pipelines.recommendation;

import io.quartermaster.domain.recommendation.incremental.BasketChange;
import io.quartermaster.domain.recommendation.incremental.Epochs;
import io.quartermaster.domain.recommendation.incremental.ItemNeighbours;
import io.quartermaster.domain.recommendation.incremental.ItemRow;
import io.quartermaster.domain.recommendation.incremental.ItemTable;
import io.quartermaster.domain.recommendation.incremental.Shard;
import io.quartermaster.pipelines.event.PlainTypes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.InternalTimer;
import org.apache.flink.streaming.api.operators.InternalTimerService;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.operators.Triggerable;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Keeps the item-to-item table, one shard a key, and tells the lists that changed whenever the
 * table's time has come.
 *
 * <p>The table works in memory; before a checkpoint the rows that changed since the last one are
 * written to keyed state, and a restarted task takes them up from there. Sums are exact, so changes
 * up to the next telling are put in as they come, whatever their order; later ones wait.
 */
final class ItemTableOperator extends AbstractStreamOperator<ItemNews>
        implements OneInputStreamOperator<ShardChange, ItemNews>,
                Triggerable<Integer, VoidNamespace> {

    private static final long serialVersionUID = 1L;

    /** By item; a row of an item that nobody has any more is taken out. */
    private static final MapStateDescriptor<String, ItemRow> ROWS =
            new MapStateDescriptor<>("rows", Types.STRING, PlainTypes.of(ItemRow.class));

    /** How many customers there are; replaced at each checkpoint. */
    private static final ValueStateDescriptor<Long> CUSTOMERS =
            new ValueStateDescriptor<>("customers", Types.LONG);

    /** Changes for later tellings; replaced at each checkpoint by those that still wait. */
    private static final ListStateDescriptor<TimedChange> WAITING =
            new ListStateDescriptor<>("waiting", PlainTypes.of(TimedChange.class));

    private final TableOptions options;

    private transient Epochs epochs;
    private transient Map<Integer, ShardWork> shards;
    private transient Map<String, String> names;
    private transient MapState<String, ItemRow> rows;
    private transient ValueState<Long> customers;
    private transient ListState<TimedChange> waiting;
    private transient InternalTimerService<VoidNamespace> timers;

    /** A shard's table, and changes that are not yet in it, by the time that tells of them. */
    private record ShardWork(ItemTable table, Map<Long, List<TimedChange>> waiting) {}

    ItemTableOperator(TableOptions options) {
        this.options = options;
    }

    @Override
    public void open() throws Exception {
        super.open();
        epochs = new Epochs(options.halfLife());
        shards = new HashMap<>();
        names = new HashMap<>();
        rows = getRuntimeContext().getMapState(ROWS);
        customers = getRuntimeContext().getState(CUSTOMERS);
        waiting = getRuntimeContext().getListState(WAITING);
        timers = getInternalTimerService("tellings", VoidNamespaceSerializer.INSTANCE, this);
    }

    @Override
    public void processElement(StreamRecord<ShardChange> element) throws Exception {
        long now = timers.currentWatermark();
        if (now == Long.MAX_VALUE) {
            return;
        }
        OptionalLong telling = options.times().next(Math.max(element.getTimestamp(), now + 1));
        if (telling.isEmpty()) {
            return;
        }
        ShardWork work = work(element.getValue().key());
        if (options.times().next(now + 1).equals(telling)) {
            applyWaiting(work, telling.getAsLong());
            work.table().apply(element.getValue().change());
        } else {
            work.waiting()
                    .computeIfAbsent(telling.getAsLong(), none -> new ArrayList<>())
                    .add(new TimedChange(telling.getAsLong(), pooled(element.getValue())));
        }
        timers.registerEventTimeTimer(VoidNamespace.INSTANCE, telling.getAsLong());
    }

    @Override
    public void onEventTime(InternalTimer<Integer, VoidNamespace> timer) throws Exception {
        long time = timer.getTimestamp();
        ShardWork work = work(timer.getKey());
        applyWaiting(work, time);
        work.table().advanceTo(epochs.of(time));
        for (ItemNeighbours list : work.table().takeChanged()) {
            tell(ItemNews.neighbours(list, work.table().buyers(list.item()), time));
        }
        if (timer.getKey() % options.shards() == 0) {
            tell(ItemNews.customers(work.table().customers(), time));
        }
    }

    /** Many changes may wait, each with names of many items, which are not kept again and again. */
    private BasketChange pooled(ShardChange waits) {
        return waits.change()
                .withNames(name -> names.computeIfAbsent(name, UnaryOperator.identity()));
    }

    /** What waited goes first: a customer's changes keep their order. */
    private static void applyWaiting(ShardWork work, long telling) {
        List<TimedChange> due = work.waiting().remove(telling);
        if (due != null) {
            due.forEach(one -> work.table().apply(one.change()));
        }
    }

    @Override
    public void onProcessingTime(InternalTimer<Integer, VoidNamespace> timer) {
        throw new IllegalStateException("No timer of processing time is registered.");
    }

    @Override
    public void prepareSnapshotPreBarrier(long checkpointId) throws Exception {
        super.prepareSnapshotPreBarrier(checkpointId);
        for (Map.Entry<Integer, ShardWork> shard : shards.entrySet()) {
            setCurrentKey(shard.getKey());
            ItemTable table = shard.getValue().table();
            for (ItemRow row : table.takeUnsaved()) {
                save(row);
            }
            customers.update(table.customers());
            List<TimedChange> all = new ArrayList<>();
            shard.getValue().waiting().values().forEach(all::addAll);
            waiting.update(all);
        }
    }

    private void save(ItemRow row) throws Exception {
        if (row.holders() == 0 && row.others().length == 0) {
            rows.remove(row.item());
        } else {
            rows.put(row.item(), row);
        }
    }

    /** The shard of the current key, taken up from state where this task has not seen it yet. */
    private ShardWork work(int key) throws Exception {
        ShardWork known = shards.get(key);
        if (known != null) {
            return known;
        }
        Shard shard = new Shard(key % options.shards(), options.shards());
        ItemTable table = new ItemTable(options.settings(), shard);
        Long count = customers.value();
        table.restore(rows.values(), count == null ? 0 : count);
        ShardWork work = new ShardWork(table, new HashMap<>());
        for (TimedChange one : waiting.get()) {
            work.waiting().computeIfAbsent(one.telling(), none -> new ArrayList<>()).add(one);
        }
        shards.put(key, work);
        return work;
    }

    private void tell(ItemNews news) {
        output.collect(new StreamRecord<>(news, news.time()));
    }
}
