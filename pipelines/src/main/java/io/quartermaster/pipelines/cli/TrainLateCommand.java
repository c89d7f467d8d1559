package io.quartermaster.pipelines.cli;

import io.quartermaster.domain.risk.LateDeliveryModel;
import io.quartermaster.pipelines.embedded.OutputFolder;
import io.quartermaster.pipelines.risk.LateTraining;
import io.quartermaster.pipelines.risk.RunSupplyLines;
import io.quartermaster.pipelines.risk.SupplyColumns;
import io.quartermaster.pipelines.risk.SupplyLineFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Trains a model of how likely an order line comes late. */
@Command(
        name = "late",
        description = {
            "Train how likely an order line comes late, from what is known when it is ordered.",
            "The last lines by due day are held out; training.json says how well they are told apart."
        })
final class TrainLateCommand implements Callable<Integer> {

    @Mixin private OutputSettings output;
    @Mixin private Talk talk;

    @Option(
            names = "--input",
            paramLabel = "FILE",
            description = "CSV, or .gz; needs --groups, and the columns that are not named so.")
    private Path input;

    @Option(
            names = "--run",
            paramLabel = "DIR",
            description =
                    "Instead: the suppliers' deliveries in the output of a demo or backfill, by supplier, brand, category, item and place. The job 'risk' takes such a model as it is.")
    private Path run;

    @Option(
            names = "--due",
            defaultValue = "due",
            paramLabel = "COLUMN",
            description = "Day on which a line is to arrive (default: ${DEFAULT-VALUE}).")
    private String due;

    @Option(
            names = "--delivered",
            defaultValue = "delivered",
            paramLabel = "COLUMN",
            description = "Day on which it came (default: ${DEFAULT-VALUE}).")
    private String delivered;

    @Option(
            names = "--ordered",
            defaultValue = "ordered",
            split = ",",
            paramLabel = "COLUMN",
            description =
                    "Days of ordering: the first of these that holds a day counts (default: ${DEFAULT-VALUE}). Where none does, the median lead time is taken.")
    private List<String> ordered;

    @Option(
            names = "--groups",
            split = ",",
            paramLabel = "COLUMN",
            description =
                    "What a line belongs to, for example Vendor,Country,Vendor+Country; the first is the peer.")
    private List<String> groups = List.of();

    @Option(
            names = "--numbers",
            split = ",",
            paramLabel = "COLUMN",
            description = "Columns of numbers; other text in them counts as missing.")
    private List<String> numbers = List.of();

    @Option(
            names = "--validation",
            defaultValue = "0.3",
            description =
                    "Share of the lines, the last by due day, held out (default: ${DEFAULT-VALUE}).")
    private double validation;

    @Option(names = "--seed", defaultValue = "1", description = "Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Override
    public Integer call() throws Exception {
        requireOneSource();
        SupplyColumns columns =
                run == null
                        ? new SupplyColumns(due, delivered, ordered, groups, numbers)
                        : RunSupplyLines.columns();
        SupplyLineFile lines =
                run == null ? SupplyLineFile.read(input, columns, true) : RunSupplyLines.read(run);
        try (OutputFolder folder = output.folder()) {
            talk.progress().say("Training on %,d lines".formatted(lines.rows().size()));
            LateTraining trained =
                    LateTraining.of(
                            lines, columns, validation, LateDeliveryModel.Options.defaults(seed));
            trained.model().write(folder.path());
            EpochLosses.write(trained.report(), folder.path());
            folder.commit();
            talk.progress().say(said(trained.report(), columns.groups().get(0)));
            talk.progress().say("Model written to %s".formatted(folder.place()));
        }
        return 0;
    }

    private void requireOneSource() {
        if ((input == null) == (run == null)) {
            throw new IllegalArgumentException(
                    "The order lines must come from --input FILE or from --run DIR, one of the two.\nMaybe --run DIR with the output of a demo.");
        }
        boolean hasGroups = !groups.isEmpty();
        if (hasGroups == (run != null)) {
            throw new IllegalArgumentException(
                    run == null
                            ? "The columns of --groups are missing.\nMaybe --groups Vendor,Country,Vendor+Country."
                            : "The groups of --run are given: %s.\nMaybe leave --groups out."
                                    .formatted(RunSupplyLines.columns().groups()));
        }
    }

    private static String said(LateTraining.Report report, String first) {
        return report.areaUnderCurve() == null
                ? "No late line or no other is held out, so the area under the curve is not known"
                : String.format(
                        Locale.ROOT,
                        "Area under the curve on %,d lines held out: %.4f; of the mean share by %s: %.4f",
                        report.heldOutLines(),
                        report.areaUnderCurve(),
                        first,
                        report.areaOfFirstGroup());
    }
}
