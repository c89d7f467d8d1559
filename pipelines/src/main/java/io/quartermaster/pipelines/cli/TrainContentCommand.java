package io.quartermaster.pipelines.cli;

import io.quartermaster.domain.engine.EngineChoice;
import io.quartermaster.domain.recommendation.live.DescribedItem;
import io.quartermaster.domain.similarity.SimilarityEngines;
import io.quartermaster.domain.similarity.SimilaritySettings;
import io.quartermaster.pipelines.embedded.OutputFolder;
import io.quartermaster.pipelines.recommendation.ContentTraining;
import io.quartermaster.pipelines.recommendation.ContentWeightsFile;
import io.quartermaster.pipelines.recommendation.DescribedItemFile;
import io.quartermaster.pipelines.recommendation.RecommendationSplit;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Learns what brand, category, words and vectors count in what items are like. */
@Command(
        name = "content",
        description = {
            "Learn what brand, category, words and vectors of items count in what they are like, from a table user,item[,timestamp].",
            "Judged on what users did next, beside equal weights; weights that list worse are not written. The job takes them by recommendation.content-weights."
        })
final class TrainContentCommand implements Callable<Integer> {

    @Mixin private OutputSettings output;
    @Mixin private Talk talk;

    @Option(
            names = "--input",
            required = true,
            paramLabel = "FILE",
            description = "What users did, CSV or .gz.")
    private Path input;

    @Option(
            names = "--items",
            required = true,
            paramLabel = "FILE",
            description =
                    "The catalogue: item, brand, category, words in title, name or description.")
    private Path items;

    @Option(
            names = "--vectors",
            paramLabel = "NAME=FILE",
            description =
                    "Vectors of items, by the modality that item_vectors names. May be given again.")
    private Map<String, Path> vectors = new TreeMap<>();

    @Option(
            names = "--split",
            paramLabel = "leave-one-out|temporal",
            defaultValue = "temporal",
            description = "What is held out to judge by (default: ${DEFAULT-VALUE}).")
    private String split;

    @Option(
            names = "--test-share",
            paramLabel = "SHARE",
            defaultValue = "0.2",
            description = "Share of events that temporal holds out (default: ${DEFAULT-VALUE}).")
    private double testShare;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Of what is drawn (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Override
    public Integer call() throws Exception {
        SortedMap<String, DescribedItem> catalogue = DescribedItemFile.read(items, vectors);
        RecommendationSplit chosen =
                RecommendationSplit.of(input, split, testShare, catalogue.keySet());
        SimilaritySettings similarity =
                SimilaritySettings.of(SimilarityEngines.choose(EngineChoice.AUTO).name())
                        .withThreads(0);
        talk.progress()
                .say("Learning from what users did with %,d items".formatted(catalogue.size()));
        ContentTraining training = ContentTraining.of(chosen, catalogue, similarity, seed);
        training.told().forEach(talk.progress()::say);
        try (OutputFolder folder = output.folder()) {
            if (training.isGoodEnough()) {
                ContentWeightsFile.write(training.weights(), folder.path());
                EpochLosses.write(training.quality(), folder.path(), "quality.json");
                folder.commit();
                talk.progress().say("Weights written to %s".formatted(folder.place()));
            } else {
                talk.progress().say("Equal weights list better: nothing is written");
            }
        }
        return 0;
    }
}
