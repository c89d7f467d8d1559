package io.quartermaster.pipelines.cli;

import io.quartermaster.domain.event.generator.MarketplaceOptions;
import io.quartermaster.pipelines.embedded.Assumptions;
import io.quartermaster.pipelines.embedded.Demo;
import io.quartermaster.pipelines.embedded.OutputFolder;
import io.quartermaster.pipelines.embedded.RunRequest;
import io.quartermaster.pipelines.embedded.RunSummary;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The whole loop on a generated marketplace, through a broker in this process. */
@Command(
        name = "demo",
        description =
                "Run the whole loop on a generated marketplace, through Kafka and Flink in this process.")
final class DemoCommand implements Callable<Integer> {

    private static final String DEFAULT_OUTPUT = "quartermaster-demo";

    @Spec private CommandSpec spec;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Event files to use instead of a generated marketplace.")
    private Path data;

    @Option(
            names = "--brands",
            paramLabel = "N",
            defaultValue = "12",
            description = "Brands to generate (default: ${DEFAULT-VALUE}).")
    private int brands;

    @Option(
            names = "--skus",
            paramLabel = "N",
            defaultValue = "96",
            description = "Items to generate (default: ${DEFAULT-VALUE}).")
    private int skus;

    @Option(
            names = "--days",
            paramLabel = "N",
            defaultValue = "420",
            description = "Days to generate (default: ${DEFAULT-VALUE}).")
    private int days;

    @Option(
            names = "--tail-days",
            paramLabel = "N",
            description = "Days at the end that are held out (default: a fifth, 84 at most).")
    private Integer tailDays;

    @Option(
            names = "--model",
            paramLabel = "DIR|train|none",
            defaultValue = "train",
            description = "As in backfill (default: ${DEFAULT-VALUE}).")
    private String model;

    @Option(
            names = "--previous",
            paramLabel = "DIR",
            description = "Output of an earlier run; clusters of brands keep its names.")
    private Path previous;

    @Mixin private OutputSettings output;
    @Mixin private RunSettings settings;

    private final Clock clock;

    /** By the system's clock. */
    DemoCommand() {
        this(Clock.systemUTC());
    }

    /**
     * By a clock of one's own.
     *
     * @param clock tells from when on an event lies in the future
     */
    DemoCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() throws Exception {
        MarketplaceOptions marketplace = data == null ? marketplace() : null;
        RunRequest request =
                new RunRequest(
                        "demo",
                        data == null ? List.of() : List.of(RunRequest.nameOf(data)),
                        settings.ofAWholeRun(),
                        settings.parallelism(),
                        settings.zone(),
                        tailDays(marketplace),
                        null,
                        null,
                        Assumptions.defaults(),
                        RunRequest.ModelSource.of(model),
                        marketplace == null ? "" : MarketplaceOptions.NEW_BRAND,
                        previous);
        try (OutputFolder folder = output.folder(freeFolder())) {
            LogFile.in(folder);
            RunSummary summary =
                    Demo.run(request, marketplace, data, folder, settings.progress(), clock);
            Closing.print(spec.commandLine().getOut(), summary, folder);
        }
        return 0;
    }

    private MarketplaceOptions marketplace() {
        return MarketplaceOptions.defaults().withSize(brands, skus, days).withSeed(settings.seed());
    }

    /** What was asked for, else as the marketplace was made; data of unknown span: null. */
    private Integer tailDays(MarketplaceOptions marketplace) {
        return tailDays != null || marketplace == null
                ? tailDays
                : (Integer) marketplace.tailDays();
    }

    /** The first name that is not taken: quartermaster-demo, quartermaster-demo-2, … */
    private static Path freeFolder() {
        Path folder = Path.of(DEFAULT_OUTPUT);
        for (int number = 2; Files.exists(folder); number++) {
            folder = Path.of(DEFAULT_OUTPUT + "-" + number);
        }
        return folder;
    }
}
