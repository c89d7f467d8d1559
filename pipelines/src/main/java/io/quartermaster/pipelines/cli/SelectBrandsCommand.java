package io.quartermaster.pipelines.cli;

import io.quartermaster.domain.brand.PartnerChoice;
import io.quartermaster.domain.engine.EngineChoice;
import io.quartermaster.domain.optimisation.IntegerProgrammingEngines;
import io.quartermaster.pipelines.brand.PartnerCsv;
import io.quartermaster.pipelines.brand.PartnerJson;
import io.quartermaster.pipelines.brand.PartnerRun;
import io.quartermaster.pipelines.embedded.OutputFile;
import io.quartermaster.pipelines.embedded.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Chooses which brands to take on. */
@Command(
        name = "select-brands",
        description =
                "Choose which brands and items to onboard, try, let wait or decline within budget, room, exposure and risk, with the limit that decided.")
final class SelectBrandsCommand implements Callable<Integer> {

    private enum Format {
        JSON,
        CSV
    }

    @Option(
            names = "--input",
            paramLabel = "FILE",
            description =
                    "JSON with brands, limits, categories and rules; with --run without brands. Without it there are no limits.")
    private Path input;

    @Option(
            names = "--run",
            paramLabel = "DIR",
            description = "Take the brands from the output folder of a demo or backfill.")
    private Path run;

    @Option(
            names = "--days",
            paramLabel = "DAYS",
            defaultValue = "90",
            description =
                    "With --run: last days that sales are taken of, and days that the margin is expected of (default: ${DEFAULT-VALUE}).")
    private int days;

    @Option(
            names = "--format",
            paramLabel = "json|csv",
            defaultValue = "json",
            description =
                    "Form of the answer; csv has the decisions only (default: ${DEFAULT-VALUE}).")
    private Format format;

    @Option(
            names = "--solver",
            paramLabel = "auto|scip|branch-and-bound",
            defaultValue = "auto",
            description =
                    "What solves the choice, each exactly; branch-and-bound is plain Java and meant for some dozen items (default: ${DEFAULT-VALUE}).")
    private String solver;

    @Option(
            names = "--max-nodes",
            paramLabel = "NODES",
            defaultValue = "1000000",
            description =
                    "Nodes of each search tree after which the best choice so far serves, with its bound; 0 for no limit (default: ${DEFAULT-VALUE}).")
    private long maxNodes;

    /** Where the brands come from; null without a run. */
    private PartnerRun brands;

    @Mixin private OutputSettings output;
    @Mixin private Talk talk;
    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        if (maxNodes < 0) {
            throw new IllegalArgumentException(
                    "The most nodes (%d) must be 0 or more.\nMaybe --max-nodes 0 for no limit."
                            .formatted(maxNodes));
        }
        Progress progress = talk.progress();
        PartnerJson problem = problem(progress);
        EngineChoice engine = IntegerProgrammingEngines.choose(solver);
        progress.say(
                "Choosing among %d brands by %s"
                        .formatted(problem.candidates().size(), engine.name()));
        PartnerChoice choice =
                PartnerChoice.of(
                        problem.candidates(),
                        problem.limits(),
                        problem.rules(),
                        IntegerProgrammingEngines.engine(engine),
                        maxNodes);
        write(choice, engine.reason());
        progress.say("Expected value %.2f, bound %.2f".formatted(choice.value(), choice.bound()));
        return 0;
    }

    private PartnerJson problem(Progress progress) throws IOException {
        if (run == null && input == null) {
            throw new IllegalArgumentException(
                    "Nothing says which brands to choose among.\nMaybe --input FILE, or --run DIR with the output of a run.");
        }
        if (run == null) {
            return PartnerJson.read(input);
        }
        brands = PartnerRun.read(run, days);
        progress.say("Brands as of %s, the run's last day".formatted(brands.day()));
        progress.say(brands.risk().words());
        progress.say(brands.expected().words());
        brands.leftOut()
                .forEach((brand, why) -> progress.say("Left out: %s, %s".formatted(brand, why)));
        return input == null
                ? PartnerJson.withoutLimits(brands.candidates())
                : PartnerJson.withLimits(brands.candidates(), input);
    }

    private void write(PartnerChoice choice, String why) throws IOException {
        String text =
                format == Format.CSV
                        ? PartnerCsv.write(choice)
                        : PartnerJson.write(choice, why, brands);
        if (!output.given()) {
            spec.commandLine().getOut().print(text);
            spec.commandLine().getOut().flush();
            return;
        }
        try (OutputFile file = output.file()) {
            Files.writeString(file.path(), text);
            file.commit();
        }
    }
}
