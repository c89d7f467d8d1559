package io.quartermaster.pipelines.replenishment;

import io.quartermaster.domain.event.BrandStage;
import io.quartermaster.domain.event.BrandTerms;
import io.quartermaster.domain.event.CatalogueItem;
import io.quartermaster.domain.replenishment.ItemComponents;
import io.quartermaster.domain.replenishment.ItemForecast;
import io.quartermaster.domain.replenishment.PlanRecords;
import io.quartermaster.domain.replenishment.PlanVersion;
import io.quartermaster.domain.replenishment.StockPosition;
import io.quartermaster.domain.replenishment.StockedLot;
import io.quartermaster.domain.replenishment.SupplierGroup;
import io.quartermaster.domain.replenishment.SupplierPlan;
import io.quartermaster.pipelines.event.PlainTypes;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.api.common.state.KeyedStateStore;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;

/** What is kept of the current supplier. */
final class SupplierState {

    /** Catalogue entries by item; stay as long as the item is in the catalogue. */
    private static final MapStateDescriptor<String, CatalogueItem> ITEMS =
            new MapStateDescriptor<>("items", Types.STRING, PlainTypes.of(CatalogueItem.class));

    /** Terms by id; stay, since each version is needed to tell that a brand has had terms. */
    private static final MapStateDescriptor<String, BrandTerms> TERMS =
            new MapStateDescriptor<>("terms", Types.STRING, PlainTypes.of(BrandTerms.class));

    /** Stage of each brand that entered one; stays, one a brand. */
    private static final MapStateDescriptor<String, BrandStage> STAGES =
            new MapStateDescriptor<>("stages", Types.STRING, Types.ENUM(BrandStage.class));

    /** Score of each brand, where scores limit exposure; stays, one a brand. */
    private static final MapStateDescriptor<String, Double> SCORES =
            new MapStateDescriptor<>("scores", Types.STRING, Types.DOUBLE);

    private final ReplenishmentOptions options;
    private final MapState<String, CatalogueItem> items;
    private final MapState<String, BrandTerms> terms;
    private final MapState<String, BrandStage> stages;
    private final MapState<String, Double> scores;
    private final HeldForecasts forecasts;
    private final StockShelf shelf;
    private final SupplierOrders orders;
    private final PlanMemory memory;
    private final TouchedItems touched;

    SupplierState(KeyedStateStore store, ReplenishmentOptions options) {
        this.options = options;
        this.items = store.getMapState(ITEMS);
        this.terms = store.getMapState(TERMS);
        this.stages = store.getMapState(STAGES);
        this.scores = store.getMapState(SCORES);
        this.forecasts =
                new HeldForecasts(store, options.replans() ? options.planEveryDays() + 1 : 1);
        this.memory = new PlanMemory(store);
        this.touched = new TouchedItems(store, memory, options.replan().stockDays());
        this.shelf = new StockShelf(store);
        this.orders = new SupplierOrders(store, options.orders(), shelf, touched);
    }

    PlanMemory memory() {
        return memory;
    }

    /** Whether something is no longer as the last plan took it to be. */
    boolean isTouched() throws Exception {
        return touched.any();
    }

    /** Takes note of an event; the ones of a key come in the order of (time, id). */
    void apply(SupplyEvent event, long time, SupplyVoice voice) throws Exception {
        LocalDate day = day(time);
        if (event.item() != null) {
            touched.entered(items.get(event.item().item()), event.item());
            items.put(event.item().item(), event.item());
        } else if (event.terms() != null) {
            touched.agreed(event.terms().brand());
            terms.put(event.terms().id(), event.terms());
        } else if (event.step() != null) {
            String brand = event.step().brand();
            touched.entered(brand, stages.get(brand), event.step().stage());
            stages.put(brand, event.step().stage());
        } else if (event.score() != null) {
            String brand = event.score().brand();
            touched.scored(brand, scores.get(brand), event.score().score());
            scores.put(brand, event.score().score());
        } else if (event.forecast() != null) {
            forecasts.put(event.forecast());
        } else if (event.purchaseStep() != null) {
            orders.step(event.purchaseStep(), voice);
        } else if (event.demand() != null) {
            sell(event);
        } else if (!options.simulates(day)) {
            count(event, day, voice);
        }
    }

    /** An event whose time is over; a forecast among them has missed its plan. */
    void applyLate(SupplyEvent event, long time, SupplyVoice voice) throws Exception {
        apply(event, time, voice);
        if (event.forecast() != null) {
            touched.late(event.forecast());
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
        StockPosition counted;
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
            counted = shelf.at(event.lot().item(), event.lot().place()).receive(lot);
        } else {
            CatalogueItem item = items.get(event.stock().item());
            BigDecimal cost = item == null ? BigDecimal.ZERO : item.unitCost();
            counted =
                    shelf.at(event.stock().item(), event.stock().place())
                            .counted(event.stock().onHand(), day, cost, options.lotOrder());
        }
        shelf.put(counted);
        touched.counted(counted, day, forecasts.of(counted.item(), counted.place()));
    }

    /**
     * Ends what the days before a plan have ended: proposals that nobody approved, and where orders
     * are assumed to arrive the way of those that have.
     *
     * @param over the last day that is over: the eve of a plan day of the calendar, and the day
     *     before it where events cause the plan while the eve goes on
     */
    void closeDays(LocalDate planDay, LocalDate over, Instant at, SupplyVoice voice)
            throws Exception {
        orders.settle(over, at, voice);
        if (options.orders().told()) {
            return;
        }
        boolean simulated = options.simulates(over.plusDays(1));
        for (ItemForecast forecast : forecasts.serving(planDay)) {
            StockPosition position = shelf.at(forecast.item(), forecast.place());
            shelf.put(simulated ? position.arrivedBy(over) : position.withoutArrivedBy(over));
        }
    }

    /**
     * What is to be planned: the components of the items that have a new forecast on a day of the
     * calendar, or were touched. Empty where there are none.
     *
     * @param regular whether the calendar or a forecast asks for the plan, and not only an event
     */
    Optional<SupplierGroup> group(String supplier, LocalDate planDay, boolean regular)
            throws Exception {
        List<ItemForecast> serving = forecasts.serving(planDay);
        List<StockPosition> settled = new ArrayList<>();
        for (ItemForecast forecast : serving) {
            settled.add(orders.binding(shelf.at(forecast.item(), forecast.place()), planDay));
        }
        SupplierGroup all =
                SupplierGroup.of(
                        supplier, planDay, knowledge(planDay, serving, settled), options.rules());
        SupplierGroup due = options.replans() ? all.only(due(all, regular)) : all;
        return due.members().isEmpty() ? Optional.empty() : Optional.of(due);
    }

    /**
     * Takes note that a plan day's group is told: nothing is touched since, and old forecasts go.
     */
    void planned(LocalDate planDay) throws Exception {
        forecasts.forget(planDay);
        touched.clear();
    }

    private List<Integer> due(SupplierGroup all, boolean regular) throws Exception {
        LocalDate eve = all.planDay().minusDays(1);
        boolean[] due = new boolean[all.members().size()];
        for (int i = 0; i < due.length; i++) {
            SupplierGroup.Member member = all.members().get(i);
            ItemForecast forecast = forecasts.of(member.item().item(), member.place());
            due[i] =
                    (regular && forecast != null && forecast.madeOn().equals(eve))
                            || touched.contains(member.item(), member.place());
        }
        return ItemComponents.touching(all.problem(), due);
    }

    private SupplierGroup.Knowledge knowledge(
            LocalDate planDay, List<ItemForecast> serving, List<StockPosition> settled)
            throws Exception {
        Map<String, CatalogueItem> catalogue = new HashMap<>();
        for (Map.Entry<String, CatalogueItem> entry : items.entries()) {
            catalogue.put(entry.getKey(), entry.getValue());
        }
        List<BrandTerms> agreed = new ArrayList<>();
        terms.values().forEach(agreed::add);
        Map<String, BrandStage> entered = new HashMap<>();
        for (Map.Entry<String, BrandStage> entry : stages.entries()) {
            entered.put(entry.getKey(), entry.getValue());
        }
        Map<String, Double> exposures = new HashMap<>();
        for (Map.Entry<String, Double> entry : scores.entries()) {
            exposures.put(entry.getKey(), options.exposure(entry.getValue()));
        }
        LocalDate eve = planDay.minusDays(1);
        return new SupplierGroup.Knowledge(
                catalogue,
                agreed,
                entered,
                settled,
                serving.stream().map(forecast -> forecast.asOf(eve)).toList(),
                exposures);
    }

    /** What the last version orders; what is agreed since then is no order of a plan any more. */
    long[][] last(SupplierGroup group) throws Exception {
        long[][] last = memory.last(group);
        orders.free(group, last);
        return last;
    }

    /** Takes note of a plan, and of the orders that it places. */
    void place(
            SupplierGroup group,
            SupplierPlan plan,
            PlanRecords records,
            PlanVersion version,
            SupplyVoice voice)
            throws Exception {
        memory.keep(group, plan);
        for (int i = 0; i < group.members().size(); i++) {
            startWithAssumedStock(group, i);
        }
        orders.propose(group, records.purchaseOrders(), version, voice);
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
