package io.quartermaster.pipelines.cli;

import io.quartermaster.domain.replenishment.policy.BaseStockPolicy;
import io.quartermaster.domain.replenishment.policy.Demand;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The best base-stock policy. */
@Command(
        name = "base-stock",
        description =
                "Tell up to which level to order every review, and the safety stock in it, also with a random lead time.")
final class PolicyBaseStockCommand implements Callable<Integer> {

    @Option(
            names = "--lead-time",
            paramLabel = "PERIODS",
            defaultValue = "0",
            description =
                    "Mean periods from order to arrival; 0 meets the demand of the same period (default: ${DEFAULT-VALUE}).")
    private double leadTime;

    @Option(
            names = "--lead-time-sd",
            paramLabel = "PERIODS",
            defaultValue = "0",
            description = "Their standard deviation (default: ${DEFAULT-VALUE}).")
    private double leadTimeDeviation;

    @Option(
            names = "--review",
            paramLabel = "PERIODS",
            defaultValue = "1",
            description = "Whole periods between orders (default: ${DEFAULT-VALUE}).")
    private int review;

    @Option(
            names = "--service-level",
            paramLabel = "SHARE",
            description = "Chance that no cycle ends short, instead of the level that costs least.")
    private Double serviceLevel;

    @Mixin private DemandSettings demand;
    @Mixin private CostSettings costs;
    @Mixin private PolicyAnswer answer;
    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        List<Demand> atRisk = atRisk();
        BaseStockPolicy best = BaseStockPolicy.of(atRisk, costs.holding(), costs.penalty());
        if (serviceLevel != null) {
            double level = atRisk.get(review - 1).quantile(serviceLevel);
            best = BaseStockPolicy.at(atRisk, level, costs.holding(), costs.penalty());
        }
        answer.with("order_up_to", best.orderUpTo())
                .with("safety_stock", best.safetyStock())
                .with("cost_per_period", best.costPerPeriod())
                .with("cycle_service", best.cycleService())
                .give(spec);
        return 0;
    }

    private List<Demand> atRisk() throws IOException {
        if (review < 1 || review > 1000) {
            throw new IllegalArgumentException(
                    "The review (%d) must lie within 1 to 1000 periods.\nMaybe --review 7 for weekly orders of daily demand."
                            .formatted(review));
        }
        List<Demand> atRisk = new ArrayList<>();
        for (int k = 1; k <= review; k++) {
            atRisk.add(demand.over(leadTime + k, leadTimeDeviation));
        }
        return atRisk;
    }
}
