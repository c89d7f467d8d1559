package io.quartermaster.pipelines.risk;

import io.quartermaster.domain.event.BrandOffer;
import io.quartermaster.domain.event.BrandTerms;
import io.quartermaster.domain.event.CatalogueItem;
import io.quartermaster.domain.event.Delivery;
import io.quartermaster.domain.event.DeliveryDirection;
import io.quartermaster.domain.event.LifeCycleStep;
import io.quartermaster.domain.event.PurchaseState;
import io.quartermaster.domain.event.StockLevel;
import io.quartermaster.domain.replenishment.PurchaseOrder;
import io.quartermaster.domain.risk.LateChance;
import io.quartermaster.domain.risk.RiskAlert;
import io.quartermaster.pipelines.event.AsOfJoinFunction;
import io.quartermaster.pipelines.event.PlainTypes;
import java.util.List;
import org.apache.flink.api.common.functions.FilterFunction;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * From deliveries, stock, terms, life cycle and orders under way to alerts of brands and
 * categories, and to chances of lateness where a model tells them.
 */
final class RiskPipeline {

    private RiskPipeline() {}

    /** What the risks are seen in; purchase orders are read for a model only. */
    record Inputs(
            DataStream<Delivery> deliveries,
            DataStream<StockLevel> stock,
            DataStream<CatalogueItem> items,
            DataStream<BrandTerms> terms,
            DataStream<LifeCycleStep> lifecycle,
            DataStream<BrandOffer> offers,
            List<DataStream<PurchaseOrder>> orders) {}

    /** Alerts, and how likely orders under way come late; of these none without a model. */
    record Risks(DataStream<RiskAlert> alerts, DataStream<LateChance> lateChances) {}

    static Risks build(Inputs inputs, RiskOptions options) {
        DataStream<SupplySignal> joined =
                ofItems(inputs, options)
                        .keyBy(SupplySignal::item)
                        .process(catalogueOfItem())
                        .returns(PlainTypes.of(SupplySignal.class))
                        .name("join-catalogue-of-risk")
                        .uid("join-catalogue-of-risk");
        DataStream<SupplySignal> ofItems = only(joined, "supply-of-items", false);
        DataStream<SupplySignal> orders = rated(only(joined, "orders-under-way", true), options);
        DataStream<RiskAlert> ofBrands =
                ofItems.union(
                                orders,
                                signals("terms", inputs.terms(), terms -> true, SupplySignal::of),
                                signals("offers", inputs.offers(), offer -> true, SupplySignal::of),
                                signals(
                                        "lifecycle",
                                        inputs.lifecycle(),
                                        step -> true,
                                        SupplySignal::of))
                        .keyBy(SupplySignal::brand)
                        .process(new SupplyRiskFunction(options))
                        .returns(PlainTypes.of(RiskAlert.class))
                        .name("judge-supply")
                        .uid("judge-supply");
        DataStream<RiskAlert> ofCategories =
                ofItems.keyBy(SupplySignal::category)
                        .process(new ConcentrationFunction(options))
                        .returns(PlainTypes.of(RiskAlert.class))
                        .name("judge-concentration")
                        .uid("judge-concentration");
        return new Risks(ofBrands.union(ofCategories), chances(orders));
    }

    private static DataStream<SupplySignal> ofItems(Inputs inputs, RiskOptions options) {
        DataStream<SupplySignal> signals =
                signals("items", inputs.items(), item -> true, SupplySignal::of)
                        .union(
                                signals("stock", inputs.stock(), level -> true, SupplySignal::of),
                                signals(
                                        "deliveries",
                                        inputs.deliveries(),
                                        RiskPipeline::hasArrived,
                                        SupplySignal::of));
        if (options.hasLateModel()) {
            signals =
                    signals.union(
                            signals(
                                    "announcements",
                                    inputs.deliveries(),
                                    RiskPipeline::isAnnounced,
                                    SupplySignal::announced));
        }
        for (DataStream<PurchaseOrder> orders : inputs.orders()) {
            signals =
                    signals.union(signals("orders", orders, RiskPipeline::tells, SupplySignal::of));
        }
        return signals;
    }

    /** Whether a revision says when how much is due, or that nothing is. */
    private static boolean tells(PurchaseOrder order) {
        return order.state() == PurchaseState.PROPOSED
                || order.state() == PurchaseState.CHANGED
                || !order.awaited();
    }

    private static DataStream<SupplySignal> only(
            DataStream<SupplySignal> signals, String name, boolean ofOrders) {
        return signals.filter(signal -> (signal.kind() == SupplySignalKind.ORDER) == ofOrders)
                .name(name)
                .uid(name);
    }

    /** Without a model there is no order to rate. */
    private static DataStream<SupplySignal> rated(
            DataStream<SupplySignal> orders, RiskOptions options) {
        return options.hasLateModel()
                ? orders.map(new RateOrderFunction(options.lateModel(), options.lateColumns()))
                        .returns(PlainTypes.of(SupplySignal.class))
                        .name("rate-lateness")
                        .uid("rate-lateness")
                : orders;
    }

    private static DataStream<LateChance> chances(DataStream<SupplySignal> orders) {
        return orders.filter(signal -> signal.units() > 0)
                .name("open-late-chances")
                .uid("open-late-chances")
                .map(SupplySignal::late)
                .returns(PlainTypes.of(LateChance.class))
                .name("tell-late-chances")
                .uid("tell-late-chances");
    }

    private static boolean isAnnounced(Delivery delivery) {
        return delivery.direction() == DeliveryDirection.INBOUND
                && !delivery.item().isEmpty()
                && delivery.deliveredAt() == null
                && delivery.promisedAt() != null;
    }

    /** From a supplier, of one item, and there. */
    private static boolean hasArrived(Delivery delivery) {
        return delivery.direction() == DeliveryDirection.INBOUND
                && !delivery.item().isEmpty()
                && delivery.deliveredAt() != null;
    }

    private static <T> DataStream<SupplySignal> signals(
            String channel,
            DataStream<T> events,
            FilterFunction<T> wanted,
            MapFunction<T, SupplySignal> map) {
        return events.filter(wanted)
                .name("risk-wanted-" + channel)
                .uid("risk-wanted-" + channel)
                .map(map)
                .returns(PlainTypes.of(SupplySignal.class))
                .name("risk-signals-of-" + channel)
                .uid("risk-signals-of-" + channel);
    }

    /** Stock and deliveries get what the catalogue named as of their time. */
    static AsOfJoinFunction<SupplySignal> catalogueOfItem() {
        return new AsOfJoinFunction<>(
                SupplySignal.class,
                SupplySignal::id,
                signal -> signal.kind() == SupplySignalKind.ITEM,
                (signal, known) ->
                        known == null
                                ? null
                                : signal.joined(
                                        known.brand(),
                                        known.category(),
                                        known.supplier(),
                                        known.unitCost()));
    }
}
