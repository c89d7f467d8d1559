package io.quartermaster.pipelines.forecast;

import io.quartermaster.domain.event.Campaign;
import io.quartermaster.domain.event.CatalogueItem;
import io.quartermaster.pipelines.channel.Channels;
import io.quartermaster.pipelines.demand.DemandOptions;
import io.quartermaster.pipelines.demand.DemandPipeline;
import io.quartermaster.pipelines.event.Exchange;
import io.quartermaster.pipelines.event.Job;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ReadableConfig;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Demand and forecast in one: clean events in, windows, forecasts and the lift of campaigns out. A
 * window is forecast from as soon as it closes, without a topic in between.
 */
public final class DemandForecastJob implements Job {

    @Override
    public String name() {
        return "demand-forecast";
    }

    @Override
    public List<ConfigOption<?>> options() {
        Set<ConfigOption<?>> all = new LinkedHashSet<>(DemandOptions.all());
        all.addAll(new ForecastJob().options());
        return new ArrayList<>(all);
    }

    @Override
    public void check(ReadableConfig options) {
        int lateness = DemandOptions.of(options).allowedLatenessDays();
        new ForecastJob().check(options);
        int corrections = options.get(ForecastOptions.CORRECTION_DAYS);
        if (corrections < lateness) {
            throw new IllegalArgumentException(
                    "The value (%d) of the option %s must not be less than that (%d) of %s.\nMaybe %d."
                            .formatted(
                                    corrections,
                                    ForecastOptions.CORRECTION_DAYS.key(),
                                    lateness,
                                    DemandOptions.ALLOWED_LATENESS_DAYS.key(),
                                    lateness));
        }
    }

    @Override
    public void define(
            StreamExecutionEnvironment environment, Exchange exchange, ReadableConfig options) {
        ForecastEngine engine = ForecastEngine.decide(ForecastOptions.of(options));
        DataStream<CatalogueItem> items = exchange.read(environment, Channels.ITEMS);
        DataStream<Campaign> campaigns = exchange.read(environment, Channels.CAMPAIGNS);
        DemandPipeline.Outputs demand =
                DemandPipeline.build(
                        inputs(environment, exchange, items, campaigns), DemandOptions.of(options));
        ForecastStreams streams =
                new ForecastStreams(
                        demand.windows(),
                        items,
                        exchange.read(environment, Channels.TEXTS),
                        exchange.read(environment, Channels.BRAND_CLUSTERS));
        exchange.write(demand.windows(), Channels.DEMAND);
        exchange.write(demand.late(), Channels.DEMAND_LATE);
        ForecastPipeline.Outputs outputs = ForecastPipeline.build(streams, engine.options());
        exchange.write(outputs.forecasts(), Channels.FORECAST);
        exchange.write(outputs.late(), Channels.FORECAST_LATE);
        TotalsPipeline.write(streams, outputs.forecasts(), TotalsOptions.of(options), exchange);
        exchange.write(
                CampaignPipeline.build(demand.windows(), items, campaigns, LiftOptions.of(options)),
                Channels.CAMPAIGN_LIFT);
    }

    private static DemandPipeline.Inputs inputs(
            StreamExecutionEnvironment environment,
            Exchange exchange,
            DataStream<CatalogueItem> items,
            DataStream<Campaign> campaigns) {
        return new DemandPipeline.Inputs(
                exchange.read(environment, Channels.ORDERS),
                exchange.read(environment, Channels.RETURNS),
                exchange.read(environment, Channels.BEHAVIOUR),
                exchange.read(environment, Channels.STOCK),
                items,
                campaigns);
    }
}
