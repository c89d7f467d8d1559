package io.quartermaster.pipelines.replenishment;

import io.quartermaster.domain.event.PurchaseState;
import io.quartermaster.domain.event.PurchaseStep;
import io.quartermaster.domain.event.StockLot;
import io.quartermaster.domain.governance.Quarantined;
import io.quartermaster.domain.replenishment.KeptOrders;
import io.quartermaster.domain.replenishment.OpenOrder;
import io.quartermaster.domain.replenishment.OrderLife;
import io.quartermaster.domain.replenishment.PlanVersion;
import io.quartermaster.domain.replenishment.PurchaseOrder;
import io.quartermaster.domain.replenishment.StockPosition;
import io.quartermaster.domain.replenishment.StockedLot;
import io.quartermaster.domain.replenishment.SupplierGroup;
import io.quartermaster.pipelines.event.PlainTypes;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.flink.api.common.state.KeyedStateStore;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;

/** The orders of the current supplier and the steps of their lives. */
final class SupplierOrders {

    /** An order that was due so long ago is forgotten; a step of it is refused as unknown. */
    private static final int REMEMBERED_DAYS = 60;

    /** Orders by number; their due day and as many days as are remembered end them. */
    private static final MapStateDescriptor<String, PurchaseOrder> ORDERS =
            new MapStateDescriptor<>("orders", Types.STRING, PlainTypes.of(PurchaseOrder.class));

    /** Orders that lots have received; they are forgotten with the orders. */
    private static final MapStateDescriptor<String, Boolean> BY_LOT =
            new MapStateDescriptor<>("orders-by-lot", Types.STRING, Types.BOOLEAN);

    private final OrderLifeOptions rules;
    private final MapState<String, PurchaseOrder> orders;
    private final MapState<String, Boolean> byLot;
    private final StockShelf shelf;
    private final TouchedItems touched;

    SupplierOrders(
            KeyedStateStore store, OrderLifeOptions rules, StockShelf shelf, TouchedItems touched) {
        this.rules = rules;
        this.orders = store.getMapState(ORDERS);
        this.byLot = store.getMapState(BY_LOT);
        this.shelf = shelf;
        this.touched = touched;
    }

    /** Takes a step, or refuses it. */
    void step(PurchaseStep step, SupplyVoice voice) throws Exception {
        PurchaseOrder known = orders.get(step.purchaseOrder());
        Optional<String> objection = OrderLife.objection(known, step);
        if (objection.isPresent()) {
            voice.refused(refused(step, objection.get()));
            return;
        }
        PurchaseOrder after = OrderLife.after(known, step);
        enter(after, voice);
        touched.stepped(known, after);
        StockPosition before = shelf.at(known.item(), known.place());
        if (!before.awaits(known.purchaseOrder())) {
            return;
        }
        StockPosition without = before.withoutOrder(known.purchaseOrder());
        if (after.awaited()) {
            shelf.put(without.ordered(after.open()));
        } else if (after.state() == PurchaseState.RECEIVED) {
            LocalDate day = LocalDate.ofInstant(step.time(), ZoneOffset.UTC);
            shelf.put(
                    without.receive(
                            new StockedLot(
                                    known.purchaseOrder(),
                                    day,
                                    after.quantity(),
                                    known.unitCost())));
        } else {
            shelf.put(without);
        }
    }

    private static Quarantined refused(PurchaseStep step, String why) {
        String line =
                "%s,%s,%s,%s,%s,%d,%s,%s"
                        .formatted(
                                step.id(),
                                step.time(),
                                step.purchaseOrder(),
                                step.supplier(),
                                step.state().label(),
                                step.quantity(),
                                step.arrivalDay() == null ? "" : step.arrivalDay(),
                                step.note());
        return new Quarantined(step.source(), 0, "purchase_steps", OrderLife.RULE, why, line);
    }

    /**
     * Takes note that a lot has come which bears the number of an order: it is that order's
     * receipt. Further lots of a split delivery are received as well.
     *
     * @return whether the lot is to be received; it is not where a step has told of it before, or a
     *     corrected version of it comes
     */
    boolean arrives(StockLot lot, SupplyVoice voice) throws Exception {
        PurchaseOrder known = orders.get(lot.lot());
        if (known == null
                || !known.item().equals(lot.item())
                || !known.place().equals(lot.place())) {
            return true;
        }
        if (known.awaited()) {
            enter(OrderLife.delivered(known, lot.units(), lot.time()), voice);
            byLot.put(lot.lot(), true);
            shelf.put(shelf.at(lot.item(), lot.place()).withoutOrder(lot.lot()));
            return true;
        }
        boolean further = lot.version() == 1 && byLot.contains(lot.lot());
        return further || known.state() != PurchaseState.RECEIVED;
    }

    /**
     * Takes the orders that a plan proposes for the items of its group; they are on their way
     * unless somebody takes them back. A proposal of an earlier version stands where the plan has
     * the same one, else the plan takes it back.
     */
    void propose(
            SupplierGroup group,
            List<PurchaseOrder> proposals,
            PlanVersion version,
            SupplyVoice voice)
            throws Exception {
        Map<String, PurchaseOrder> before = proposed(group);
        List<PurchaseOrder> fresh = new ArrayList<>();
        for (PurchaseOrder proposal : proposals) {
            PurchaseOrder known = before.get(slot(proposal));
            boolean stands =
                    known != null
                            && known.quantity() == proposal.quantity()
                            && known.unitCost().compareTo(proposal.unitCost()) == 0
                            && known.arrivalDay().equals(proposal.arrivalDay());
            if (stands) {
                before.remove(slot(proposal));
            } else {
                fresh.add(proposal);
            }
        }
        for (PurchaseOrder old : before.values()) {
            takeBack(OrderLife.superseded(old, version.name(), version.madeAt()), voice);
        }
        for (PurchaseOrder proposal : fresh) {
            propose(proposal, version.madeAt(), voice);
        }
    }

    private void propose(PurchaseOrder proposed, Instant at, SupplyVoice voice) throws Exception {
        shelf.put(shelf.at(proposed.item(), proposed.place()).ordered(proposed.open()));
        enter(proposed, voice);
        if (rules.approveUpTo() != null) {
            Optional<PurchaseOrder> approved =
                    OrderLife.approved(proposed, rules.approveUpTo(), at);
            if (approved.isPresent()) {
                enter(approved.get(), voice);
            }
        }
    }

    /** Proposals for the group's items that its plan may take back, by slot. */
    private Map<String, PurchaseOrder> proposed(SupplierGroup group) throws Exception {
        Set<String> members = new HashSet<>();
        for (SupplierGroup.Member member : group.members()) {
            members.add(StockShelf.key(member.item().item(), member.place()));
        }
        Map<String, PurchaseOrder> proposed = new TreeMap<>();
        for (PurchaseOrder order : orders.values()) {
            if (order.state() == PurchaseState.PROPOSED
                    && !order.orderDay().isBefore(group.planDay())
                    && members.contains(StockShelf.key(order.item(), order.place()))) {
                proposed.put(slot(order), order);
            }
        }
        return proposed;
    }

    private static String slot(PurchaseOrder order) {
        return StockShelf.key(order.item(), order.place()) + "|" + order.orderDay();
    }

    /** Frees the days of a last plan whose orders are agreed: they are open orders by now. */
    void free(SupplierGroup group, long[][] last) throws Exception {
        Map<String, Integer> indexes = new HashMap<>();
        for (SupplierGroup.Member member : group.members()) {
            indexes.put(StockShelf.key(member.item().item(), member.place()), indexes.size());
        }
        for (PurchaseOrder order : orders.values()) {
            Integer index = indexes.get(StockShelf.key(order.item(), order.place()));
            long day = order.orderDay().toEpochDay() - group.planDay().toEpochDay();
            if (index != null && order.state().isAgreed() && day >= 0 && day < last[index].length) {
                last[index][(int) day] = KeptOrders.FREE;
            }
        }
    }

    private void enter(PurchaseOrder order, SupplyVoice voice) throws Exception {
        orders.put(order.purchaseOrder(), order);
        voice.order(order);
    }

    /**
     * Ends proposals whose day has passed unapproved, where that is needed, and forgets old ones.
     */
    void settle(LocalDate over, Instant at, SupplyVoice voice) throws Exception {
        for (PurchaseOrder order : sorted()) {
            boolean passed = !order.orderDay().isAfter(over);
            if (rules.told() && passed && order.state() == PurchaseState.PROPOSED) {
                takeBack(OrderLife.lapsed(order, at), voice);
            }
            if (!order.arrivalDay().plusDays(REMEMBERED_DAYS).isAfter(over)
                    && !(rules.told() && order.state().isAgreed())) {
                orders.remove(order.purchaseOrder());
                byLot.remove(order.purchaseOrder());
            }
        }
    }

    private void takeBack(PurchaseOrder cancelled, SupplyVoice voice) throws Exception {
        enter(cancelled, voice);
        shelf.put(
                shelf.at(cancelled.item(), cancelled.place())
                        .withoutOrder(cancelled.purchaseOrder()));
    }

    private List<PurchaseOrder> sorted() throws Exception {
        List<PurchaseOrder> all = new ArrayList<>();
        orders.values().forEach(all::add);
        all.sort(Comparator.comparing(PurchaseOrder::purchaseOrder));
        return all;
    }

    /**
     * A position with the orders that bind a plan. Proposals of its days do not: it may take them
     * back. One that is due before and not received is expected on the plan day: it comes on the
     * eve, which goes on, or is overdue.
     */
    StockPosition binding(StockPosition position, LocalDate planDay) throws Exception {
        StockPosition binding = position;
        for (OpenOrder open : position.openOrders()) {
            PurchaseOrder order = orders.get(open.purchaseOrder());
            boolean proposed =
                    order != null
                            && order.state() == PurchaseState.PROPOSED
                            && !order.orderDay().isBefore(planDay);
            boolean overdue = open.arrivalDay().isBefore(planDay);
            if (proposed || overdue) {
                binding = binding.withoutOrder(open.purchaseOrder());
            }
            if (overdue && !proposed) {
                binding =
                        binding.ordered(
                                new OpenOrder(
                                        open.purchaseOrder(),
                                        planDay,
                                        open.units(),
                                        open.unitCost()));
            }
        }
        return binding;
    }
}
