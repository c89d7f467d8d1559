package io.quartermaster.pipelines.cli;

import io.quartermaster.domain.recommendation.model.ModelKind;
import io.quartermaster.pipelines.embedded.Progress;
import io.quartermaster.pipelines.recommendation.ItemContents;
import io.quartermaster.pipelines.recommendation.RecommendationMeasuring;
import io.quartermaster.pipelines.recommendation.RecommendationSplit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures recommendations on what users did afterwards. */
@Command(
        name = "recommend",
        description = {
            "Measure recommendations on a table user,item[,rating][,timestamp]: each list ranks all items.",
            "Held out are the last event of each user, the last share of time, or a second file (--train, --test)."
        })
final class EvaluateRecommendCommand implements Callable<Integer> {

    /** How results are written. */
    enum Form {
        TABLE,
        JSON
    }

    @Spec private CommandSpec spec;
    @Mixin private OutputSettings output;
    @Mixin private RecommendSettings settings;
    @Mixin private Talk talk;

    @Option(names = "--input", paramLabel = "FILE", description = "The table, CSV or .gz.")
    private Path input;

    @Option(names = "--train", paramLabel = "FILE", description = "A table, instead of --input.")
    private Path train;

    @Option(
            names = "--validation",
            paramLabel = "FILE",
            description =
                    "Events to choose settings by, with --train; then they count as training too.")
    private Path validation;

    @Option(names = "--test", paramLabel = "FILE", description = "Events to measure, with --train.")
    private Path test;

    @Option(
            names = "--split",
            paramLabel = "leave-one-out|temporal",
            defaultValue = "leave-one-out",
            description =
                    "What of --input is held out: the last event of each user, or all of the last time (default: ${DEFAULT-VALUE}).")
    private String split;

    @Option(
            names = "--test-share",
            paramLabel = "SHARE",
            defaultValue = "0.2",
            description = "Share of events that temporal holds out (default: ${DEFAULT-VALUE}).")
    private double testShare;

    @Option(
            names = "--k",
            paramLabel = "N,N",
            split = ",",
            defaultValue = "10,20",
            description = "Lengths of lists (default: ${DEFAULT-VALUE}).")
    private int[] cuts;

    @Option(
            names = "--methods",
            paramLabel = "NAMES",
            defaultValue = "all",
            description =
                    "all or some of auto, item-cf, user-cf, ease, ials, sequence, popular, content; the others are compared with the first (default: ${DEFAULT-VALUE}).")
    private String methods;

    @Option(
            names = "--format",
            paramLabel = "FORM",
            defaultValue = "table",
            description = "table or json (default: ${DEFAULT-VALUE}).")
    private Form format;

    @Override
    public Integer call() throws IOException {
        List<ModelKind> kinds = ModelKind.list(methods);
        settings.excludeSeen(true);
        for (int cut : cuts) {
            if (cut < 1) {
                throw new IllegalArgumentException(
                        "The k (%s) must be 1 or more.".formatted(Arrays.toString(cuts)));
            }
        }
        ItemContents contents = settings.contents();
        RecommendationSplit chosen = chosen(contents.items());
        Progress progress = talk.progress();
        RecommendationMeasuring measured =
                RecommendationMeasuring.of(
                        chosen,
                        kinds,
                        cuts,
                        settings.search(
                                settings.excludeSeen(chosen.excludeSeen()),
                                chosen.ordered(),
                                chosen.validation(),
                                chosen.holding(),
                                contents.of(chosen.heldOut().training().itemNames()),
                                progress::say));
        RankingText text = new RankingText(measured, settings.seed());
        String result = format == Form.JSON ? text.json() : text.table();
        output.write(spec, out -> out.write(result));
        return 0;
    }

    private RecommendationSplit chosen(Set<String> catalogue) throws IOException {
        boolean files = train != null && test != null;
        if ((input != null) == files || (train == null) != (test == null)) {
            throw new IllegalArgumentException(
                    "Either --input or both --train and --test must be given.\nMaybe --input with the whole table.");
        }
        return files
                ? RecommendationSplit.given(train, validation, test, catalogue)
                : RecommendationSplit.of(input, split, testShare, catalogue);
    }
}
