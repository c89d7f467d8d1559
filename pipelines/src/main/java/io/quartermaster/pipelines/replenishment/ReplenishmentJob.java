package io.quartermaster.pipelines.replenishment;

import io.quartermaster.pipelines.channel.Channels;
import io.quartermaster.pipelines.event.Exchange;
import io.quartermaster.pipelines.event.Job;
import java.util.List;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ReadableConfig;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Plans what to order of every supplier, and proposes the purchase orders. */
public final class ReplenishmentJob implements Job {

    @Override
    public String name() {
        return "replenishment";
    }

    @Override
    public List<ConfigOption<?>> options() {
        return ReplenishmentOptions.all();
    }

    @Override
    public void check(ReadableConfig options) {
        ReplenishmentOptions known = ReplenishmentOptions.of(options);
        Solvers.planner(known.solver(), known.maxIterations(), known.effort());
    }

    @Override
    public void define(
            StreamExecutionEnvironment environment, Exchange exchange, ReadableConfig options) {
        ReplenishmentPipeline.Plans plans =
                ReplenishmentPipeline.build(
                        new ReplenishmentPipeline.Inputs(
                                exchange.read(environment, Channels.FORECAST),
                                exchange.read(environment, Channels.DEMAND),
                                exchange.read(environment, Channels.ITEMS),
                                exchange.read(environment, Channels.TERMS),
                                exchange.read(environment, Channels.LIFECYCLE),
                                exchange.read(environment, Channels.STOCK),
                                exchange.read(environment, Channels.LOTS),
                                exchange.read(environment, Channels.PURCHASE_STEPS),
                                exchange.read(environment, Channels.BRAND_SCORES)),
                        ReplenishmentOptions.of(options));
        exchange.write(plans.lines(), Channels.PLAN);
        exchange.write(plans.summaries(), Channels.PLAN_SUMMARIES);
        exchange.write(plans.purchaseOrders(), Channels.PURCHASE_ORDERS);
        exchange.write(plans.negotiation(), Channels.NEGOTIATION);
        exchange.write(plans.refusedSteps(), Channels.REJECTED_PURCHASE_STEPS);
    }
}
