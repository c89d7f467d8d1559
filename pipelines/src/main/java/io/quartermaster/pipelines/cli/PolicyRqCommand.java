package io.quartermaster.pipelines.cli;

import io.quartermaster.domain.replenishment.policy.Demand;
import io.quartermaster.domain.replenishment.policy.RqPolicy;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The best (r, Q) policy. */
@Command(
        name = "rq",
        description = "Tell the best (r, Q): looked at all the time, order Q once at r.")
final class PolicyRqCommand implements Callable<Integer> {

    @Option(
            names = "--order-cost",
            paramLabel = "MONEY",
            required = true,
            description = "Cost of an order.")
    private double orderCost;

    @Option(
            names = "--lead-time",
            paramLabel = "PERIODS",
            required = true,
            description = "Mean periods from order to arrival.")
    private double leadTime;

    @Option(
            names = "--lead-time-sd",
            paramLabel = "PERIODS",
            defaultValue = "0",
            description = "Their standard deviation (default: ${DEFAULT-VALUE}).")
    private double leadTimeDeviation;

    @Mixin private DemandSettings demand;
    @Mixin private CostSettings costs;
    @Mixin private PolicyAnswer answer;
    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        Demand atRisk = demand.over(leadTime, leadTimeDeviation);
        RqPolicy best =
                RqPolicy.of(
                        demand.demand().mean(),
                        atRisk,
                        orderCost,
                        costs.holding(),
                        costs.penalty());
        answer.with("reorder_point", best.reorderPoint())
                .with("quantity", best.quantity())
                .with("cost_per_period", best.costPerPeriod())
                .with("safety_stock", best.reorderPoint() - atRisk.mean())
                .give(spec);
        return 0;
    }
}
