package io.quartermaster.pipelines.satisfaction;

import io.quartermaster.domain.event.BrandAction;
import io.quartermaster.domain.event.CatalogueItem;
import io.quartermaster.domain.event.Delivery;
import io.quartermaster.domain.event.Feedback;
import io.quartermaster.domain.event.OrderLine;
import io.quartermaster.domain.event.ReturnLine;
import io.quartermaster.domain.event.StockLevel;
import org.apache.flink.streaming.api.datastream.DataStream;

/** What the satisfaction pipeline reads, with event times and watermarks. */
public record SatisfactionStreams(
        DataStream<OrderLine> orders,
        DataStream<ReturnLine> returns,
        DataStream<Delivery> deliveries,
        DataStream<Feedback> feedback,
        DataStream<StockLevel> stock,
        DataStream<CatalogueItem> items,
        DataStream<BrandAction> actions) {}
