package io.quartermaster.pipelines.cli;

import io.quartermaster.domain.forecast.StandardNormal;
import io.quartermaster.domain.replenishment.policy.ServiceNetwork;
import io.quartermaster.domain.replenishment.policy.ServiceTimes;
import io.quartermaster.pipelines.event.CsvTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Where to keep safety stock in a tree. */
@Command(
        name = "tree",
        description =
                "Tell where to keep safety stock in a tree of stages with guaranteed service times.")
final class PolicyTreeCommand implements Callable<Integer> {

    @Option(
            names = "--input",
            paramLabel = "FILE",
            required = true,
            description =
                    "CSV with stage,holding_cost,time[,inbound_time,demand_sd,service_time], times in whole periods.")
    private Path input;

    @Option(
            names = "--arcs",
            paramLabel = "FILE",
            required = true,
            description = "CSV with from,to: which stage supplies which.")
    private Path arcs;

    @Option(
            names = "--service-level",
            paramLabel = "SHARE",
            description = "Chance that demand of a period stays within its bound.")
    private Double serviceLevel;

    @Option(
            names = "--safety-factor",
            paramLabel = "Z",
            description = "Instead: standard deviations that the bound lies above the mean.")
    private Double safetyFactor;

    @Mixin private PolicyAnswer answer;
    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        ServiceTimes best = ServiceTimes.of(new ServiceNetwork(stages(), arcs()), factor());
        answer.with("cost_per_period", best.costPerPeriod()).rows("stages");
        for (ServiceTimes.Placement stage : best.placements()) {
            answer.row(
                    PolicyAnswer.named(
                            "stage", stage.stage(),
                            "service_time", stage.serviceTime(),
                            "inbound_time", stage.inboundTime(),
                            "safety_stock", stage.safetyStock(),
                            "cost_per_period", stage.costPerPeriod()));
        }
        answer.give(spec);
        return 0;
    }

    private double factor() {
        if ((serviceLevel == null) == (safetyFactor == null)) {
            throw new IllegalArgumentException(
                    "Either --service-level or --safety-factor must be given.\nMaybe --service-level 0.95.");
        }
        return safetyFactor != null ? safetyFactor : StandardNormal.quantile(serviceLevel);
    }

    private List<ServiceNetwork.Stage> stages() throws IOException {
        List<ServiceNetwork.Stage> stages = new ArrayList<>();
        try (CsvTable table = CsvTable.open(input, "stage", "holding_cost", "time")) {
            while (table.next()) {
                stages.add(
                        new ServiceNetwork.Stage(
                                table.name("stage"),
                                table.number("holding_cost"),
                                whole(table, "time"),
                                whole(table, "inbound_time"),
                                table.has("demand_sd") && !table.text("demand_sd").isBlank()
                                        ? table.number("demand_sd")
                                        : 0,
                                whole(table, "service_time")));
            }
        }
        return stages;
    }

    /** Whole periods, 0 where they are not told. */
    private static int whole(CsvTable table, String column) {
        if (!table.has(column) || table.text(column).isBlank()) {
            return 0;
        }
        double value = table.number(column);
        if (value != Math.rint(value) || value < 0 || value > 5000) {
            throw table.wrong(
                    "Its %s (%s) must be whole periods, 0 to 5000."
                            .formatted(column, table.text(column)));
        }
        return (int) value;
    }

    private List<ServiceNetwork.Arc> arcs() throws IOException {
        List<ServiceNetwork.Arc> found = new ArrayList<>();
        try (CsvTable table = CsvTable.open(arcs, "from", "to")) {
            while (table.next()) {
                found.add(new ServiceNetwork.Arc(table.name("from"), table.name("to")));
            }
        }
        return found;
    }
}
