package io.quartermaster.pipelines.forecast;

import io.quartermaster.domain.brand.BrandCluster;
import io.quartermaster.domain.demand.DemandWindow;
import io.quartermaster.domain.event.CatalogueItem;
import io.quartermaster.domain.event.CatalogueText;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * What the forecast pipeline reads.
 *
 * @param demand windows of every item and place
 * @param items the catalogue
 * @param texts words of the items
 * @param clusters of brands
 */
public record ForecastStreams(
        DataStream<DemandWindow> demand,
        DataStream<CatalogueItem> items,
        DataStream<CatalogueText> texts,
        DataStream<BrandCluster> clusters) {}
