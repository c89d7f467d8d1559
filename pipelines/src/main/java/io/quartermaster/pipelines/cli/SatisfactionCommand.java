package io.quartermaster.pipelines.cli;

import io.quartermaster.domain.satisfaction.EntityRanking;
import io.quartermaster.domain.satisfaction.FactorSettings;
import io.quartermaster.domain.satisfaction.FactorWeights;
import io.quartermaster.domain.satisfaction.IndicatorWeights;
import io.quartermaster.pipelines.embedded.OutputFile;
import io.quartermaster.pipelines.satisfaction.IndicatorTable;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Scores and ranks entities by their indicators. */
@Command(
        name = "satisfaction",
        description =
                "Score entities by S = sum of w_i S_i over their indicators, and rank them with the part of each.")
final class SatisfactionCommand implements Callable<Integer> {

    @Option(
            names = "--input",
            paramLabel = "FILE",
            required = true,
            description =
                    "CSV with entity and one column per indicator, 0 to 1, higher is better; an empty cell is missing and its weight is spread over the others.")
    private Path input;

    @Option(
            names = "--weights",
            paramLabel = "W",
            defaultValue = "equal",
            description =
                    "w1,w2,… in the order of the columns, or equal, entropy, factor (default: ${DEFAULT-VALUE}).")
    private String weights;

    @Mixin private OutputSettings output;
    @Mixin private Talk talk;
    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        IndicatorTable table = IndicatorTable.read(input);
        double[] resolved = weights(table);
        talk.progress()
                .say("Weights of %s: %s".formatted(table.indicators(), Arrays.toString(resolved)));
        List<EntityRanking> ranking = EntityRanking.of(table.entities(), table.values(), resolved);
        if (output.given()) {
            write(table, ranking);
            return 0;
        }
        StringWriter text = new StringWriter();
        table.write(ranking, text);
        spec.commandLine().getOut().print(text);
        spec.commandLine().getOut().flush();
        return 0;
    }

    private void write(IndicatorTable table, List<EntityRanking> ranking) throws IOException {
        try (OutputFile file = output.file()) {
            try (Writer writer = Files.newBufferedWriter(file.path())) {
                table.write(ranking, writer);
            }
            file.commit();
        }
    }

    private double[] weights(IndicatorTable table) {
        return switch (weights) {
            case "equal" -> IndicatorWeights.equal(table.indicators().size());
            case "entropy" -> IndicatorWeights.entropy(table.values());
            case "factor" -> byFactors(table);
            default -> given(table);
        };
    }

    private double[] byFactors(IndicatorTable table) {
        FactorWeights found =
                FactorWeights.of(table.indicators(), table.values(), FactorSettings.standard());
        found.notes().forEach(talk.progress()::say);
        return found.weights();
    }

    private double[] given(IndicatorTable table) {
        String[] parts = weights.split(",", -1);
        if (parts.length != table.indicators().size()) {
            throw new IllegalArgumentException(
                    "The number of weights (%d in \"%s\") must be %d.\nMaybe one for each of %s, or equal, entropy, factor."
                            .formatted(
                                    parts.length,
                                    weights,
                                    table.indicators().size(),
                                    table.indicators()));
        }
        double[] given = new double[parts.length];
        for (int i = 0; i < given.length; i++) {
            given[i] = number(parts[i]);
        }
        IndicatorWeights.check(given);
        return given;
    }

    private double number(String text) {
        try {
            return Double.parseDouble(text.strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "The weight (%s) in \"%s\" cannot be read.\nMaybe 0.25, or equal, entropy, factor."
                            .formatted(text, weights),
                    e);
        }
    }
}
