package io.quartermaster.pipelines.cli;

import io.quartermaster.domain.replenishment.policy.SsPolicy;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The best (s, S) policy. */
@Command(
        name = "ss",
        description =
                "Tell the best (s, S): looked at every period, order up to S once at s or below. Counts units: --sd makes demand negative binomial.")
final class PolicySsCommand implements Callable<Integer> {

    @Option(
            names = "--order-cost",
            paramLabel = "MONEY",
            required = true,
            description = "Cost of an order.")
    private double orderCost;

    @Option(
            names = "--lead-time",
            paramLabel = "PERIODS",
            defaultValue = "0",
            description =
                    "Whole periods from order to arrival; 0 meets the demand of the same period (default: ${DEFAULT-VALUE}).")
    private int leadTime;

    @Mixin private DemandSettings demand;
    @Mixin private CostSettings costs;
    @Mixin private PolicyAnswer answer;
    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        SsPolicy best =
                SsPolicy.of(demand.counts(), leadTime, orderCost, costs.holding(), costs.penalty());
        answer.with("reorder_point", best.reorderPoint())
                .with("order_up_to", best.orderUpTo())
                .with("cost_per_period", best.costPerPeriod())
                .give(spec);
        return 0;
    }
}
