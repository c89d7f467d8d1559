package io.quartermaster.pipelines.cli;

import io.quartermaster.domain.risk.LateDeliveryModel;
import io.quartermaster.domain.risk.SupplyLine;
import io.quartermaster.pipelines.risk.LateModelFile;
import io.quartermaster.pipelines.risk.SupplyLineFile;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Tells the chance that each line of a table of orders comes late. */
@Command(
        name = "deliveries",
        description =
                "Tell how likely each order line comes late: line (from 1), due day, chance 0 to 1, and the group that is late most.")
final class RiskDeliveriesCommand implements Callable<Integer> {

    @Option(
            names = "--input",
            required = true,
            paramLabel = "FILE",
            description = "CSV, or .gz, with the columns the model was trained on.")
    private Path input;

    @Option(
            names = "--model",
            required = true,
            paramLabel = "DIR",
            description = "What 'train late' wrote.")
    private Path model;

    @Mixin private OutputSettings output;
    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        LateModelFile file = LateModelFile.read(model);
        List<SupplyLine> lines = new ArrayList<>();
        SupplyLineFile.read(input, file.columns(), false)
                .rows()
                .forEach(row -> lines.add(row.line(file.typicalLeadDays())));
        new CsvAnswer(List.of("line", "due_day", "chance_late", "reason"), rows(file, lines))
                .give(output, spec);
        return 0;
    }

    private static List<List<String>> rows(LateModelFile file, List<SupplyLine> lines) {
        LateDeliveryModel model = file.model();
        double[] chances = model.chances(lines);
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < chances.length; i++) {
            SupplyLine line = lines.get(i);
            rows.add(
                    List.of(
                            Integer.toString(i + 1),
                            LocalDate.ofEpochDay(line.dueDay()).toString(),
                            String.format(Locale.ROOT, "%.6f", chances[i]),
                            model.reason(line)));
        }
        return rows;
    }
}
