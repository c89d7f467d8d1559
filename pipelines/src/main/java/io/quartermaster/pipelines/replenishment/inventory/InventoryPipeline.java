package io.quartermaster.pipelines.replenishment.inventory;

import io.quartermaster.domain.event.BrandTerms;
import io.quartermaster.domain.event.CatalogueItem;
import io.quartermaster.domain.event.Delivery;
import io.quartermaster.domain.event.DeliveryDirection;
import io.quartermaster.domain.event.OrderLine;
import io.quartermaster.domain.event.ReturnLine;
import io.quartermaster.domain.event.StockLevel;
import io.quartermaster.domain.event.StockLot;
import io.quartermaster.domain.forecast.Forecast;
import io.quartermaster.domain.replenishment.ItemForecast;
import io.quartermaster.domain.replenishment.PurchaseOrder;
import io.quartermaster.domain.replenishment.justintime.LeadTimeDistribution;
import io.quartermaster.domain.replenishment.justintime.StockSignal;
import io.quartermaster.domain.replenishment.lots.LotAllocation;
import io.quartermaster.domain.replenishment.lots.StockMovement;
import io.quartermaster.domain.replenishment.lots.StockValue;
import io.quartermaster.pipelines.event.PlainTypes;
import io.quartermaster.pipelines.replenishment.inventory.InventoryOptions.Receipts;
import java.time.ZoneId;
import org.apache.flink.api.common.functions.FilterFunction;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/**
 * From what moved stock to the lots it came from and what it is worth, and from deliveries,
 * forecasts and orders to what must be ordered when.
 */
final class InventoryPipeline {

    private InventoryPipeline() {}

    /** What moves stock. */
    record Inputs(
            DataStream<OrderLine> orders,
            DataStream<ReturnLine> returns,
            DataStream<StockLot> lots,
            DataStream<Delivery> deliveries,
            DataStream<StockLevel> stock,
            DataStream<CatalogueItem> items,
            DataStream<BrandTerms> terms,
            DataStream<PurchaseOrder> purchaseOrders,
            DataStream<Forecast> forecasts) {}

    /** Allocations, values by day, how long orders take, and what stock asks for. */
    record Outputs(
            DataStream<LotAllocation> allocations,
            DataStream<StockValue> values,
            DataStream<LeadTimeDistribution> leadTimes,
            DataStream<StockSignal> signals) {}

    static Outputs build(Inputs inputs, InventoryOptions options) {
        SingleOutputStreamOperator<LotAllocation> allocations =
                movements(inputs, options)
                        .keyBy(StockMovement::item)
                        .process(new LotFunction(options))
                        .returns(PlainTypes.of(LotAllocation.class))
                        .name("allocate-lots")
                        .uid("allocate-lots");
        DataStream<Delivery> inbound = inbound(inputs.deliveries());
        DataStream<LeadTimeDistribution> leadTimes = leadTimes(inputs, inbound, options);
        return new Outputs(
                allocations,
                allocations.getSideOutput(LotFunction.VALUES),
                leadTimes,
                signals(
                        inputs,
                        inbound,
                        allocations.getSideOutput(LotFunction.HELD),
                        leadTimes,
                        options));
    }

    private static DataStream<LeadTimeDistribution> leadTimes(
            Inputs inputs, DataStream<Delivery> inbound, InventoryOptions options) {
        return map("lead-items", inputs.items(), LeadNews.class, LeadNews::of)
                .union(
                        map("lead-deliveries", inbound, LeadNews.class, LeadNews::of),
                        map("lead-orders", inputs.purchaseOrders(), LeadNews.class, LeadNews::of))
                .keyBy(LeadNews::item)
                .process(new OrderDayFunction())
                .returns(PlainTypes.of(LeadNews.class))
                .name("find-order-days")
                .uid("find-order-days")
                .union(map("lead-terms", inputs.terms(), LeadNews.class, LeadNews::of))
                .keyBy(LeadNews::supplier)
                .process(new LeadTimeFunction(options))
                .returns(PlainTypes.of(LeadTimeDistribution.class))
                .name("learn-lead-times")
                .uid("learn-lead-times");
    }

    private static DataStream<StockSignal> signals(
            Inputs inputs,
            DataStream<Delivery> inbound,
            DataStream<HeldLots> held,
            DataStream<LeadTimeDistribution> leadTimes,
            InventoryOptions options) {
        DataStream<Forecast> champions =
                inputs.forecasts()
                        .filter(Forecast::champion)
                        .name("stock-champions")
                        .uid("stock-champions");
        return map("stock-held", held, StockNews.class, StockNews::of)
                .union(
                        map("stock-lead-times", leadTimes, StockNews.class, StockNews::of),
                        map("stock-deliveries", inbound, StockNews.class, StockNews::of),
                        map(
                                "stock-orders",
                                inputs.purchaseOrders(),
                                StockNews.class,
                                StockNews::of),
                        map(
                                "stock-forecasts",
                                champions,
                                StockNews.class,
                                forecast -> StockNews.of(ItemForecast.of(forecast))))
                .keyBy(StockNews::item)
                .process(new StockSignalFunction(options))
                .returns(PlainTypes.of(StockSignal.class))
                .name("signal-stock")
                .uid("signal-stock");
    }

    /** From a supplier, of one item, and there or announced. */
    private static DataStream<Delivery> inbound(DataStream<Delivery> deliveries) {
        FilterFunction<Delivery> wanted =
                delivery ->
                        delivery.direction() == DeliveryDirection.INBOUND
                                && !delivery.item().isEmpty()
                                && (delivery.deliveredAt() != null
                                        || delivery.promisedAt() != null);
        return deliveries.filter(wanted).name("inventory-inbound").uid("inventory-inbound");
    }

    private static DataStream<StockMovement> movements(Inputs inputs, InventoryOptions options) {
        ZoneId zone = options.days().zone();
        DataStream<StockMovement> receipts =
                options.receipts() == Receipts.LOTS
                        ? movements("lots", inputs.lots(), lot -> StockMovement.receipt(lot, zone))
                        : movements(
                                "deliveries",
                                arrivals(inputs.deliveries()),
                                delivery -> StockMovement.receipt(delivery, zone));
        return receipts.union(
                movements("orders", inputs.orders(), line -> StockMovement.of(line, zone)),
                movements("returns", inputs.returns(), line -> StockMovement.of(line, zone)),
                movements("stock", inputs.stock(), level -> StockMovement.of(level, zone)),
                movements("items", inputs.items(), item -> StockMovement.of(item, zone)));
    }

    private static DataStream<Delivery> arrivals(DataStream<Delivery> deliveries) {
        FilterFunction<Delivery> arrived =
                delivery ->
                        delivery.direction() == DeliveryDirection.INBOUND
                                && delivery.deliveredAt() != null
                                && delivery.deliveredUnits() > 0
                                && !delivery.item().isEmpty();
        return deliveries.filter(arrived).name("inventory-arrivals").uid("inventory-arrivals");
    }

    private static <T> DataStream<StockMovement> movements(
            String channel, DataStream<T> events, MapFunction<T, StockMovement> map) {
        return map("movements-of-" + channel, events, StockMovement.class, map);
    }

    private static <T, R> DataStream<R> map(
            String name, DataStream<T> events, Class<R> type, MapFunction<T, R> map) {
        return events.map(map).returns(PlainTypes.of(type)).name(name).uid(name);
    }
}
