package io.quartermaster.pipelines.forecast;

import io.quartermaster.domain.demand.DemandWindow;
import io.quartermaster.domain.event.CatalogueItem;
import io.quartermaster.pipelines.channel.Channels;
import io.quartermaster.pipelines.event.Exchange;
import io.quartermaster.pipelines.event.Job;
import io.quartermaster.pipelines.event.RunOptions;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ReadableConfig;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The forecast half of the demand-forecast job, over windows that are there already. */
public final class ForecastJob implements Job {

    @Override
    public String name() {
        return "forecast";
    }

    @Override
    public List<ConfigOption<?>> options() {
        List<ConfigOption<?>> all = new ArrayList<>(RunOptions.all());
        all.addAll(ForecastOptions.all());
        all.addAll(TotalsOptions.all());
        all.addAll(LiftOptions.all());
        return all;
    }

    @Override
    public void check(ReadableConfig options) {
        ForecastOptions.check(options);
        TotalsOptions.of(options);
        LiftOptions.of(options);
    }

    @Override
    public void define(
            StreamExecutionEnvironment environment, Exchange exchange, ReadableConfig options) {
        ForecastEngine engine = ForecastEngine.decide(ForecastOptions.of(options));
        DataStream<DemandWindow> demand = exchange.read(environment, Channels.DEMAND);
        DataStream<CatalogueItem> items = exchange.read(environment, Channels.ITEMS);
        ForecastStreams streams =
                new ForecastStreams(
                        demand,
                        items,
                        exchange.read(environment, Channels.TEXTS),
                        exchange.read(environment, Channels.BRAND_CLUSTERS));
        ForecastPipeline.Outputs outputs = ForecastPipeline.build(streams, engine.options());
        exchange.write(outputs.forecasts(), Channels.FORECAST);
        exchange.write(outputs.late(), Channels.FORECAST_LATE);
        TotalsPipeline.write(streams, outputs.forecasts(), TotalsOptions.of(options), exchange);
        exchange.write(
                CampaignPipeline.build(
                        demand,
                        items,
                        exchange.read(environment, Channels.CAMPAIGNS),
                        LiftOptions.of(options)),
                Channels.CAMPAIGN_LIFT);
    }
}
