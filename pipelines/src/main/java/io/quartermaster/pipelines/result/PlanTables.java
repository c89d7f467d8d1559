package io.quartermaster.pipelines.result;

import static io.quartermaster.pipelines.result.ResultColumn.day;
import static io.quartermaster.pipelines.result.ResultColumn.flag;
import static io.quartermaster.pipelines.result.ResultColumn.instant;
import static io.quartermaster.pipelines.result.ResultColumn.text;
import static io.quartermaster.pipelines.result.ResultColumn.whole;
import static java.util.Comparator.comparing;

import io.quartermaster.domain.replenishment.NegotiationLine;
import io.quartermaster.domain.replenishment.PlanLine;
import io.quartermaster.domain.replenishment.PlanSummary;
import io.quartermaster.domain.replenishment.PurchaseOrder;
import io.quartermaster.pipelines.channel.Channels;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/** The tables of plans and what they order. */
final class PlanTables {

    private PlanTables() {}

    static ResultTable<PlanLine, PlanLine> plan() {
        return new ResultTable<>(
                "plan",
                Channels.PLAN,
                List.of(
                        day("plan_day", PlanLine::planDay),
                        text("item", PlanLine::item),
                        text("place", PlanLine::place),
                        text("supplier", PlanLine::supplier),
                        day("order_day", PlanLine::orderDay),
                        day("arrival_day", PlanLine::arrivalDay),
                        whole("quantity", PlanLine::quantity),
                        whole("packs", PlanLine::packs),
                        text("reason", PlanLine::reason),
                        text("plan_version", PlanLine::planVersion),
                        flag("assumed", PlanLine::assumed),
                        text("status", PlanLine::status)),
                comparing(PlanLine::planDay)
                        .thenComparing(PlanLine::item)
                        .thenComparing(PlanLine::place)
                        .thenComparing(PlanLine::supplier)
                        .thenComparing(PlanLine::orderDay)
                        .thenComparing(PlanLine::arrivalDay)
                        .thenComparing(PlanLine::planVersion),
                ResultTable.onlyOneVersion(),
                Stream::of);
    }

    static ResultTable<PlanSummary, PlanSummary> planSummaries() {
        return new ResultTable<>(
                "plan_summaries",
                Channels.PLAN_SUMMARIES,
                RecordColumns.of(PlanSummary.class),
                comparing(PlanSummary::planDay)
                        .thenComparing(PlanSummary::supplier)
                        .thenComparing(PlanSummary::planVersion),
                ResultTable.onlyOneVersion(),
                Stream::of);
    }

    static ResultTable<PurchaseOrder, PurchaseOrder> purchaseOrders() {
        return new ResultTable<>(
                "purchase_orders",
                Channels.PURCHASE_ORDERS,
                List.of(
                        text("purchase_order", PurchaseOrder::purchaseOrder),
                        text("item", PurchaseOrder::item),
                        text("place", PurchaseOrder::place),
                        text("supplier", PurchaseOrder::supplier),
                        day("order_day", PurchaseOrder::orderDay),
                        day("arrival_day", PurchaseOrder::arrivalDay),
                        whole("quantity", PurchaseOrder::quantity),
                        text("state", order -> order.state().label()),
                        text("plan_version", PurchaseOrder::planVersion),
                        text("brand", PurchaseOrder::brand),
                        flag("assumed", PurchaseOrder::assumed)),
                comparing(PurchaseOrder::purchaseOrder),
                comparing(PurchaseOrder::revision),
                Stream::of);
    }

    /** Every state that an order has been in. */
    static ResultTable<PurchaseOrder, PurchaseOrder> purchaseOrderStates() {
        return new ResultTable<>(
                "purchase_order_states",
                Channels.PURCHASE_ORDERS,
                List.of(
                        text("purchase_order", PurchaseOrder::purchaseOrder),
                        whole("revision", PurchaseOrder::revision),
                        text("state", order -> order.state().label()),
                        instant("changed_at", PurchaseOrder::changedAt),
                        whole("quantity", PurchaseOrder::quantity),
                        day("arrival_day", PurchaseOrder::arrivalDay),
                        new ResultColumn<>(
                                "unit_cost",
                                ColumnType.of(BigDecimal.class),
                                PurchaseOrder::unitCost),
                        text("reason", PurchaseOrder::reason),
                        text("supplier", PurchaseOrder::supplier)),
                comparing(PurchaseOrder::purchaseOrder).thenComparing(PurchaseOrder::revision),
                ResultTable.onlyOneVersion(),
                Stream::of);
    }

    static ResultTable<NegotiationLine, NegotiationLine> negotiation() {
        return new ResultTable<>(
                "negotiation",
                Channels.NEGOTIATION,
                RecordColumns.of(NegotiationLine.class),
                comparing(NegotiationLine::planDay)
                        .thenComparing(NegotiationLine::supplier)
                        .thenComparing(NegotiationLine::lever),
                ResultTable.onlyOneVersion(),
                Stream::of);
    }
}
