package io.quartermaster.pipelines.risk;

import io.quartermaster.domain.event.BrandTerms;
import io.quartermaster.domain.event.CatalogueItem;
import io.quartermaster.domain.event.Delivery;
import io.quartermaster.domain.event.DeliveryDirection;
import io.quartermaster.domain.event.LifeCycleStep;
import io.quartermaster.domain.event.StockLevel;
import io.quartermaster.domain.risk.RiskAlert;
import io.quartermaster.pipelines.event.PlainTypes;
import org.apache.flink.api.common.functions.FilterFunction;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.streaming.api.datastream.DataStream;

/** From deliveries, stock, terms and life cycle to alerts of brands and categories. */
final class RiskPipeline {

    private RiskPipeline() {}

    /** What the risks are seen in. */
    record Inputs(
            DataStream<Delivery> deliveries,
            DataStream<StockLevel> stock,
            DataStream<CatalogueItem> items,
            DataStream<BrandTerms> terms,
            DataStream<LifeCycleStep> lifecycle) {}

    static DataStream<RiskAlert> build(Inputs inputs, RiskOptions options) {
        DataStream<SupplySignal> ofItems =
                signals("items", inputs.items(), item -> true, SupplySignal::of)
                        .union(
                                signals("stock", inputs.stock(), level -> true, SupplySignal::of),
                                signals(
                                        "deliveries",
                                        inputs.deliveries(),
                                        RiskPipeline::hasArrived,
                                        SupplySignal::of))
                        .keyBy(SupplySignal::item)
                        .process(new CatalogueOfItemFunction())
                        .returns(PlainTypes.of(SupplySignal.class))
                        .name("join-catalogue-of-risk")
                        .uid("join-catalogue-of-risk");
        DataStream<RiskAlert> ofBrands =
                ofItems.union(
                                signals("terms", inputs.terms(), terms -> true, SupplySignal::of),
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
        return ofBrands.union(
                ofItems.keyBy(SupplySignal::category)
                        .process(new ConcentrationFunction(options))
                        .returns(PlainTypes.of(RiskAlert.class))
                        .name("judge-concentration")
                        .uid("judge-concentration"));
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
}
