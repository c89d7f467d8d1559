package io.quartermaster.pipelines.cli;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.quartermaster.domain.engine.EngineChoice;
import io.quartermaster.domain.recommendation.InteractionMatrix;
import io.quartermaster.domain.recommendation.RankedItem;
import io.quartermaster.domain.recommendation.RecommendationMethod;
import io.quartermaster.domain.recommendation.Recommender;
import io.quartermaster.domain.recommendation.RecommenderSettings;
import io.quartermaster.domain.similarity.SimilarityEngines;
import io.quartermaster.domain.similarity.SimilaritySettings;
import io.quartermaster.domain.similarity.SparseSimilarityKernel;
import io.quartermaster.pipelines.embedded.OutputFile;
import io.quartermaster.pipelines.recommendation.InteractionFile;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Recommends items to every user of a table of interactions, by the code of the job. */
@Command(
        name = "recommend",
        description = {
            "Recommend items to every user of a table user,item[,rating][,timestamp].",
            "Writes user,rank,item,score,reason."
        })
final class RecommendCommand implements Callable<Integer> {

    /** From this share of repeated pairs on, people buy the same again. */
    private static final double REPEATED_SHARE = 0.2;

    /** As the settings of similarity take it. */
    private static final int ALL_CORES = 0;

    @Spec private CommandSpec spec;

    @Option(names = "--input", required = true, paramLabel = "FILE", description = "The table.")
    private Path input;

    @Option(
            names = "--k",
            paramLabel = "N",
            defaultValue = "10",
            description = "Items for a user at most (default: ${DEFAULT-VALUE}).")
    private int k;

    @Option(
            names = "--exclude-seen",
            paramLabel = "auto|true|false",
            defaultValue = "auto",
            description =
                    "Leave out what a user has (default: ${DEFAULT-VALUE}: unless a fifth of the lines repeat an earlier pair).")
    private String excludeSeen;

    @Option(
            names = "--method",
            paramLabel = "auto|item-cf|user-cf|popular",
            defaultValue = "auto",
            description =
                    "Weights between items, between users, or none (default: ${DEFAULT-VALUE}, which is item-cf).")
    private String method;

    @Option(
            names = "--neighbours",
            paramLabel = "N",
            defaultValue = "50",
            description = "Nearest neighbours that count (default: ${DEFAULT-VALUE}).")
    private int neighbours;

    @Option(
            names = "--engine",
            paramLabel = "auto|cuda|vector|panel|scalar",
            defaultValue = EngineChoice.AUTO,
            description = "Similarity engine (default: ${DEFAULT-VALUE}).")
    private String engine;

    @Mixin private OutputSettings output;
    @Mixin private Talk talk;

    @Override
    public Integer call() throws IOException {
        RecommendationMethod chosen = method();
        String wanted = excludeSeen.toLowerCase(Locale.ROOT);
        checkExcludeSeen(wanted);
        InteractionFile file = InteractionFile.read(input);
        boolean exclude =
                wanted.equals("auto")
                        ? file.repeatedShare() < REPEATED_SHARE
                        : Boolean.parseBoolean(wanted);
        RecommenderSettings settings = new RecommenderSettings(chosen, k, neighbours, exclude, 1);
        InteractionMatrix matrix = new InteractionMatrix(file.interactions());
        SimilaritySettings similarity = SimilaritySettings.of(engine).withThreads(ALL_CORES);
        try (SparseSimilarityKernel kernel = SimilarityEngines.openSparse(similarity)) {
            talk.progress()
                    .say(
                            "Recommending by %s on %s to %,d users among %,d items%s"
                                    .formatted(
                                            chosen.label(),
                                            kernel.name(),
                                            matrix.customers(),
                                            matrix.items(),
                                            exclude ? "" : ", those they have included"));
            Recommender recommender = new Recommender(matrix, Map.of(), settings);
            write(matrix, recommender, kernel);
        }
        return 0;
    }

    private void write(
            InteractionMatrix matrix, Recommender recommender, SparseSimilarityKernel kernel)
            throws IOException {
        if (!output.given()) {
            writeTo(spec.commandLine().getOut(), matrix, recommender, kernel);
            return;
        }
        try (OutputFile file = output.file()) {
            try (Writer writer = Files.newBufferedWriter(file.path())) {
                writeTo(writer, matrix, recommender, kernel);
            }
            file.commit();
        }
    }

    private void writeTo(
            Writer writer,
            InteractionMatrix matrix,
            Recommender recommender,
            SparseSimilarityKernel kernel)
            throws IOException {
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(writer);
        csv.writeRecord("user", "rank", "item", "score", "reason");
        int[] users = IntStream.range(0, matrix.customers()).toArray();
        List<List<RankedItem>> lists = recommender.recommend(users, kernel);
        for (int user : users) {
            write(csv, matrix.customer(user), lists.get(user));
        }
        csv.flush();
    }

    private static void write(CsvWriter csv, String user, List<RankedItem> list) {
        int rank = 0;
        for (RankedItem ranked : list) {
            csv.writeRecord(
                    user,
                    Integer.toString(++rank),
                    ranked.item(),
                    BigDecimal.valueOf(ranked.score()).stripTrailingZeros().toPlainString(),
                    ranked.reason());
        }
    }

    private RecommendationMethod method() {
        return switch (method.toLowerCase(Locale.ROOT).replace('_', '-')) {
            case EngineChoice.AUTO, "item-cf" -> RecommendationMethod.ITEM_CF;
            case "user-cf" -> RecommendationMethod.USER_CF;
            case "popular" -> RecommendationMethod.POPULAR;
            default ->
                    throw new IllegalArgumentException(
                            "The method (%s) is not known.\nMaybe one of: auto, item-cf, user-cf, popular."
                                    .formatted(method));
        };
    }

    private void checkExcludeSeen(String wanted) {
        if (!List.of("auto", "true", "false").contains(wanted)) {
            throw new IllegalArgumentException(
                    "The value (%s) of --exclude-seen is not possible.\nMaybe one of: auto, true, false."
                            .formatted(excludeSeen));
        }
    }
}
