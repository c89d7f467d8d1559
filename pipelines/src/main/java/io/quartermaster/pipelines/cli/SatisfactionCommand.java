package io.quartermaster.pipelines.cli;

import io.quartermaster.pipelines.embedded.OutputFile;
import io.quartermaster.pipelines.result.BadServiceTrace;
import io.quartermaster.pipelines.result.SatisfactionResults;
import io.quartermaster.pipelines.satisfaction.IndicatorTable;
import io.quartermaster.pipelines.satisfaction.RankedTable;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Scores and ranks entities by their indicators, and says why scores changed. */
@Command(
        name = "satisfaction",
        description =
                "Score entities by S = sum of w_i S_i over their indicators, rank them with the part of each, and say why scores changed.")
final class SatisfactionCommand implements Callable<Integer> {

    @ArgGroup(multiplicity = "1")
    private Source source;

    @Option(
            names = "--before",
            paramLabel = "FILE",
            description =
                    "With --input: the same of an earlier time; the parts of each change are added, what a shift between groups did apart.")
    private Path before;

    @Option(
            names = "--by",
            paramLabel = "item|brand|seller|place|group",
            defaultValue = "seller",
            description =
                    "With --results: whose satisfaction, as far as the run kept it (default: ${DEFAULT-VALUE}).")
    private String kind;

    @Option(
            names = "--day",
            paramLabel = "D",
            description = "With --results: as of the end of this day (default: the last).")
    private LocalDate day;

    @Option(
            names = "--since",
            paramLabel = "D",
            description = "With --results: say what changed since the end of this day.")
    private LocalDate since;

    @Option(
            names = "--shrink",
            description =
                    "With --results: draw values towards the mean of all, by how few events stand behind them (beta-binomial).")
    private boolean shrink;

    @Option(
            names = "--trace",
            description =
                    "With --results: instead of scores, each stock-out and late delivery with the plan version that allowed it.")
    private boolean trace;

    @Mixin private WeightSettings weights;
    @Mixin private OutputSettings output;
    @Mixin private Talk talk;
    @Spec private CommandSpec spec;

    private static final class Source {

        @Option(
                names = "--input",
                paramLabel = "FILE",
                description =
                        "CSV with entity and one column per indicator, 0 to 1, higher is better; an empty cell is missing and its weight is spread over the others. With group and share, one row per entity and group.")
        private Path input;

        @Option(
                names = "--results",
                paramLabel = "DIR",
                description = "Output folder of a demo or backfill.")
        private Path results;
    }

    @Override
    public Integer call() throws Exception {
        if (!trace) {
            RankedTable ranked = ranked();
            print(ranked::write);
        } else if (source.results == null) {
            throw new IllegalArgumentException(
                    "The option --trace asks for --results.\nMaybe name the output folder of a demo or backfill.");
        } else {
            print(out -> BadServiceTrace.write(source.results, out));
        }
        return 0;
    }

    private RankedTable ranked() throws IOException {
        IndicatorTable table = source.input != null ? IndicatorTable.read(source.input) : of(day);
        double[] resolved = weights.of(table.indicators(), table.rows(), talk.progress());
        talk.progress()
                .say("Weights of %s: %s".formatted(table.indicators(), Arrays.toString(resolved)));
        return RankedTable.of(table, earlier(), resolved);
    }

    private IndicatorTable earlier() throws IOException {
        if (before != null) {
            return IndicatorTable.read(before);
        }
        return since == null || source.results == null ? null : of(since);
    }

    private IndicatorTable of(LocalDate asOf) throws IOException {
        return SatisfactionResults.of(source.results, kind, asOf, shrink);
    }

    private interface Writing {
        void to(Writer out) throws IOException;
    }

    private void print(Writing writing) throws IOException {
        if (!output.given()) {
            StringWriter text = new StringWriter();
            writing.to(text);
            spec.commandLine().getOut().print(text);
            spec.commandLine().getOut().flush();
            return;
        }
        try (OutputFile file = output.file()) {
            try (Writer writer = Files.newBufferedWriter(file.path())) {
                writing.to(writer);
            }
            file.commit();
        }
    }
}
