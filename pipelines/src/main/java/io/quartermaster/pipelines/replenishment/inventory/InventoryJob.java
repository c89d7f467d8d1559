package io.quartermaster.pipelines.replenishment.inventory;

import io.quartermaster.pipelines.channel.Channels;
import io.quartermaster.pipelines.event.Exchange;
import io.quartermaster.pipelines.event.Job;
import java.util.List;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ReadableConfig;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Which lots stock came from, what it is worth, and what must be ordered when, day by day. */
public final class InventoryJob implements Job {

    @Override
    public String name() {
        return "inventory";
    }

    @Override
    public List<ConfigOption<?>> options() {
        return InventoryOptions.all();
    }

    @Override
    public void check(ReadableConfig options) {
        InventoryOptions.of(options);
    }

    @Override
    public void define(
            StreamExecutionEnvironment environment, Exchange exchange, ReadableConfig options) {
        InventoryPipeline.Outputs outputs =
                InventoryPipeline.build(
                        new InventoryPipeline.Inputs(
                                exchange.read(environment, Channels.ORDERS),
                                exchange.read(environment, Channels.RETURNS),
                                exchange.read(environment, Channels.LOTS),
                                exchange.read(environment, Channels.DELIVERIES),
                                exchange.read(environment, Channels.STOCK),
                                exchange.read(environment, Channels.ITEMS),
                                exchange.read(environment, Channels.TERMS),
                                exchange.read(environment, Channels.PURCHASE_ORDERS),
                                exchange.read(environment, Channels.FORECAST)),
                        InventoryOptions.of(options));
        exchange.write(outputs.allocations(), Channels.LOT_ALLOCATIONS);
        exchange.write(outputs.values(), Channels.STOCK_VALUE);
        exchange.write(outputs.leadTimes(), Channels.LEAD_TIMES);
        exchange.write(outputs.signals(), Channels.STOCK_SIGNALS);
    }
}
