package io.quartermaster.pipelines.replenishment;

import io.quartermaster.domain.brand.BrandScore;
import io.quartermaster.domain.demand.DemandWindow;
import io.quartermaster.domain.event.BrandTerms;
import io.quartermaster.domain.event.CatalogueItem;
import io.quartermaster.domain.event.LifeCycleStep;
import io.quartermaster.domain.event.PurchaseStep;
import io.quartermaster.domain.event.StockLevel;
import io.quartermaster.domain.event.StockLot;
import io.quartermaster.domain.forecast.Forecast;
import io.quartermaster.domain.governance.Quarantined;
import io.quartermaster.domain.replenishment.ItemForecast;
import io.quartermaster.domain.replenishment.NegotiationLine;
import io.quartermaster.domain.replenishment.PlanLine;
import io.quartermaster.domain.replenishment.PlanSummary;
import io.quartermaster.domain.replenishment.PurchaseOrder;
import io.quartermaster.pipelines.event.PlainTypes;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.apache.flink.api.common.functions.FilterFunction;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/**
 * From forecasts, demand, catalogue, terms and stock to plans: what concerns an item goes to its
 * supplier, a step of a brand to each of its suppliers, and each supplier is planned by itself.
 */
final class ReplenishmentPipeline {

    private ReplenishmentPipeline() {}

    /** What the plans are made from. */
    record Inputs(
            DataStream<Forecast> forecasts,
            DataStream<DemandWindow> demand,
            DataStream<CatalogueItem> items,
            DataStream<BrandTerms> terms,
            DataStream<LifeCycleStep> steps,
            DataStream<StockLevel> stock,
            DataStream<StockLot> lots,
            DataStream<PurchaseStep> purchaseSteps,
            DataStream<BrandScore> scores) {}

    /** The plans. */
    record Plans(
            DataStream<PlanLine> lines,
            DataStream<PlanSummary> summaries,
            DataStream<PurchaseOrder> purchaseOrders,
            DataStream<NegotiationLine> negotiation,
            DataStream<Quarantined> refusedSteps) {}

    static Plans build(Inputs inputs, ReplenishmentOptions options) {
        DataStream<SupplyEvent> items =
                supply("item", inputs.items(), item -> true, SupplyEvent::of);
        DataStream<SupplyEvent> terms =
                supply("terms", inputs.terms(), agreed -> true, SupplyEvent::of);
        DataStream<SupplyEvent> steps =
                items.union(
                                terms,
                                supply("step", inputs.steps(), step -> true, SupplyEvent::of),
                                supply(
                                        "score",
                                        inputs.scores(),
                                        score -> options.limitsExposure(),
                                        SupplyEvent::of))
                        .keyBy(SupplyEvent::brand)
                        .process(new RouteStepsFunction())
                        .returns(PlainTypes.of(SupplyEvent.class))
                        .uid("route-steps-to-suppliers")
                        .name("route steps to suppliers");
        DataStream<SupplyEvent> purchaseSteps =
                supply("purchase-step", inputs.purchaseSteps(), step -> true, SupplyEvent::of);
        DataStream<SupplyEvent> ofItems =
                items.union(
                        supply(
                                "forecast",
                                inputs.forecasts(),
                                Forecast::champion,
                                forecast -> SupplyEvent.of(ItemForecast.of(forecast))),
                        supply(
                                "demand",
                                inputs.demand(),
                                window -> options.simulates(window.day()),
                                SupplyEvent::of),
                        supply(
                                "stock",
                                inputs.stock(),
                                level -> !options.simulates(day(level.time())),
                                SupplyEvent::of),
                        supply(
                                "lot",
                                inputs.lots(),
                                lot -> !options.simulates(day(lot.time())),
                                SupplyEvent::of));
        SingleOutputStreamOperator<PlanLine> lines =
                ofItems.keyBy(SupplyEvent::about)
                        .process(new RouteToSupplierFunction())
                        .returns(PlainTypes.of(SupplyEvent.class))
                        .uid("route-to-supplier")
                        .name("route to supplier")
                        .union(terms, steps, purchaseSteps)
                        .keyBy(SupplyEvent::supplier)
                        .transform(
                                "plan supplier",
                                PlainTypes.of(PlanLine.class),
                                new SupplierPlanOperatorFactory(options))
                        .uid("plan-supplier");
        return new Plans(
                lines,
                lines.getSideOutput(SupplierPlanOperator.SUMMARIES),
                lines.getSideOutput(SupplierPlanOperator.PURCHASE_ORDERS),
                lines.getSideOutput(SupplierPlanOperator.NEGOTIATION),
                lines.getSideOutput(SupplierPlanOperator.REFUSED));
    }

    private static <T> DataStream<SupplyEvent> supply(
            String name,
            DataStream<T> input,
            FilterFunction<T> wanted,
            MapFunction<T, SupplyEvent> mapping) {
        return input.filter(wanted)
                .uid("supply-wanted-" + name)
                .name("wanted " + name)
                .map(mapping)
                .returns(PlainTypes.of(SupplyEvent.class))
                .uid("supply-" + name)
                .name("supply " + name);
    }

    private static LocalDate day(Instant time) {
        return LocalDate.ofInstant(time, ZoneOffset.UTC);
    }
}
