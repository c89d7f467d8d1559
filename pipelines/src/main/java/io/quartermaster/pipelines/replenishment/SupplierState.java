package io.quartermaster.pipelines.replenishment;

import io.quartermaster.domain.event.BrandStage;
import io.quartermaster.domain.event.BrandTerms;
import io.quartermaster.domain.event.CatalogueItem;
import io.quartermaster.domain.replenishment.ItemForecast;
import io.quartermaster.domain.replenishment.OrderPlan;
import io.quartermaster.domain.replenishment.PlanRecords;
import io.quartermaster.domain.replenishment.PlannedOrders;
import io.quartermaster.domain.replenishment.StockPosition;
import io.quartermaster.domain.replenishment.StockedLot;
import io.quartermaster.domain.replenishment.SupplierGroup;
import io.quartermaster.pipelines.event.PlainTypes;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.state.KeyedStateStore;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;

/** What is kept of the current supplier. */
final class SupplierState {

    /** Catalogue entries by item; stay as long as the item is in the catalogue. */
    static final MapStateDescriptor<String, CatalogueItem> ITEMS =
            new MapStateDescriptor<>("items", Types.STRING, PlainTypes.of(CatalogueItem.class));

    /** Terms by id; stay, since each version is needed to tell that a brand has had terms. */
    static final MapStateDescriptor<String, BrandTerms> TERMS =
            new MapStateDescriptor<>("terms", Types.STRING, PlainTypes.of(BrandTerms.class));

    /** Stage of each brand that entered one; stays, one a brand. */
    static final MapStateDescriptor<String, BrandStage> STAGES =
            new MapStateDescriptor<>("stages", Types.STRING, Types.ENUM(BrandStage.class));

    /** Champion forecasts that wait for their plan; the plan ends them. */
    static final MapStateDescriptor<String, ItemForecast> FORECASTS =
            new MapStateDescriptor<>("forecasts", Types.STRING, PlainTypes.of(ItemForecast.class));

    /** What the last plan orders by item and place; the next plan ends it. */
    static final MapStateDescriptor<String, PlannedOrders> LAST_PLAN =
            new MapStateDescriptor<>("last-plan", Types.STRING, PlainTypes.of(PlannedOrders.class));

    private final ReplenishmentOptions options;
    private final MapState<String, CatalogueItem> items;
    private final MapState<String, BrandTerms> terms;
    private final MapState<String, BrandStage> stages;
    private final MapState<String, ItemForecast> forecasts;
    private final MapState<String, PlannedOrders> lastPlan;
    private final StockShelf shelf;
    private final SupplierOrders orders;

    SupplierState(KeyedStateStore store, ReplenishmentOptions options) {
        this.options = options;
        this.items = store.getMapState(ITEMS);
        this.terms = store.getMapState(TERMS);
        this.stages = store.getMapState(STAGES);
        this.forecasts = store.getMapState(FORECASTS);
        this.lastPlan = store.getMapState(LAST_PLAN);
        this.shelf = new StockShelf(store);
        this.orders = new SupplierOrders(store, options.orders(), shelf);
    }

    /** Takes note of an event; the ones of a key come in the order of (time, id). */
    void apply(SupplyEvent event, long time, SupplyVoice voice) throws Exception {
        LocalDate day = day(time);
        if (event.item() != null) {
            items.put(event.item().item(), event.item());
        } else if (event.terms() != null) {
            terms.put(event.terms().id(), event.terms());
        } else if (event.step() != null) {
            stages.put(event.step().brand(), event.step().stage());
        } else if (event.forecast() != null) {
            ItemForecast forecast = event.forecast();
            forecasts.put(StockShelf.key(forecast.item(), forecast.place()), forecast);
        } else if (event.purchaseStep() != null) {
            orders.step(event.purchaseStep(), voice);
        } else if (event.demand() != null) {
            sell(event);
        } else if (!options.simulates(day)) {
            count(event, day, voice);
        }
    }

    private void sell(SupplyEvent event) throws Exception {
        LocalDate day = event.demand().day();
        long units = event.demand().units();
        StockPosition position = shelf.at(event.demand().item(), event.demand().place());
        boolean nothingSold = units == 0 && !day.equals(position.demandDay());
        if (options.simulates(day) && !nothingSold) {
            StockPosition there = options.orders().told() ? position : position.arrivedBy(day);
            shelf.put(there.sold(day, units, options.lotOrder()));
        }
    }

    private void count(SupplyEvent event, LocalDate day, SupplyVoice voice) throws Exception {
        if (event.lot() != null) {
            if (!orders.arrives(event.lot(), voice)) {
                return;
            }
            StockedLot lot =
                    new StockedLot(
                            event.lot().lot(),
                            day,
                            event.lot().units(),
                            event.lot().unitCost(),
                            event.lot().expiresOn());
            shelf.put(shelf.at(event.lot().item(), event.lot().place()).receive(lot));
        } else {
            CatalogueItem item = items.get(event.stock().item());
            BigDecimal cost = item == null ? BigDecimal.ZERO : item.unitCost();
            StockPosition position = shelf.at(event.stock().item(), event.stock().place());
            shelf.put(position.counted(event.stock().onHand(), day, cost, options.lotOrder()));
        }
    }

    /** The supplier's group on a plan day; its forecasts and what has arrived are settled. */
    SupplierGroup group(String supplier, LocalDate planDay, Instant at, SupplyVoice voice)
            throws Exception {
        orders.settle(planDay, at, voice);
        LocalDate dayBefore = planDay.minusDays(1);
        List<ItemForecast> made = new ArrayList<>();
        List<StockPosition> settled = new ArrayList<>();
        for (ItemForecast forecast : forecasts.values()) {
            if (forecast.madeOn().equals(dayBefore)) {
                made.add(forecast);
                settled.add(orders.binding(settled(forecast, dayBefore), planDay));
            }
        }
        for (ItemForecast forecast : made) {
            forecasts.remove(StockShelf.key(forecast.item(), forecast.place()));
        }
        Map<String, CatalogueItem> catalogue = new HashMap<>();
        for (Map.Entry<String, CatalogueItem> entry : items.entries()) {
            catalogue.put(entry.getKey(), entry.getValue());
        }
        List<BrandTerms> known = new ArrayList<>();
        terms.values().forEach(known::add);
        Map<String, BrandStage> entered = new HashMap<>();
        for (Map.Entry<String, BrandStage> entry : stages.entries()) {
            entered.put(entry.getKey(), entry.getValue());
        }
        return SupplierGroup.of(
                supplier,
                planDay,
                new SupplierGroup.Knowledge(catalogue, known, entered, settled, made),
                options.rules());
    }

    private StockPosition settled(ItemForecast forecast, LocalDate day) throws Exception {
        StockPosition position = shelf.at(forecast.item(), forecast.place());
        if (options.orders().told()) {
            return position;
        }
        StockPosition settled =
                options.simulates(day.plusDays(1))
                        ? position.arrivedBy(day)
                        : position.withoutArrivedBy(day);
        shelf.put(settled);
        return settled;
    }

    /** What the last plan orders, by item of the group and its day; empty where there was none. */
    double[][] lastPlan(SupplierGroup group) throws Exception {
        if (lastPlan.isEmpty()) {
            return new double[0][];
        }
        int days = group.problem().horizonDays();
        double[][] last = new double[group.members().size()][days];
        for (int i = 0; i < last.length; i++) {
            SupplierGroup.Member member = group.members().get(i);
            PlannedOrders orders =
                    lastPlan.get(StockShelf.key(member.item().item(), member.place()));
            if (orders != null) {
                last[i] = orders.from(group.planDay(), days);
            }
        }
        return last;
    }

    private void keep(SupplierGroup group, OrderPlan plan) throws Exception {
        lastPlan.clear();
        for (int i = 0; i < plan.orders().length; i++) {
            SupplierGroup.Member member = group.members().get(i);
            if (Arrays.stream(plan.orders()[i]).anyMatch(units -> units > 0)) {
                lastPlan.put(
                        StockShelf.key(member.item().item(), member.place()),
                        new PlannedOrders(group.planDay(), plan.orders()[i]));
            }
        }
    }

    /** Takes note of a plan, and of the orders that it places. */
    void place(
            SupplierGroup group, OrderPlan plan, PlanRecords records, Instant at, SupplyVoice voice)
            throws Exception {
        keep(group, plan);
        for (int i = 0; i < group.members().size(); i++) {
            startWithAssumedStock(group, i);
        }
        orders.propose(records.purchaseOrders(), at, voice);
    }

    /** Stock that a plan assumed is there from then on. */
    private void startWithAssumedStock(SupplierGroup group, int index) throws Exception {
        CatalogueItem item = group.members().get(index).item();
        StockPosition position = shelf.at(item.item(), group.members().get(index).place());
        long assumed = (long) group.problem().items().get(index).onHand();
        if (!position.known() && options.simulates(group.planDay())) {
            shelf.put(
                    position.counted(
                            assumed, group.planDay(), item.unitCost(), options.lotOrder()));
        }
    }

    private static LocalDate day(long time) {
        return LocalDate.ofInstant(Instant.ofEpochMilli(time), ZoneOffset.UTC);
    }
}
