package io.quartermaster.pipelines.demand;

import io.quartermaster.pipelines.channel.Channels;
import io.quartermaster.pipelines.event.Exchange;
import io.quartermaster.pipelines.event.Job;
import java.util.List;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ReadableConfig;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Clean orders, cancellations, behaviour, stock, catalogue and campaigns in, demand windows out.
 */
public final class DemandJob implements Job {

    @Override
    public String name() {
        return "demand";
    }

    @Override
    public List<ConfigOption<?>> options() {
        return DemandOptions.all();
    }

    @Override
    public void check(ReadableConfig options) {
        DemandOptions.of(options);
    }

    @Override
    public void define(
            StreamExecutionEnvironment environment, Exchange exchange, ReadableConfig options) {
        DemandPipeline.Outputs outputs =
                DemandPipeline.build(inputs(environment, exchange), DemandOptions.of(options));
        exchange.write(outputs.windows(), Channels.DEMAND);
        exchange.write(outputs.late(), Channels.DEMAND_LATE);
    }

    private static DemandPipeline.Inputs inputs(
            StreamExecutionEnvironment environment, Exchange exchange) {
        return new DemandPipeline.Inputs(
                exchange.read(environment, Channels.ORDERS),
                exchange.read(environment, Channels.RETURNS),
                exchange.read(environment, Channels.BEHAVIOUR),
                exchange.read(environment, Channels.STOCK),
                exchange.read(environment, Channels.ITEMS),
                exchange.read(environment, Channels.CAMPAIGNS));
    }
}
