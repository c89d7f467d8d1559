package io.quartermaster.pipelines.cli;

import io.quartermaster.domain.brand.PartnerChoice;
import io.quartermaster.domain.engine.EngineChoice;
import io.quartermaster.domain.optimisation.IntegerProgrammingEngines;
import io.quartermaster.pipelines.brand.PartnerCsv;
import io.quartermaster.pipelines.brand.PartnerJson;
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
            required = true,
            description = "JSON with brands, limits, categories and rules.")
    private Path input;

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
                    "What solves the choice, each exactly; branch-and-bound is plain Java and meant for some dozen brands (default: ${DEFAULT-VALUE}).")
    private String solver;

    @Option(
            names = "--max-nodes",
            paramLabel = "NODES",
            defaultValue = "1000000",
            description =
                    "Nodes of each search tree after which the best choice so far serves, with its bound; 0 for no limit (default: ${DEFAULT-VALUE}).")
    private long maxNodes;

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
        PartnerJson problem = PartnerJson.read(input);
        EngineChoice engine = IntegerProgrammingEngines.choose(solver);
        Progress progress = talk.progress();
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

    private void write(PartnerChoice choice, String why) throws IOException {
        String text =
                format == Format.CSV ? PartnerCsv.write(choice) : PartnerJson.write(choice, why);
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
