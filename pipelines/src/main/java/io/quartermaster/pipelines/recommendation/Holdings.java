package io.quartermaster.pipelines.recommendation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;

/**
 * What the customer of the current key has, in keyed state: at most so many items, the oldest of
 * which make room, and none that nothing happened to for the ttl.
 */
final class Holdings {

    private static final Comparator<Holding> OLDEST_FIRST =
            Comparator.comparingLong(Holding::lastTime).thenComparing(Holding::item);

    /** By item; ends when more items came after it than are kept, or by the ttl's timer. */
    private static final MapStateDescriptor<String, Holding> HOLDINGS =
            new MapStateDescriptor<>("holdings", Types.STRING, TypeInformation.of(Holding.class));

    /** When the timer of the ttl is due; cleared by it. */
    private static final ValueStateDescriptor<Long> EXPIRY =
            new ValueStateDescriptor<>("expiry", Types.LONG);

    private final CustomerLimits limits;
    private final MapState<String, Holding> holdings;
    private final ValueState<Long> expiry;

    Holdings(RuntimeContext context, CustomerLimits limits) {
        this.limits = limits;
        this.holdings = context.getMapState(HOLDINGS);
        this.expiry = context.getState(EXPIRY);
    }

    /** What the customer has of an item. */
    Holding of(String item) throws Exception {
        Holding holding = holdings.get(item);
        return holding == null ? Holding.none(item) : holding;
    }

    /** Keeps it; one of which nothing is left is forgotten. */
    void put(Holding holding) throws Exception {
        if (holding.isNothing()) {
            holdings.remove(holding.item());
        } else {
            holdings.put(holding.item(), holding);
        }
    }

    void remove(Holding holding) throws Exception {
        holdings.remove(holding.item());
    }

    /** Nothing is left. */
    void clear() {
        holdings.clear();
        expiry.clear();
    }

    /** Everything, the oldest first. */
    List<Holding> all() throws Exception {
        List<Holding> all = new ArrayList<>();
        holdings.values().forEach(all::add);
        all.sort(OLDEST_FIRST);
        return all;
    }

    /** How many items. */
    int count() throws Exception {
        int count = 0;
        for (Iterator<String> items = holdings.keys().iterator(); items.hasNext(); items.next()) {
            count++;
        }
        return count;
    }

    /** Hands on everything, in no order. */
    void forEach(Consumer<Holding> consumer) throws Exception {
        holdings.values().forEach(consumer);
    }

    /** What has to make room, the oldest first. */
    List<Holding> tooMany() throws Exception {
        int surplus = count() - limits.items();
        return surplus > 0 ? all().subList(0, surplus) : List.of();
    }

    /** What nothing has happened to for the ttl. */
    List<Holding> expired(long now) throws Exception {
        return all().stream()
                .filter(holding -> holding.lastTime() <= now - limits.ttl().toMillis())
                .toList();
    }

    /** The time of a timer to be set now, if none is. */
    OptionalLong nextExpiry() throws Exception {
        if (expiry.value() != null) {
            return OptionalLong.empty();
        }
        long oldest = Long.MAX_VALUE;
        for (Holding holding : holdings.values()) {
            oldest = Math.min(oldest, holding.lastTime());
        }
        if (oldest == Long.MAX_VALUE) {
            return OptionalLong.empty();
        }
        long due = oldest + limits.ttl().toMillis();
        expiry.update(due);
        return OptionalLong.of(due);
    }

    /** Whether the timer of the ttl is due; it is no longer set then. */
    boolean isExpiry(long time) throws Exception {
        Long due = expiry.value();
        if (due == null || due != time) {
            return false;
        }
        expiry.clear();
        return true;
    }
}
