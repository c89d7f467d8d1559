package io.quartermaster.pipelines.cli;

import io.quartermaster.domain.replenishment.policy.Demand;
import io.quartermaster.domain.replenishment.policy.Newsvendor;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** One period's best stock. */
@Command(
        name = "newsvendor",
        description = "Tell up to which level to order for one period, and what that costs.")
final class PolicyNewsvendorCommand implements Callable<Integer> {

    @Mixin private DemandSettings demand;
    @Mixin private CostSettings costs;
    @Mixin private PolicyAnswer answer;
    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        Demand period = demand.demand();
        Newsvendor best = Newsvendor.of(period, costs.holding(), costs.penalty());
        answer.with("order_up_to", best.orderUpTo())
                .with("expected_cost", best.expectedCost())
                .with("critical_ratio", best.criticalRatio())
                .with("expected_left", best.expectedLeft())
                .with("expected_short", best.expectedShort())
                .with("fill_rate", Newsvendor.fillRate(period, best.orderUpTo()))
                .give(spec);
        return 0;
    }
}
