package io.quartermaster.pipelines.cli;

import io.quartermaster.domain.replenishment.policy.SerialSystem;
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

/** Base-stock levels of stages in a row. */
@Command(
        name = "serial",
        description = "Tell the best echelon base-stock levels of stages that supply each other.")
final class PolicySerialCommand implements Callable<Integer> {

    @Option(
            names = "--input",
            paramLabel = "FILE",
            required = true,
            description =
                    "CSV with stage,holding_cost,lead_time, from the customer upwards; holding cost local, lead time in periods.")
    private Path input;

    @Option(
            names = "--penalty",
            paramLabel = "MONEY",
            required = true,
            description = "Cost of a unit of demand kept back for a period.")
    private double penalty;

    @Option(
            names = "--review",
            paramLabel = "PERIODS",
            defaultValue = "0",
            description =
                    "Periods added to the first lead time: 1 with periodic review, 0 with continuous review (default: ${DEFAULT-VALUE}).")
    private double review;

    @Mixin private DemandSettings demand;
    @Mixin private PolicyAnswer answer;
    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        List<SerialSystem.Stage> stages = read();
        SerialSystem.Answer best = SerialSystem.of(stages, penalty);
        answer.with("cost_per_period", best.costPerPeriod()).rows("stages");
        for (int j = 0; j < stages.size(); j++) {
            answer.row(
                    PolicyAnswer.named(
                            "stage", stages.get(j).name(),
                            "echelon_level", best.echelonLevels().get(j),
                            "local_level", best.localLevels().get(j)));
        }
        answer.give(spec);
        return 0;
    }

    private List<SerialSystem.Stage> read() throws IOException {
        List<SerialSystem.Stage> stages = new ArrayList<>();
        try (CsvTable table = CsvTable.open(input, "stage", "holding_cost", "lead_time")) {
            while (table.next()) {
                double leadTime = table.number("lead_time") + (stages.isEmpty() ? review : 0);
                if (leadTime <= 0) {
                    throw table.wrong(
                            "Its lead_time (%s) must be above 0."
                                    .formatted(table.text("lead_time")));
                }
                stages.add(
                        new SerialSystem.Stage(
                                table.name("stage"),
                                table.number("holding_cost"),
                                demand.over(leadTime, 0)));
            }
        }
        return stages;
    }
}
