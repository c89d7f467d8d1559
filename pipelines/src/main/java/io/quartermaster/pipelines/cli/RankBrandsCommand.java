package io.quartermaster.pipelines.cli;

import io.quartermaster.domain.brand.HierarchyRanking;
import io.quartermaster.domain.brand.PriorityMethod;
import io.quartermaster.pipelines.brand.HierarchyJson;
import io.quartermaster.pipelines.brand.RankingJson;
import io.quartermaster.pipelines.embedded.OutputFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Ranks alternatives by the analytic hierarchy process. */
@Command(
        name = "rank-brands",
        description =
                "Rank brands by the analytic hierarchy process: weights from pairwise judgements, consistency, ranking with parts.")
final class RankBrandsCommand implements Callable<Integer> {

    @Option(
            names = "--input",
            paramLabel = "FILE",
            required = true,
            description = "JSON with goal, alternatives, ratings and matrices.")
    private Path input;

    @Option(
            names = "--force",
            description = "Go on when judgements have a consistency ratio above 0.10.")
    private boolean force;

    @Option(
            names = "--method",
            paramLabel = "eigenvector|geometric-mean|least-squares",
            defaultValue = "eigenvector",
            description = "How weights come from judgements (default: ${DEFAULT-VALUE}).")
    private String method;

    @Mixin private OutputSettings output;
    @Mixin private Talk talk;
    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        HierarchyRanking ranking = HierarchyJson.read(input).rank(PriorityMethod.of(method), force);
        String text = RankingJson.of(ranking) + System.lineSeparator();
        if (!output.given()) {
            spec.commandLine().getOut().print(text);
            spec.commandLine().getOut().flush();
            return 0;
        }
        try (OutputFile file = output.file()) {
            Files.writeString(file.path(), text);
            file.commit();
        }
        talk.progress().say("%d alternatives ranked".formatted(ranking.ranked().size()));
        return 0;
    }
}
