package io.quartermaster.pipelines.replenishment;

import io.quartermaster.domain.replenishment.CapacityPool;
import io.quartermaster.domain.replenishment.KeptOrders;
import io.quartermaster.domain.replenishment.PlanPrices;
import io.quartermaster.domain.replenishment.PlanVersion;
import io.quartermaster.domain.replenishment.PlannedItem;
import io.quartermaster.domain.replenishment.PlannedOrders;
import io.quartermaster.domain.replenishment.PlannedPrices;
import io.quartermaster.domain.replenishment.ReplenishmentProblem;
import io.quartermaster.domain.replenishment.StoragePlace;
import io.quartermaster.domain.replenishment.SupplierGroup;
import io.quartermaster.domain.replenishment.SupplierPlan;
import io.quartermaster.domain.replenishment.WarmStart;
import io.quartermaster.pipelines.event.PlainTypes;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.flink.api.common.state.KeyedStateStore;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;

/** What the last plans of the current supplier leave to the next one. */
final class PlanMemory {

    private static final long[] UNKNOWN = {};

    /** What the last plan orders by item and place; a later plan or its horizon's end ends it. */
    private static final MapStateDescriptor<String, PlannedOrders> LAST_PLAN =
            new MapStateDescriptor<>("last-plan", Types.STRING, PlainTypes.of(PlannedOrders.class));

    /** Prices of shared limits, those above 0; a later plan or its horizon's end ends them. */
    private static final MapStateDescriptor<String, PlannedPrices> PRICES =
            new MapStateDescriptor<>("prices", Types.STRING, PlainTypes.of(PlannedPrices.class));

    /** Number of the last version; stays, one a supplier. */
    private static final ValueStateDescriptor<PlanCount> COUNT =
            new ValueStateDescriptor<>("plan-count", PlainTypes.of(PlanCount.class));

    private final MapState<String, PlannedOrders> lastPlan;
    private final MapState<String, PlannedPrices> prices;
    private final ValueState<PlanCount> count;

    PlanMemory(KeyedStateStore store) {
        this.lastPlan = store.getMapState(LAST_PLAN);
        this.prices = store.getMapState(PRICES);
        this.count = store.getState(COUNT);
    }

    /** Whether the supplier has had a plan. */
    boolean isPlanned() throws Exception {
        return count.value() != null;
    }

    /** What the last plan has for an item at a place, null if it had none. */
    PlannedOrders of(String item, String place) throws Exception {
        return lastPlan.get(StockShelf.key(item, place));
    }

    /** The version of the next plan, which it now is. */
    PlanVersion next(String supplier, LocalDate planDay, String cause, Instant at)
            throws Exception {
        PlanCount before = count.value();
        boolean again = before != null && before.planDay().equals(planDay);
        int revision = again ? before.revision() + 1 : 1;
        boolean onCalendar = before == null || cause.equals(PlanVersion.CALENDAR);
        count.update(new PlanCount(planDay, revision, onCalendar ? planDay : before.regularDay()));
        return PlanVersion.of(supplier, planDay, revision, cause, at);
    }

    /** Days from the plan day to the next one of the calendar, 1 at least. */
    int daysToNextPlan(LocalDate planDay, int everyDays) throws Exception {
        long since = planDay.toEpochDay() - count.value().regularDay().toEpochDay();
        return (int) Math.max(1, everyDays - since);
    }

    /** What the last plan orders, by item of the group and its day; of a new item no days. */
    long[][] last(SupplierGroup group) throws Exception {
        long[][] last = new long[group.members().size()][];
        for (int i = 0; i < last.length; i++) {
            SupplierGroup.Member member = group.members().get(i);
            PlannedOrders orders = of(member.item().item(), member.place());
            last[i] =
                    orders == null
                            ? UNKNOWN
                            : orders.from(group.planDay(), group.problem().horizonDays());
        }
        return last;
    }

    /** The same as units wanted, empty where nothing is known of any item. */
    static double[][] wanted(long[][] last, int days) {
        if (Arrays.stream(last).allMatch(of -> of.length == 0)) {
            return new double[0][];
        }
        double[][] wanted = new double[last.length][days];
        for (int i = 0; i < last.length; i++) {
            for (int day = 0; day < last[i].length; day++) {
                wanted[i][day] = Math.max(0, last[i][day]);
            }
        }
        return wanted;
    }

    /** Where a plan of the group can start from. */
    WarmStart warm(SupplierGroup group, long[][] last) throws Exception {
        int days = group.problem().horizonDays();
        double[][] capacity = new double[group.problem().pools().size()][];
        for (int pool = 0; pool < capacity.length; pool++) {
            capacity[pool] = prices(pool(group.problem().pools().get(pool)), group, days);
        }
        double[][] volume = new double[group.problem().places().size()][];
        for (int place = 0; place < volume.length; place++) {
            volume[place] = prices(place(group.problem().places().get(place)), group, days);
        }
        return new WarmStart(wanted(last, days), new PlanPrices(capacity, volume));
    }

    private double[] prices(String limit, SupplierGroup group, int days) throws Exception {
        PlannedPrices known = prices.get(limit);
        return known == null ? new double[days] : known.from(group.planDay(), days);
    }

    /** Keeps what a plan leaves, and forgets what no later one can see. */
    void keep(SupplierGroup group, SupplierPlan plan) throws Exception {
        forget(group.planDay());
        for (int i = 0; i < group.members().size(); i++) {
            SupplierGroup.Member member = group.members().get(i);
            double[] path = plan.plan().path(i).stock();
            double[] stock = new double[path.length + 1];
            stock[0] = group.problem().items().get(i).onHand();
            System.arraycopy(path, 0, stock, 1, path.length);
            lastPlan.put(
                    StockShelf.key(member.item().item(), member.place()),
                    new PlannedOrders(group.planDay(), plan.plan().orders()[i], stock));
        }
        for (String limit : used(group.problem())) {
            prices.remove(limit);
        }
        for (int pool = 0; pool < plan.capacityPrices().length; pool++) {
            keep(pool(group.problem().pools().get(pool)), group, plan.capacityPrices()[pool]);
        }
        for (int place = 0; place < plan.volumePrices().length; place++) {
            keep(place(group.problem().places().get(place)), group, plan.volumePrices()[place]);
        }
    }

    /** Limits that planned items use: their prices are new, and those that others use stay. */
    private static Set<String> used(ReplenishmentProblem problem) {
        Set<String> used = new TreeSet<>();
        for (PlannedItem item : problem.items()) {
            used.add(place(problem.place(item)));
            for (int slot = 0; slot < item.slots(); slot++) {
                used.add(pool(problem.pools().get(item.rules(slot).capacityPool())));
            }
        }
        return used;
    }

    private void keep(String limit, SupplierGroup group, double[] perDay) throws Exception {
        if (Arrays.stream(perDay).anyMatch(price -> price > 0)) {
            prices.put(limit, new PlannedPrices(group.planDay(), perDay));
        }
    }

    private void forget(LocalDate planDay) throws Exception {
        List<String> ended = new ArrayList<>();
        for (Map.Entry<String, PlannedOrders> entry : lastPlan.entries()) {
            if (ends(entry.getValue().planDay(), entry.getValue().units().length, planDay)) {
                ended.add(entry.getKey());
            }
        }
        for (String key : ended) {
            lastPlan.remove(key);
        }
        ended.clear();
        for (Map.Entry<String, PlannedPrices> entry : prices.entries()) {
            if (ends(entry.getValue().planDay(), entry.getValue().perDay().length, planDay)) {
                ended.add(entry.getKey());
            }
        }
        for (String key : ended) {
            prices.remove(key);
        }
    }

    private static boolean ends(LocalDate from, int days, LocalDate now) {
        return !from.plusDays(days).isAfter(now);
    }

    private static String pool(CapacityPool pool) {
        return "pool|" + pool.name();
    }

    private static String place(StoragePlace place) {
        return "place|" + place.name();
    }

    /** Orders of the last plan within the near days, which cost money to change. */
    static List<KeptOrders> kept(long[][] last, ReplanOptions options) {
        return Arrays.stream(last)
                .map(of -> Arrays.copyOf(of, Math.min(of.length, options.frozenDays())))
                .map(near -> new KeptOrders(near, options.nervousness()))
                .toList();
    }
}
