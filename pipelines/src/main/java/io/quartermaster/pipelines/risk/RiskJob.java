package io.quartermaster.pipelines.risk;

import io.quartermaster.pipelines.channel.Channels;
import io.quartermaster.pipelines.event.Exchange;
import io.quartermaster.pipelines.event.Job;
import java.util.List;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ReadableConfig;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Which supply may break, which brand may leave, and which category leans on few, day by day. */
public final class RiskJob implements Job {

    @Override
    public String name() {
        return "risk";
    }

    @Override
    public List<ConfigOption<?>> options() {
        return RiskOptions.all();
    }

    @Override
    public void check(ReadableConfig options) {
        RiskOptions.of(options);
    }

    @Override
    public void define(
            StreamExecutionEnvironment environment, Exchange exchange, ReadableConfig options) {
        RiskOptions risk = RiskOptions.of(options);
        RiskPipeline.Inputs inputs =
                new RiskPipeline.Inputs(
                        exchange.read(environment, Channels.DELIVERIES),
                        exchange.read(environment, Channels.STOCK),
                        exchange.read(environment, Channels.ITEMS),
                        exchange.read(environment, Channels.TERMS),
                        exchange.read(environment, Channels.LIFECYCLE),
                        exchange.read(environment, Channels.OFFERS),
                        risk.hasLateModel()
                                ? List.of(exchange.read(environment, Channels.PURCHASE_ORDERS))
                                : List.of());
        RiskPipeline.Risks risks = RiskPipeline.build(inputs, risk);
        exchange.write(risks.alerts(), Channels.RISK_ALERTS);
        exchange.write(risks.lateChances(), Channels.LATE_CHANCES);
    }
}
