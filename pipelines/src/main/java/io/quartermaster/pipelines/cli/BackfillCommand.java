package io.quartermaster.pipelines.cli;

import io.quartermaster.pipelines.embedded.Assumptions;
import io.quartermaster.pipelines.embedded.Backfill;
import io.quartermaster.pipelines.embedded.OutputFolder;
import io.quartermaster.pipelines.embedded.RunRequest;
import io.quartermaster.pipelines.embedded.RunSummary;
import io.quartermaster.pipelines.event.RawInput;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The whole loop over history. */
@Command(
        name = "backfill",
        description =
                "Run the whole loop over history: clean, forecast, plan, recommend, judge, report.")
final class BackfillCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Option(
            names = "--retail",
            paramLabel = "FILE",
            description = "The UCI Online Retail file (CSV, may be .gz).")
    private Path retail;

    @Option(
            names = "--olist",
            paramLabel = "DIR",
            description = "The folder of the Olist marketplace's files.")
    private Path olist;

    @Option(
            names = "--events",
            paramLabel = "DIR",
            description = "A folder of event files, as 'generate' writes it; see docs/data.md.")
    private Path events;

    @Option(
            names = "--assumptions",
            paramLabel = "FILE",
            description =
                    "Costs, suppliers, lead times and stock where history names none; replaces single bundled values.")
    private Path assumptions;

    @Option(
            names = "--model",
            paramLabel = "DIR|train|none",
            defaultValue = "train",
            description =
                    "A trained model's folder, train on what lies before the held-out tail, or none (default: ${DEFAULT-VALUE}).")
    private String model;

    @Option(names = "--from", paramLabel = "DAY", description = "First day read, as 2011-03-01.")
    private LocalDate from;

    @Option(names = "--to", paramLabel = "DAY", description = "Last day read.")
    private LocalDate to;

    @Option(
            names = "--tail-days",
            paramLabel = "N",
            defaultValue = "28",
            description =
                    "Days at the end that are held out: forecasts and plans are made on them (default: ${DEFAULT-VALUE}).")
    private int tailDays;

    @Option(
            names = "--previous",
            paramLabel = "DIR",
            description = "Output of an earlier run; clusters of brands keep its names.")
    private Path previous;

    @Mixin private OutputSettings output;
    @Mixin private RunSettings settings;

    private final Clock clock;

    /** By the system's clock. */
    BackfillCommand() {
        this(Clock.systemUTC());
    }

    /**
     * By a clock of one's own.
     *
     * @param clock tells from when on an event lies in the future
     */
    BackfillCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() throws Exception {
        List<RawInput> inputs = inputs();
        RunRequest request =
                new RunRequest(
                        "backfill",
                        history(),
                        settings.ofAWholeRun(),
                        settings.parallelism(),
                        settings.zone(),
                        tailDays,
                        from,
                        to,
                        assumptions == null
                                ? Assumptions.defaults()
                                : Assumptions.read(assumptions),
                        RunRequest.ModelSource.of(model),
                        "",
                        previous);
        try (OutputFolder folder = output.folder()) {
            LogFile.in(folder);
            RunSummary summary = Backfill.run(request, inputs, folder, settings.progress(), clock);
            Closing.print(spec.commandLine().getOut(), summary, folder);
        }
        return 0;
    }

    private List<String> history() {
        return Stream.of(retail, olist, events)
                .filter(Objects::nonNull)
                .map(RunRequest::nameOf)
                .toList();
    }

    private List<RawInput> inputs() {
        List<RawInput> inputs = new ArrayList<>();
        if (retail != null) {
            inputs.add(RawInput.retail(retail));
        }
        if (olist != null) {
            inputs.add(RawInput.olist(olist));
        }
        if (events != null) {
            inputs.add(RawInput.events(events));
        }
        if (inputs.isEmpty()) {
            throw new IllegalArgumentException(
                    "No history is given.\nMaybe add --retail FILE, --olist DIR or --events DIR.");
        }
        return inputs;
    }
}
